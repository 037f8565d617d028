import { correctionPlace } from '../../articles/corrections/correction-view.ts';
import {
  comparePath,
  type HistoryView,
  historyPath,
  type VersionView,
} from '../../articles/revisions/history-view.ts';
import type { PublicationView } from '../../publication/publication-view.ts';
import { reasonWords } from '../../record/wording.ts';
import { PublicPage } from '../../web/ui/layout.tsx';
import { Pager } from '../../web/ui/pager.tsx';
import { Time } from '../../web/ui/time.tsx';
import { wordingFor } from '../../web/ui/wording.ts';
import { ChangesList } from './changes.tsx';
import { EarlierWordings } from './earlier-wordings.tsx';
import { PlainHead } from './plain-head.tsx';
import { ReplacedPictures } from './replaced-pictures.tsx';

type HistoryProps = { publication: PublicationView; history: HistoryView };

/** An article's versions with what changed, or two of them compared. */
export function HistoryPage({ publication, history }: HistoryProps) {
  const { history: say } = wordingFor(publication.locale);
  const { article, compared, notCompared, page, total } = history;
  const title = say.title(article.title);
  return (
    <PublicPage
      publication={publication}
      title={title}
      canonicalPath={compared === null && notCompared.length === 0 ? historyPath(article.path, page) : null}
      path={null}
    >
      <PlainHead heading={title}>
        {compared === null && notCompared.length === 0 && total > 1 && <p>{say.intro}</p>}
        <p class="quiet">{total === 1 ? say.one : say.many(total)}</p>
        <p>
          <a href={article.path}>{say.toArticle}</a>
        </p>
      </PlainHead>
      {notCompared.length > 0 ? (
        <NotCompared publication={publication} history={history} />
      ) : compared === null ? (
        <Versions publication={publication} history={history} />
      ) : (
        <Comparison publication={publication} history={history} />
      )}
    </PublicPage>
  );
}

function NotCompared({ publication, history }: HistoryProps) {
  const { history: say } = wordingFor(publication.locale);
  return (
    <div class="ed version">
      {history.notCompared.map((number) => (
        <p>{say.notCompared(number)}</p>
      ))}
      <p>
        <a href={historyPath(history.article.path)}>{say.allVersions}</a>
      </p>
    </div>
  );
}

function Comparison({ publication, history }: HistoryProps) {
  const { history: say } = wordingFor(publication.locale);
  const { article, compared } = history;
  if (!compared) return null;
  return (
    <section class="ed version" aria-labelledby="cmp">
      <h2 id="cmp">{say.compared(compared.from, compared.to)}</h2>
      <ChangesList locale={publication.locale} changes={compared} language={article.language} />
      <p>
        <a href={historyPath(article.path)}>{say.allVersions}</a>
      </p>
    </section>
  );
}

function Versions({ publication, history }: HistoryProps) {
  const { history: say } = wordingFor(publication.locale);
  const { article, versions, page, pages } = history;
  return (
    <>
      <EarlierWordings publication={publication} history={history} />
      <ReplacedPictures publication={publication} replaced={history.replaced} />
      {/* biome-ignore lint/a11y/noRedundantRoles: without a marker, Safari takes it for no list */}
      <ol role="list">
        {versions.map((version) => (
          <Version publication={publication} history={history} version={version} />
        ))}
      </ol>
      <Pager
        locale={publication.locale}
        page={page}
        pages={pages}
        path={(number) => historyPath(article.path, number)}
        older={say.older}
        newer={say.newer}
      />
    </>
  );
}

function Version({ publication, history, version }: HistoryProps & { version: VersionView }) {
  const { history: say, corrections, cite } = wordingFor(publication.locale);
  const { number, changes, kind, withheld } = version;
  const from = number - 1;
  const { path } = history.article;
  return (
    <li class="ed version" id={`version-${number}`}>
      <h2>
        {say.version(number)}, <Time at={version.at} style={publication} />
      </h2>
      {kind === 'minor' && <p class="label">{say.kinds.minor}</p>}
      {version.corrections.map((correction) => (
        <p>
          {corrections.belongs}{' '}
          <a href={correctionPlace(path, correction.number)}>
            {corrections.kinds[correction.kind]} {correction.number}
          </a>
        </p>
      ))}
      <WhatChanged publication={publication} version={version} language={history.article.language} />
      {changes?.cut && (
        <p>
          {say.cut}{' '}
          <a href={comparePath(path, { from, to: number })}>
            {say.whole}
            <span class="vh">: {say.compared(from, number)}</span>
          </a>
        </p>
      )}
      {withheld === null && (
        <p class="quiet">
          <a href={`${path}history/${number}/cite/`}>{cite.linkVersion(number)}</a>
        </p>
      )}
      {withheld === null && number < history.total - 1 && (
        <p class="quiet">
          <a href={comparePath(path, { from: number, to: history.total })}>{say.compareWithNow(number)}</a>
        </p>
      )}
    </li>
  );
}

type WhatProps = { publication: PublicationView; version: VersionView; language: string | null };

function WhatChanged({ publication, version, language }: WhatProps) {
  const { history: say } = wordingFor(publication.locale);
  const { number, changes, withheld, besideWithheld } = version;
  if (withheld !== null)
    return (
      <p>
        {say.withheld(number)} <Time at={withheld.at} style={publication} />.{' '}
        {reasonWords[withheld.reason] ?? ''}
      </p>
    );
  if (besideWithheld) return <p>{say.besideWithheld}</p>;
  return changes === null ? (
    <p>{say.first}</p>
  ) : (
    <ChangesList locale={publication.locale} changes={changes} language={language} />
  );
}

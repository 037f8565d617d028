import { Time } from '../../web/ui/time.tsx';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { type LinksView, type ListedLink, linksPath } from './links-view.ts';

type LinkItemProps = { desk: DeskView; link: ListedLink; refused: LinksView['refused'] };

/** A cited page: how it stands, what was kept, who cites it, and what may be done. */
export function LinkItem({ desk, link, refused }: LinkItemProps) {
  const { publication } = desk;
  const { links: say } = deskWordingFor(publication.locale);
  return (
    <section class="item link" aria-labelledby={`link-${link.id}`}>
      <h2 id={`link-${link.id}`}>
        <a href={link.url} rel="noreferrer nofollow">
          <bdi>{link.kept?.title ?? link.url}</bdi>
        </a>
      </h2>
      {link.kept?.title && <p class="quiet">{link.url}</p>}
      <p>
        <b>
          {say.state[link.state]} <Time at={link.since} style={publication} />.
        </b>{' '}
        {link.sentence}
      </p>
      <p class="quiet">
        {link.checkedAt !== null && (
          <>
            {say.lastLook} <Time at={link.checkedAt} style={publication} />.{' '}
          </>
        )}
        {link.dueAt !== null && link.barred === null && (
          <>
            {say.nextLook} <Time at={link.dueAt} style={publication} />.
          </>
        )}
      </p>
      <Kept desk={desk} link={link} />
      <CitedBy desk={desk} link={link} />
      {link.barred !== null && (
        <p class="waitbox">
          {say.neverAsked(link.host)} <Time at={link.barred.at} style={publication} />.{' '}
          <q>{link.barred.reason}</q>
        </p>
      )}
      {link.state !== 'forgotten' && <Acts desk={desk} link={link} refused={refused} />}
    </section>
  );
}

function Kept({ desk: { publication }, link: { kept, archive } }: Omit<LinkItemProps, 'refused'>) {
  const { links: say } = deskWordingFor(publication.locale);
  return (
    <>
      {kept !== null && (
        <p>
          {say.kept} <Time at={kept.at} style={publication} />,{' '}
          {kept.bytes === 0 ? say.noCopy : say.copy(Math.ceil(kept.bytes / 1000))}.{' '}
          {kept.excerpt !== null && (
            <>
              {say.excerpt} <q dir="auto">{kept.excerpt}</q>
            </>
          )}
        </p>
      )}
      {archive !== null && (
        <p>
          {say.archive} <a href={archive}>{archive}</a>
        </p>
      )}
    </>
  );
}

const mostUses = 3;

function CitedBy({ desk, link: { uses } }: Omit<LinkItemProps, 'refused'>) {
  const { links: say } = deskWordingFor(desk.publication.locale);
  return (
    <p>
      {say.citedBy}{' '}
      {uses.slice(0, mostUses).map(({ title, path, number }, index) => (
        <>
          {index > 0 && ', '}
          {number !== null && `${say.response(number)} `}
          <a href={number === null ? path : `${path}responses/${number}/`}>
            <bdi>{title}</bdi>
          </a>
        </>
      ))}
      {uses.length > mostUses && ` ${say.andOthers}`}.
    </p>
  );
}

function Acts({ desk, link, refused }: LinkItemProps) {
  const { links: say } = deskWordingFor(desk.publication.locale);
  const { id, host } = link;
  const own = refused?.id === id ? refused : null;
  const named = <span class="vh">: {link.url}</span>;
  return (
    <>
      <form class="actions" method="post" action={`${linksPath}${id}/`}>
        {link.barred === null ? (
          <button type="submit" name="do" value="again">
            {say.again}
            {named}
          </button>
        ) : (
          <button type="submit" name="do" value="allow">
            {say.allow(host)}
          </button>
        )}
      </form>
      <details open={own !== null}>
        <summary>
          {say.more}
          {named}
        </summary>
        <form method="post" action={`${linksPath}${id}/`}>
          <div class={own === null ? 'field' : 'field wrong'}>
            <label for={`why-${id}`}>{say.reason}</label>
            <p class="hint" id={`why-${id}-hint`}>
              {say.reasonHint} {say.forgetHint}
            </p>
            <input
              id={`why-${id}`}
              name="reason"
              value={own?.reason ?? ''}
              aria-describedby={`why-${id}-hint`}
              aria-invalid={own === null ? null : 'true'}
            />
          </div>
          <div class="actions">
            <button type="submit" name="do" value="forget">
              {say.forget}
            </button>
            {link.barred === null && (
              <button type="submit" name="do" value="bar">
                {say.bar(host)}
              </button>
            )}
          </div>
        </form>
      </details>
    </>
  );
}

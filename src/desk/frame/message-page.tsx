import type { Form } from '../../web/body.ts';
import type { DeskView } from '../visit.ts';
import { deskWordingFor } from '../wording.ts';
import { DeskPage } from './desk-page.tsx';
import { KeptWords } from './kept-words.tsx';

type MessagePageProps = { desk: DeskView; heading: string; sentence: string; form?: Form };

/** Why something was not done, with every word that was sent. */
export function MessagePage({ desk, heading, sentence, form }: MessagePageProps) {
  const { locale } = desk.publication;
  return (
    <DeskPage desk={desk} title={heading} section={null}>
      <main id="main" class="wrap">
        <div class="bar lead">
          <h1>{heading}</h1>
        </div>
        <div class="prose">
          <p role="alert">{sentence}</p>
          {form && <KeptWords locale={locale} form={form} />}
          <p>
            <a href="/desk/">{deskWordingFor(locale).back}</a>
          </p>
        </div>
      </main>
    </DeskPage>
  );
}

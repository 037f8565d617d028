import {
  agreeing,
  asides,
  closings,
  disagreeing,
  fillings,
  middle,
  oneLiners,
  openings,
  people,
  places,
  pointing,
  pseudonyms,
  quotingAgainst,
  quotingFor,
  type Side,
  settled,
  topics,
} from './long-thread-words.ts';
import type { DemoArticle, DemoComment } from './types.ts';

/** The article under which the long thread stands. Its responses come from `longThread`. */
export const longThreadArticle: DemoArticle = {
  slug: 'chandler-row-trial',
  title: 'Chandler Row to close to through traffic for eighteen months',
  standfirst:
    'Six planters and two cameras go in on Monday. The county calls it a trial. Twenty-three shopkeepers, three hundred and forty pupils and Pound Street call it several other things.',
  byline: ['Kester Adeyinka'],
  published: '2026-09-28T06:00Z',
  tags: ['Roads', 'County council', 'Schools', 'Buses', 'Money', 'Town life'],
  body: `Chandler Row has been a way through Wrenmouth for as long as there has been a Wrenmouth to go through. From Monday 5 October, and for eighteen months, it will not be one.

Six planters will be set across its lower end, by the chemist’s, with a gap in the middle and a camera at each side. Buses, bicycles, ambulances, holders of a blue badge and the sixty-one households with a permit may use the gap. Anybody else who does so will be sent a picture of themselves and a bill for £70.

About 7,200 vehicles a day go down the Row now. The county council’s model sends most of them round by Pound Street and Ferry Road, which is seven tenths of a mile further and, it says, four minutes slower. It expects one in six to vanish, in the sense of walking, or not coming.

## For and against

St Bride’s Primary has its gate on the Row, and 340 pupils. In five years three people have been hurt within sight of it, one of them the man who holds the lollipop. The head teacher, Dorcas Ilesanmi, has asked for something to be done since 2022. “I asked for a crossing,” she said. “I have been given a garden. I shall take it.”

There are twenty-three shops. Deliveries will be allowed until ten in the morning. Leopold Pask, the butcher, who speaks for fourteen of them, thinks that he will lose a tenth of his trade; the bookseller, who speaks for herself, thinks that she will gain one.

Pound Street was not among the streets that were sent a form. It has a nursery, a dialysis clinic and a bend. Its residents found out from a yellow notice on a lamp post, on 9 September, and met that evening in somebody’s kitchen.

Of the 612 people who did answer the survey, 54 per cent were in favour. The county says that this is a mandate. Mr Pask says that it is a raffle.

## What happens next

The scheme costs £186,000, from a government fund that can be spent on nothing else. Anybody may object during the first six months. The county will publish its first counts, for the Row and for the streets around it, by 29 January, and the cabinet member for transport, Imre Vale, has said that he will take the planters out “the same afternoon” if the figures are bad.

He has not said which figures, or how bad. We have asked.`,
  claims: [
    {
      passage: 'From Monday 5 October, and for eighteen months, it will not be one.',
      due: '2026-10-05',
    },
    {
      passage:
        'The county will publish its first counts, for the Row and for the streets around it, by 29 January',
      due: '2027-01-29',
    },
  ],
  sources: [
    { class: 'Public records', count: 2, note: 'The experimental order; the survey’s results' },
    { class: 'On the record', count: 4 },
    { class: 'People affected', count: 9, note: 'Residents of Pound Street and the Row' },
  ],
  comments: [],
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAYS = 21;
/** The first day of the trial, when the talk turns from what will happen to what does. */
const TRIAL = Date.parse('2026-10-05T06:00Z');
/** How talkative each hour of the day is, and each day of the three weeks. */
const BY_HOUR = [2, 1, 1, 1, 1, 3, 9, 16, 18, 14, 12, 12, 15, 14, 10, 10, 12, 15, 17, 20, 22, 20, 14, 6];
const BY_DAY = [30, 22, 15, 11, 9, 7, 9, 28, 20, 14, 11, 9, 7, 8, 10, 7, 6, 5, 5, 4, 5];

type Stance = Side | 'between';
type Writer = { name: string; stance: Stance };
/** What later responses may need to know of an earlier one. */
type Said = { writer: Writer; topic: string | undefined; clause: string | undefined };

/** A small seeded generator (mulberry32): the same thread on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` moments over three weeks, strictly rising; in whole minutes while there are minutes enough. */
function* moments(count: number, random: () => number): Generator<number> {
  const start = Date.parse(longThreadArticle.published);
  const unit = count <= 4_000 ? MINUTE : 1_000;
  const weights: number[] = [];
  for (let hour = 0; hour < DAYS * 24; hour += 1) {
    const ofDay = new Date(start + hour * HOUR).getUTCHours();
    weights.push((BY_HOUR[ofDay] ?? 1) * (BY_DAY[Math.floor(hour / 24)] ?? 1));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let hour = 0;
  let before = 0;
  let last = start;
  for (let i = 0; i < count; i += 1) {
    const target = ((i + random()) / count) * total;
    while (hour < weights.length - 1 && before + (weights[hour] ?? 0) <= target) {
      before += weights[hour] ?? 0;
      hour += 1;
    }
    const at = start + (hour + (target - before) / (weights[hour] ?? 1)) * HOUR;
    last = Math.max(last + unit, Math.floor(at / unit) * unit);
    yield last;
  }
}

function iso(time: number): string {
  const text = new Date(time).toISOString();
  return time % MINUTE === 0 ? `${text.slice(0, 16)}Z` : `${text.slice(0, 19)}Z`;
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** A sentence, or so much of it as stands before a comma, that somebody may quote. */
function clauseOf(sentence: string): string | undefined {
  if (/[“”*]/.test(sentence)) return undefined;
  const whole = sentence.replace(/[.?!]+$/, '');
  if (whole.split(' ').length <= 13) return whole;
  const head = whole.slice(0, Math.max(0, whole.indexOf(',')));
  return head.split(' ').length >= 5 && !/^(?:If|When) /.test(head) ? head : undefined;
}

/**
 * `count` responses to the article, over three weeks, by about 150 pseudonyms with opinions of their own.
 * The same count gives the same thread, and no two texts in it are alike.
 */
export function* longThread(count: number): Generator<DemoComment> {
  const random = seeded(0x4c454447);
  const below = (limit: number) => Math.floor(random() * limit);

  /** Deals from a pool as from a pack of cards: nothing comes again until everything has come once. */
  const packs = new Map<readonly string[], string[]>();
  let trialHasBegun = false;
  function deal(pool: readonly string[]): string {
    for (;;) {
      let pack = packs.get(pool);
      if (pack === undefined || pack.length === 0) {
        pack = [...pool];
        for (let i = pack.length - 1; i > 0; i -= 1) {
          const j = below(i + 1);
          [pack[i], pack[j]] = [pack[j] ?? '', pack[i] ?? ''];
        }
        packs.set(pool, pack);
      }
      const card = pack.pop() ?? '';
      if (card.startsWith('<')) {
        if (!trialHasBegun) return card.slice(1);
      } else if (card.startsWith('>')) {
        if (trialHasBegun) return card.slice(1);
      } else return card;
    }
  }
  const fill = (sentence: string, more: Record<string, string> = {}) =>
    capital(sentence.replace(/\{(\w+)\}/g, (_, key: string) => more[key] ?? deal(fillings[key] ?? [''])));

  const names = [...pseudonyms, ...places.flatMap((place) => people.map((kind) => `${place} ${kind}`))];
  const writers: Writer[] = names.map((name) => {
    const draw = random();
    const drawn: Stance = draw < 0.44 ? 'for' : draw < 0.86 ? 'against' : 'between';
    const own = name.endsWith('Cyclist') ? 'for' : /^Pound Street|Driver$/.test(name) ? 'against' : drawn;
    return { name, stance: settled[name] ?? own };
  });
  /** The first on the list write most, the last seldom. */
  const someone = (): Writer => {
    const index = Math.floor(random() ** 1.4 * writers.length);
    return writers[index] ?? { name: 'Quay Resident', stance: 'between' };
  };

  const topicNames = Object.keys(topics);
  const said: Said[] = [];
  const texts = new Set<string>();
  let number = 0;

  for (const time of moments(count, random)) {
    number += 1;
    trialHasBegun = time >= TRIAL;

    // Whom it answers: most often somebody recent, now and then somebody at the top.
    let to = 0;
    if (number > 1 && random() < 0.4) {
      const back =
        random() < 0.85 ? 1 + Math.floor(random() ** 2 * Math.min(40, number - 1)) : 1 + below(number - 1);
      to = Math.max(1, number - back);
    }
    const answered = to > 0 ? said[to - 1] : undefined;
    let writer = someone();
    for (let tries = 0; answered !== undefined && writer === answered.writer && tries < 5; tries += 1)
      writer = someone();
    const agrees =
      answered !== undefined &&
      (answered.writer.stance === writer.stance
        ? random() < 0.85
        : writer.stance === 'between' && random() < 0.5);

    let text = '';
    let mine: Said = { writer, topic: undefined, clause: undefined };
    for (let tries = 0; ; tries += 1) {
      mine = { writer, topic: undefined, clause: undefined };
      const lead: string[] = [];
      const rest: string[] = [];
      const tail: string[] = [];
      const shape = random();
      let more = '';

      if (answered === undefined && shape < 0.1 && tries < 3) {
        const line = fill(deal(oneLiners));
        mine.clause = clauseOf(line);
        lead.push(line);
      } else {
        const name = answered?.writer.name ?? '';
        if (answered !== undefined) {
          const quote = answered.clause === undefined ? '' : `“${answered.clause}”`;
          if (quote !== '' && shape < 0.29) {
            lead.push(fill(deal(agrees ? quotingFor : quotingAgainst), { name, quote }));
          } else if (shape < 0.85) {
            lead.push(fill(deal(agrees ? agreeing : disagreeing), { name }));
          }
        } else if (shape < 0.42) {
          lead.push(fill(deal(openings)));
        }

        const stays = answered?.topic !== undefined && random() < 0.8;
        const topic = stays ? (answered?.topic ?? '') : deal(topicNames);
        const side = writer.stance === 'between' ? undefined : topics[topic]?.[writer.stance];
        const length = random();
        if (side === undefined) {
          const claim = fill(deal(middle));
          mine.clause = clauseOf(claim);
          lead.push(`${claim}.`);
          const heard = topics[topic]?.[random() < 0.5 ? 'for' : 'against'];
          if (heard !== undefined && length < 0.5) rest.push(fill(deal(heard.facts)));
        } else {
          mine.topic = topic;
          const claim = fill(deal(side.claims));
          const fact = fill(deal(side.facts));
          mine.clause = clauseOf(claim) ?? clauseOf(fact);
          if (length < 0.58 || tries > 1) {
            lead.push(`${claim}.`);
            rest.push(fact);
          } else if (length < 0.8) {
            lead.push(fact);
            mine.clause = clauseOf(fact);
          } else {
            lead.push(`${claim}.`);
          }
        }
        // One in eight has something to say about another side of it too.
        if (side !== undefined && writer.stance !== 'between' && random() < 0.125) {
          const second = topics[deal(topicNames)]?.[writer.stance] ?? side;
          more = `${fill(deal(second.claims))}. ${fill(deal(second.facts))}`;
        }
        if (number > 3 && random() < 0.055) {
          const other = 1 + below(number - 1);
          const named = said[other - 1]?.writer;
          if (named !== undefined && named !== writer) {
            tail.push(fill(deal(pointing), { number: String(other), name: named.name }));
          }
        }
        if (random() < 0.3 || tries > 2) tail.push(fill(deal(asides)));
        if (random() < 0.28 || tries > 3) {
          const closing = deal(closings);
          const wrong = closing === (writer.stance === 'for' ? 'Take it out.' : 'Leave it in.');
          if (!wrong && !(writer.stance === 'between' && /^(Take|Leave) it/.test(closing)))
            tail.push(fill(closing));
        }
      }
      const parts =
        more === ''
          ? [lead, [...rest, ...tail]]
          : [
              [...lead, ...rest],
              [more, ...tail],
            ];
      const broken = more !== '' || (rest.length + tail.length > 1 && random() < 0.45);
      text = parts
        .map((part) => part.join(' '))
        .filter((part) => part !== '')
        .join(broken ? '\n\n' : ' ');
      if (tries > 8) text += ` (Response ${number}, if anybody is still counting.)`;
      if (!texts.has(text)) break;
    }
    texts.add(text);
    said.push(mine);
    yield { name: writer.name, at: iso(time), text, ...(to > 0 ? { inReplyTo: to } : {}) };
  }
}

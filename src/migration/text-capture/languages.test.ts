import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CapturedArticle } from './capture-result.ts';
import { parseCapture } from './parse-capture.ts';

interface Case {
  name: string;
  text: string;
  title: string;
  byline: string | null;
  published: string | null;
  tags: string[];
  stated: number;
  open: boolean;
  comments: [string | null, string | null][];
}

const CASES: Case[] = [
  {
    name: 'French, Kubrick',
    text: `Le péage du pont sera voté

Publié par Odile Marchais le 3 mars 2011 à 15:30

Le conseil du port votera jeudi, selon trois personnes présentes.

Étiquettes : Pont, Péage

2 réponses à « Le péage du pont sera voté »

1. Lise du Quai dit :

3 mars 2011 à 16:05

Personne ne nous a rien demandé.

2. Bateau Vert dit :

3 mars 2011 à 16 h 20

Le pont est à tout le monde.

Laisser un commentaire`,
    title: 'Le péage du pont sera voté',
    byline: 'Odile Marchais',
    published: '2011-03-03T15:30',
    tags: ['Pont', 'Péage'],
    stated: 2,
    open: true,
    comments: [
      ['Lise du Quai', '2011-03-03T16:05'],
      ['Bateau Vert', '2011-03-03T16:20'],
    ],
  },
  {
    name: 'French, Twenty Eleven, closed',
    text: `Le péage du pont sera voté

Par Odile Marchais

Le conseil du port votera jeudi, selon trois personnes présentes.

Mots-clés : Pont

2 réflexions au sujet de « Le péage du pont sera voté »

Lise du Quai le 3 mars 2011 à 16:05 a dit :

Personne ne nous a rien demandé.

Répondre ↓

Le 3 mars 2011 à 16:20, Bateau Vert a dit :

Le pont est à tout le monde.

Répondre ↓

Les commentaires sont fermés.`,
    title: 'Le péage du pont sera voté',
    byline: 'Odile Marchais',
    published: null,
    tags: ['Pont'],
    stated: 2,
    open: false,
    comments: [
      ['Lise du Quai', '2011-03-03T16:05'],
      ['Bateau Vert', '2011-03-03T16:20'],
    ],
  },
  {
    name: 'French, Classic',
    text: `3 mars 2011

Le péage du pont sera voté

Le conseil du port votera jeudi.

Mots-clés: Pont, , Péage

6 commentaires

Personne ne nous a rien demandé.

Commentaire par Lise du Quai — 3 mars 2011 @ 16:05

Le pont est à tout le monde.

Commentaire par Bateau Vert — 3 mars 2011 @ 16:20

Laisser un commentaire`,
    title: 'Le péage du pont sera voté',
    byline: null,
    published: '2011-03-03',
    tags: ['Pont', 'Péage'],
    stated: 6,
    open: true,
    comments: [
      ['Lise du Quai', '2011-03-03T16:05'],
      ['Bateau Vert', '2011-03-03T16:20'],
    ],
  },
  {
    name: 'German, Kubrick',
    text: `Brückenzoll kommt im Herbst

Von Anna Deichgräf

Der Hafenrat stimmt am Donnerstag ab, wie zwei Mitglieder sagen.

Schlagwörter: Brücke, Zoll

2 Antworten auf „Brückenzoll kommt im Herbst“

1. Seilerbahn sagt:

3. März 2011 um 16:05 Uhr

Uns hat niemand gefragt.

2. Kai sagt:

3. März 2011 um 16:20 Uhr

Die Brücke gehört allen.

Schreibe einen Kommentar`,
    title: 'Brückenzoll kommt im Herbst',
    byline: 'Anna Deichgräf',
    published: null,
    tags: ['Brücke', 'Zoll'],
    stated: 2,
    open: true,
    comments: [
      ['Seilerbahn', '2011-03-03T16:05'],
      ['Kai', '2011-03-03T16:20'],
    ],
  },
  {
    name: 'German, Twenty Eleven, closed',
    text: `Brückenzoll kommt im Herbst

Veröffentlicht am 3. März 2011 von Anna Deichgräf

Der Hafenrat stimmt am Donnerstag ab, wie zwei Mitglieder sagen.

Verschlagwortet mit Brücke, Zoll

2 Kommentare zu „Brückenzoll kommt im Herbst“

Seilerbahn schreibt am 3. März 2011 um 16:05:

Uns hat niemand gefragt.

Antworten

Kai schreibt am 3. März 2011 um 16:20:

Die Brücke gehört allen.

Antworten

Kommentare sind geschlossen.`,
    title: 'Brückenzoll kommt im Herbst',
    byline: 'Anna Deichgräf',
    published: '2011-03-03',
    tags: ['Brücke', 'Zoll'],
    stated: 2,
    open: false,
    comments: [
      ['Seilerbahn', '2011-03-03T16:05'],
      ['Kai', '2011-03-03T16:20'],
    ],
  },
  {
    name: 'Spanish, Kubrick',
    text: `El peaje del puente se votará

Por Inés Ribera

La junta del puerto votará el jueves, según dos personas presentes.

Etiquetas: Puente, Peaje

2 respuestas a «El peaje del puente se votará»

1. Vecina del Muelle dice:

3 marzo, 2011 a las 4:05 pm

Nadie nos ha preguntado.

2. Barca Verde dice:

3 de marzo de 2011 a las 16:20

El puente es de todos.

Deja un comentario`,
    title: 'El peaje del puente se votará',
    byline: 'Inés Ribera',
    published: null,
    tags: ['Puente', 'Peaje'],
    stated: 2,
    open: true,
    comments: [
      ['Vecina del Muelle', '2011-03-03T16:05'],
      ['Barca Verde', '2011-03-03T16:20'],
    ],
  },
  {
    name: 'Spanish, Twenty Eleven, closed',
    text: `El peaje del puente se votará

Publicado el 3 de marzo de 2011 por Inés Ribera

La junta del puerto votará el jueves, según dos personas presentes.

2 comentarios en “El peaje del puente se votará”

Vecina del Muelle en 3 marzo, 2011 en 4:05 pm dijo:

Nadie nos ha preguntado.

Responder ↓

Barca Verde en 3 marzo, 2011 en 4:20 pm dijo:

El puente es de todos.

Responder ↓

Los comentarios están cerrados.`,
    title: 'El peaje del puente se votará',
    byline: 'Inés Ribera',
    published: '2011-03-03',
    tags: [],
    stated: 2,
    open: false,
    comments: [
      ['Vecina del Muelle', '2011-03-03T16:05'],
      ['Barca Verde', '2011-03-03T16:20'],
    ],
  },
  {
    name: 'Welsh, Kubrick',
    text: `Pleidlais ar doll y bont

Gan Gwenno Rhydderch

Bydd bwrdd yr harbwr yn pleidleisio ddydd Iau, yn ôl dau aelod.

Tagiau: Pont, Toll

2 ymateb i “Pleidlais ar doll y bont”

1. Meddai Mam y Cei:

3 Mawrth 2011 am 4:05 pm

Ni ofynnodd neb i ni.

2. Meddai Cwch Gwyrdd:

3 Mawrth 2011 am 16:20

Mae pawb biau’r bont.

Gadael Ymateb`,
    title: 'Pleidlais ar doll y bont',
    byline: 'Gwenno Rhydderch',
    published: null,
    tags: ['Pont', 'Toll'],
    stated: 2,
    open: true,
    comments: [
      ['Mam y Cei', '2011-03-03T16:05'],
      ['Cwch Gwyrdd', '2011-03-03T16:20'],
    ],
  },
  {
    name: 'Welsh, later themes, closed',
    text: `Pleidlais ar doll y bont

Postiwyd gan Gwenno Rhydderch ar 3 Mawrth 2011

Bydd bwrdd yr harbwr yn pleidleisio ddydd Iau, yn ôl dau aelod.

2 sylw ar “Pleidlais ar doll y bont”

Mae Mam y Cei yn dweud:

Ni ofynnodd neb i ni.

Ateb

Mae Cwch Gwyrdd yn dweud:

Mae pawb biau’r bont.

Ateb

Mae'r sylwadau wedi cau.`,
    title: 'Pleidlais ar doll y bont',
    byline: 'Gwenno Rhydderch',
    published: '2011-03-03',
    tags: [],
    stated: 2,
    open: false,
    comments: [
      ['Mam y Cei', null],
      ['Cwch Gwyrdd', null],
    ],
  },
  {
    name: 'Welsh, Dywedodd',
    text: `Pleidlais ar doll y bont

Bydd bwrdd yr harbwr yn pleidleisio ddydd Iau, yn ôl dau aelod.

3 sylw

Dywedodd Mam y Cei...

Ni ofynnodd neb i ni.

Dywedodd Cwch Gwyrdd...

Mae pawb biau’r bont.

Gadewch sylw`,
    title: 'Pleidlais ar doll y bont',
    byline: null,
    published: null,
    tags: [],
    stated: 3,
    open: true,
    comments: [
      ['Mam y Cei', null],
      ['Cwch Gwyrdd', null],
    ],
  },
];

describe('a theme in another language', () => {
  for (const expected of CASES) {
    test(`${expected.name}: heading, names, dates, tags and byline are read`, () => {
      const [article] = parseCapture(expected.text).articles;
      assert.deepEqual(summary(article), {
        title: expected.title,
        byline: expected.byline,
        published: expected.published,
        tags: expected.tags,
        stated: expected.stated,
        open: expected.open,
        comments: expected.comments,
        lengths: expected.comments.map(() => 1),
        paragraphs: 1,
      });
    });
  }

  const HEADINGS: [string, number][] = [
    ['Une réponse à « La tour »', 1],
    ['Aucun commentaire', 0],
    ['6 commentaires', 6],
    ['6 commentaires sur “La tour”', 6],
    ['Commentaires (6)', 6],
    ['Eine Antwort auf „La tour“', 1],
    ['6 Gedanken zu „La tour“', 6],
    ['6 Kommentare »', 6],
    ['Keine Kommentare', 0],
    ['Una respuesta a «La tour»', 1],
    ['6 pensamientos en “La tour”', 6],
    ['6 comentarios:', 6],
    ['Un ymateb i “La tour”', 1],
    ['Dim sylwadau', 0],
    ['6 o sylwadau', 6],
    ['6 sylw ar “La tour”', 6],
    ['No Responses to “La tour”', 0],
    ['1,204 thoughts on “La tour”', 1204],
    ['6 Responses to La tour', 6],
    ['6 replies on “La tour”', 6],
    ['Comments: 6', 6],
    ['6 Responses to “La tour” (1 removed)', 6],
    ['There are 6 comments', 6],
  ];
  for (const [heading, stated] of HEADINGS) {
    test(`the heading “${heading}” states ${stated}`, () => {
      const [article] = parseCapture(
        `La tour\n\nOne paragraph of the story.\n\n${heading}\n\nLeave a Reply`,
      ).articles;
      assert.equal(article?.commentsStated, stated);
      assert.deepEqual(article?.paragraphs, ['One paragraph of the story.']);
      assert.equal(article?.title, 'La tour');
    });
  }
});

function summary(article: CapturedArticle | undefined) {
  return {
    title: article?.title,
    byline: article?.byline,
    published: article?.published,
    tags: article?.tags.names,
    stated: article?.commentsStated,
    open: article?.commentsOpen,
    comments: article?.comments.map((comment) => [comment.author, comment.published]),
    lengths: article?.comments.map((comment) => comment.paragraphs.length),
    paragraphs: article?.paragraphs.length,
  };
}

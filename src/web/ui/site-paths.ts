/** Addresses that every page links to. */
export const paths = {
  front: '/',
  archive: '/archive/',
  tags: '/tags/',
  corrections: '/corrections/',
  correctionsFeed: '/corrections/feed/',
  correctionsAtom: '/corrections/feed/atom/',
  correctionsJson: '/corrections/feed.json',
  record: '/record/',
  recordEntries: '/record/record.ndjson',
  recordCheckpoint: '/record/checkpoint',
  recordWitnessed: '/record/checkpoint/witnessed',
  recordKey: '/record/key',
  recordTiles: '/record/tile/',
  recordProofs: '/record/proofs/',
  report: '/record/report/',
  reportJson: '/record/report/report.json',
  reportCsv: '/record/report/report.csv',
  search: '/search',
  about: '/about/',
  rules: '/rules/',
  privacy: '/privacy/',
  complain: '/complain/',
  you: '/you/',
  feeds: { rss: '/feed/', atom: '/feed/atom/', json: '/feed.json', responses: '/comments/feed/' },
};

/** Address of page N of all corrections. */
export function correctionsPath(page: number): string {
  return page === 1 ? paths.corrections : `${paths.corrections}page/${page}/`;
}

/** Address of page N of the front page's list. */
export function frontPagePath(page: number): string {
  return page === 1 ? paths.front : `/page/${page}/`;
}

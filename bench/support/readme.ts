import type { Figure } from './figure.ts'

/** A row of the README: what it calls a figure, the command that takes it, the figures it is made of, the words of its result. */
type Row = readonly [what: string, only: string, of: readonly string[], says: (figure: Figure) => string]

const two = (value: number | null): string => (value ?? 0).toFixed(2)
const whole = (value: number | null): string => String(Math.round(value ?? 0))
const AT_ONCE = ['1 at once', '16 at once', '64 at once']
const listed = (one: Figure): string => `${two(one.ratio)} of it; ${whole(one.p50_ms)} ms with 8 at once`
const opened = (one: Figure): string => `${whole(one.value)} ms, against ${two(one.limit)} ms`
const BESIDE_ITS_ROW = 'against a bare route with its one row and as many bytes'

const ROWS: readonly Row[] = [
  ['first page after `npm start` (second start)', 'start', ['second start'], ({ value }) => `${value} s`],
  [
    'making the sample school at the first start',
    'start',
    ['first start with the sample'],
    (one) => `${whole(one.value)} s`,
  ],
  [
    'the promise board of 461 clauses, served (limit 50 ms)',
    'board',
    ['board of 461 clauses'],
    (one) => `${whole(one.value)} ms`,
  ],
  [
    'list of 50 of 100,000 incidents, against a bare route with the same SQL',
    'list',
    ['incident list, 50 of 100,000'],
    (one) => `${two(one.ratio)} of it`,
  ],
  [
    'the list among 1,000 schools and a million incidents, against one school',
    'list',
    ['incident list among 1,000 schools'],
    (one) => `${two(one.ratio)} × the time`,
  ],
  [
    'telling without a name, with a photo of 1 MB, until it is cleaned and kept; against a bare server that draws it anew and has it on the disk',
    'tell',
    ['told without a name, with a photo of 1 MB'],
    (one) => `${whole(one.value)} ms, ${two(one.ratio)} × the time`,
  ],
  [
    'a handler’s list of 10,000 open concerns, against a bare route with the same SQL',
    'reports',
    ['list of 10,000 open concerns'],
    listed,
  ],
  ['the same of 10,000 open cases', 'reports', ['list of 10,000 open cases'], listed],
  [
    'these two lists opened in a browser that has nothing of them yet (limit 500 ms)',
    'reports',
    ['list of 10,000 open concerns, in a browser', 'list of 10,000 open cases, in a browser'],
    (one) => `${whole(one.value)} ms`,
  ],
  ['the same cases by step', 'reports', ['10,000 open cases by step'], listed],
  ['their trends by kind', 'reports', ['trends of 10,000 cases by kind'], listed],
  ['a search for a word that all of them have', 'reports', ['search in 10,000 cases, in all of them'], listed],
  [`one of these concerns opened, ${BESIDE_ITS_ROW}`, 'reports', ['one concern of 10,000 opened'], opened],
  [`one of these cases opened, ${BESIDE_ITS_ROW}`, 'reports', ['one case of 10,000 opened'], opened],
  [
    'a concern told, 1, 16 and 64 at once, against the bare statements',
    'writes',
    AT_ONCE.map((many) => `a concern told, ${many}`),
    (one) => `${two(one.ratio)} of it`,
  ],
  [
    'an agreement signed, the same',
    'writes',
    AT_ONCE.map((many) => `an agreement signed, ${many}`),
    (one) => `${two(one.ratio)} of it`,
  ],
  ['20,000 people imported', 'people', ['20,000 people imported'], (one) => `${one.value} s, at most ${one.rss_mb} MB`],
  [
    'kind of a clause proposed rightly from a school’s own document',
    'classifier',
    ['kind of a clause, its policy left out'],
    (one) => `${whole(one.value * 100)} of 100; always the most frequent: ${whole((one.limit ?? 0) * 100)}`,
  ],
]

/** The rows of the README's table that these figures fill, in its order and its words. */
export function readmeRows(figures: readonly Figure[]): string[] {
  let before = ''
  return ROWS.flatMap(([what, only, of, says]) => {
    const found = of.flatMap((name) => figures.find((figure) => figure.name === name) ?? [])
    if (found.length < of.length) return []
    const command = only === before ? 'the same' : `\`npm run bench -- --only ${only}\``
    before = only
    return [`| ${what} | ${command} | ${found.map(says).join(', ')} |`]
  })
}

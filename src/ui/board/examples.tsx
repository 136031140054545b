import type { Example } from '../example.ts'
import type { State } from '../square/square.tsx'
import { Board, type BoardSquare } from './board.tsx'

const letters: Readonly<Record<string, State>> = {
  k: 'kept',
  d: 'due',
  l: 'late',
  b: 'broken',
  n: 'none',
  p: 'published',
  y: 'notyet',
}

const squares = (states: string, from: number): BoardSquare[] =>
  [...states].map((letter, at) => ({
    href: '#board',
    state: letters[letter] ?? 'none',
    says: `L-${String(from + at).padStart(3, '0')}: ${letters[letter] ?? 'none'}`,
  }))

/** Three sections of a policy. */
export const examples: readonly Example[] = [
  {
    name: 'Sections of a policy',
    node: (
      <Board
        sections={[
          { title: 'Introduction', note: '11, 2 open', squares: squares('ppknkkpnkkk', 1) },
          { title: 'Monitoring', note: '8, 5 open', squares: squares('npkklbnd', 12) },
          { title: 'Agreement: adults', note: '14, 1 not yet', squares: squares('kknkpppkkkkkpy', 20) },
        ]}
      />
    ),
  },
  {
    name: 'How it is known that a promise is kept',
    node: (
      <Board
        sections={[
          {
            title: 'Passwords',
            squares: [
              { href: '#board', state: 'kept', proof: 'enforced', says: 'L-301: kept, enforced by the software' },
              { href: '#board', state: 'kept', proof: 'proved', says: 'L-302: kept, proved by a record' },
              { href: '#board', state: 'kept', proof: 'attested', says: 'L-303: kept, attested by a person' },
            ],
          },
        ]}
      />
    ),
  },
]

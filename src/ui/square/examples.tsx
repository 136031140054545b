import type { Example } from '../example.ts'
import { StatePill } from '../state-pill/state-pill.tsx'
import { Square, type State } from './square.tsx'

const states: readonly State[] = ['kept', 'due', 'late', 'broken', 'none', 'published', 'notyet']

/** Every state in every size, and how a kept promise is known. */
export const examples: readonly Example[] = [
  {
    name: 'Seven marks, four sizes',
    node: (
      <ul class="kept-specimens">
        {states.map((state) => (
          <li>
            <Square state={state} size="l" /> <Square state={state} /> <Square state={state} size="s" />{' '}
            <Square state={state} size="xs" /> <StatePill state={state} />
          </li>
        ))}
      </ul>
    ),
  },
  {
    name: 'Enforced, proved, attested',
    node: (
      <>
        <Square state="kept" proof="enforced" size="l" says="Enforced by the software" />{' '}
        <Square state="kept" proof="proved" size="l" says="Proved by a record" />{' '}
        <Square state="kept" proof="attested" size="l" says="Attested by a person" />{' '}
        <Square state="kept" proof="enforced" /> <Square state="kept" proof="proved" />{' '}
        <Square state="kept" proof="attested" />
      </>
    ),
  },
]

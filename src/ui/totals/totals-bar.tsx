import { type State, stateWords } from '../square/square.tsx'

export interface TotalsBarProps {
  readonly counts: Readonly<Partial<Record<State, number>>>
}

// *Not yet* has a total of its own and is never counted with the others.
const order: readonly State[] = ['kept', 'due', 'late', 'broken', 'none', 'published']
const width = 1200
const gap = 3

/** The totals as one bar: the same colours and patterns as the squares. */
export function TotalsBar({ counts }: TotalsBarProps) {
  const parts = order.map((state) => ({ state, count: counts[state] ?? 0 })).filter(({ count }) => count > 0)
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const unit = (width - gap * (parts.length - 1) - 2) / total
  const says = parts.map(({ state, count }) => `${stateWords[state]} ${count}`).join(', ')
  let x = 1
  return (
    <svg
      class="kept-bar"
      viewBox={`0 0 ${width} 20`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${says}, of ${total}`}
    >
      <Patterns />
      {parts.map(({ state, count }) => {
        const from = x
        x += count * unit + gap
        return (
          <rect class={`kept-bar__${state}`} x={round(from)} y="1" width={round(count * unit)} height="18" rx="3" />
        )
      })}
    </svg>
  )
}

const round = (number: number): number => Math.round(number * 10) / 10

function Patterns() {
  return (
    <defs>
      <pattern id="bar-due" width="20" height="20" patternUnits="userSpaceOnUse">
        <rect class="kept-fill-due-top" width="20" height="10" />
        <rect class="kept-fill-due" y="10" width="20" height="10" />
      </pattern>
      <pattern id="bar-late" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="kept-fill-late-a" width="7" height="7" />
        <rect class="kept-fill-late-b" width="3" height="7" />
      </pattern>
      <pattern id="bar-published" width="5" height="5" patternUnits="userSpaceOnUse">
        <rect class="kept-fill-published-a" width="5" height="5" />
        <rect class="kept-fill-published-b" y="1.5" width="5" height="2" />
      </pattern>
    </defs>
  )
}

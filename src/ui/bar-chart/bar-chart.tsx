export interface Bar {
  readonly name: string
  /** Null where the number is not shown: the bar then says nothing of its length. */
  readonly count: number | null
}

export interface BarChartProps {
  readonly title: string
  readonly bars: readonly Bar[]
  /** Where the same numbers stand, for those who cannot see the bars. */
  readonly says?: string | undefined
}

const WIDTH = 560
const LINE = 43
const ROOM = 500

/** Bars under their names. It always stands beside its table. */
export function BarChart({ title, bars, says = 'The numbers are in the table beside.' }: BarChartProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.count ?? 0))
  return (
    <figure class="kept-chart">
      <figcaption>{title}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="kept-chart__plot" tabIndex={0} aria-label={`Chart: ${title}, scrolls sideways on a small screen`}>
        <svg viewBox={`0 0 ${WIDTH} ${bars.length * LINE}`} role="img" aria-label={`Bars: ${title}. ${says}`}>
          {bars.map((bar, at) => (
            <DrawnBar bar={bar} top={at * LINE} most={most} />
          ))}
        </svg>
      </section>
    </figure>
  )
}

function DrawnBar({ bar, top, most }: { readonly bar: Bar; readonly top: number; readonly most: number }) {
  const length = bar.count === null ? HIDDEN : Math.round((bar.count / most) * ROOM)
  return (
    <>
      <text x="0" y={top + 14}>
        {bar.name}
      </text>
      <rect class={bar.count === null ? 'hide' : 'a'} x="0.5" y={top + 20} width={length} height="15" rx="2" />
      <text class={bar.count === null ? 'soft' : 'strong'} x={length + 8} y={top + 32}>
        {bar.count ?? 'not shown'}
      </text>
    </>
  )
}

const HIDDEN = 40

/** One measured figure. `ratio` is value against a limit that was measured in the same run; for rates, higher is better. */
export interface Figure {
  readonly name: string
  readonly unit: string
  readonly value: number
  readonly limit: number | null
  readonly ratio: number | null
  readonly p50_ms: number | null
  readonly p99_ms: number | null
  readonly rss_mb: number
  readonly note: string
}

/** Peak memory of this process in MiB. */
export const peakMemory = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

/** The value below which a share of all samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
}

export const round = (value: number): number => Math.round(value * 100) / 100

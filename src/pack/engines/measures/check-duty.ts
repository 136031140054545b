import type { CalendarDuty, Duty } from '../../types/duty.ts'
import type { Measure } from '../../types/measure.ts'
import type { Pack } from '../../types/pack.ts'

const KIND = 'measure/'

/** The measure that a duty checks (`measure/passwords` is the check of `passwords`), or null for a duty of the pack. */
export const measureOf = (duty: string): string | null => (duty.startsWith(KIND) ? duty.slice(KIND.length) : null)

/** A duty by the name that an occurrence of it carries: one of the pack, or the check of a measure. */
export function dutyIn(pack: Pack, name: string): Duty | undefined {
  return measureOf(name) === null ? pack.duties[name] : checksOf(pack).get(name)
}

/** Every duty with its name: those of the pack, then the checks of its measures. */
export const dutiesIn = (pack: Pack): [string, Duty][] => [...Object.entries(pack.duties), ...checksOf(pack)]

// A published pack never changes, so its checks are made once.
const made = new WeakMap<Pack, ReadonlyMap<string, CalendarDuty>>()

function checksOf(pack: Pack): ReadonlyMap<string, CalendarDuty> {
  const known = made.get(pack)
  if (known !== undefined) return known
  const checks = new Map(
    Object.entries(pack.measures).flatMap(([id, measure]) => {
      const duty = checkOf(measure)
      return duty === null ? [] : [[`${KIND}${id}`, duty] as const]
    }),
  )
  made.set(pack, checks)
  return checks
}

function checkOf({ says, checked, clauses }: Measure): CalendarDuty | null {
  if (checked === undefined) return null
  return {
    says: typeof says === 'string' ? `Check: ${says}` : { ...says, en: `Check: ${says.en}` },
    every: checked.every,
    owner: checked.by,
    // A measure is stated for each school, whoever checks it.
    for_each: 'school',
    spread: 'fixed',
    proof: { attest: says },
    remind: [],
    late: [],
    clauses,
  }
}

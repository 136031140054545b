import type { Who, WhoByCase } from '../types/who.ts'
import type { Verdict } from './judge.ts'

/** Who acts in the case at hand: the first line whose condition certainly holds. Null when no line fits. */
export function whoActs(who: WhoByCase | null | undefined, judge: (expression: string) => Verdict): Who | null {
  if (who === null || who === undefined) return null
  if (!Array.isArray(who)) return who
  return who.find((line) => line.when === undefined || judge(line.when) === 'yes')?.who ?? null
}

/** The line of a case that is not the usual one; null where the last line holds, or there is only one. */
export function lineOfCase(who: WhoByCase | null | undefined, judge: (expression: string) => Verdict): number | null {
  if (!Array.isArray(who)) return null
  const line = who.findIndex((one) => one.when !== undefined && judge(one.when) === 'yes')
  return line < 0 ? null : line
}

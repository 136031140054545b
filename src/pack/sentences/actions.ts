import { timeOf } from '../time/read.ts'
import { sayTime } from '../time/say.ts'
import type { Action, Ends, Exception } from '../types/action.ts'
import { sayLimit } from './amounts.ts'
import { sayEvent } from './moments.ts'
import { sentence, type Words } from './words.ts'

/** A sanction or support, who takes it, how long it holds, who lifts it, and to whom one may appeal. */
export function actionSentence(words: Words, action: Action): string {
  const decision = action.decision === undefined ? '' : `, once ${words.thing(action.decision)} is given`
  const lifted = action.lifted_by === undefined ? '' : `; ${words.who(action.lifted_by)} may lift it`
  const within = action.appeal_to?.within === undefined ? '' : `, answered ${sayLimit(words, action.appeal_to.within)}`
  const appeal = action.appeal_to === undefined ? '' : `; an appeal goes to ${words.who(action.appeal_to.to)}${within}`
  return sentence(
    `${words.who(action.by)} may take the ${action.kind} “${words.whole(action.says)}”${decision}${sayEnds(words, action.ends ?? endOf(action))}`,
    action.tells === undefined ? '' : `; ${words.who(action.tells)} is told, and that is written down`,
    lifted,
    appeal,
  )
}

const endOf = (action: Action): Ends | undefined =>
  action.effects.some((effect) => 'until' in effect && effect.until !== undefined) ? { at: 'until' } : undefined

/** What is lifted, for whom, and until when. */
export function exceptionSentence(words: Words, exception: Exception): string {
  const decision =
    exception.decision === undefined
      ? '; it is written down afterwards'
      : `, once ${words.thing(exception.decision)} is given`
  return sentence(
    `${words.thing(exception.from)} may be lifted for ${words.who(exception.for)}${sayEnds(words, exception.ends)}, with a reason${decision}`,
  )
}

function sayEnds(words: Words, ends: Ends | undefined): string {
  if (ends === undefined) return ''
  if ('after' in ends) return ` for ${sayTime(timeOf(ends.after))}`
  return 'on' in ends ? ` until ${sayEvent(words, ends.on)}` : ' until a given date'
}

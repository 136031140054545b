import type { Occasion } from '../types/event.ts'
import type { Late } from '../types/late.ts'
import { partsOf } from '../types/parts.ts'
import { sayAmount, sayDueAt, sayEvery } from './amounts.ts'
import { areMany } from './many.ts'
import { listed, type Words } from './words.ts'

const BUILT_IN: Readonly<Record<string, string>> = {
  'person.joined': 'somebody joins the school',
  'person.left': 'somebody leaves the school',
  'person.changed_class': 'somebody changes class',
  'person.changed_school': 'somebody changes school',
  'person.changed_year': 'somebody moves up a year',
  'person.took_post': 'somebody takes up a post',
  'person.left_post': 'somebody gives up a post',
  'person.changed_parents': 'the parents or carers of a pupil change',
  'account.made': 'an account is made',
  'school_year.started': 'the school year starts',
  'term.started': 'a term starts',
  'guidance.new_edition': 'guidance appears in a new edition',
  'technology.changed': 'the technology changes',
  'circumstances.changed': 'circumstances change',
}

const MOMENTS: Readonly<Record<string, string>> = {
  opened: 'is opened',
  changed: 'is changed',
  closed: 'is closed',
  voided: 'is voided',
  end: 'ends',
  started: 'begins',
  asked: 'is asked',
  signed: 'is signed',
  refused: 'is refused',
  withdrawn: 'is withdrawn',
  expired: 'runs out',
  published: 'is published',
  material_change: 'changes in substance',
  approved: 'is approved',
  review_due: 'is due for review',
  agreed: 'is agreed',
  due: 'is due',
  done: 'is done',
  late: 'is late',
  taken: 'is taken',
  lifted: 'is lifted',
  allowed: 'is allowed',
  ended: 'ends',
  checked: 'is checked',
  failed: 'fails its check',
}

/** An event within a sentence: `somebody leaves the school`, `“Incident” is opened`. */
export function sayEvent(words: Words, event: string): string {
  const built = BUILT_IN[event]
  if (built !== undefined) return built
  const parts = partsOf(event)
  if (parts === null) return event
  const thing = words.thing(event)
  if (parts.kind === 'signal') return `${thing} is signalled`
  if (parts.part === undefined) return `${thing} happens`
  return `${thing} ${MOMENTS[parts.part] ?? `reaches “${stepTitle(words, parts.kind, parts.id, parts.part)}”`}`
}

/** The words of a step of a record or flow, or its id. */
export function stepTitle(words: Words, kind: string, id: string, step: string): string {
  const found = (kind === 'flow' ? words.pack.flows[id]?.steps : words.pack.records[id]?.steps)?.[step]
  if (found === undefined) return step.replaceAll('_', ' ')
  const text =
    found.title ?? ('ask' in found ? found.ask : 'do' in found ? found.do : 'end' in found ? found.end : found.says)
  return text === undefined ? step.replaceAll('_', ' ') : words.whole(text)
}

/** Events and dates that come round. */
export const sayOccasion = (words: Words, occasion: Occasion): string =>
  typeof occasion === 'string'
    ? `when ${sayEvent(words, occasion)}`
    : 'post' in occasion
      ? `when somebody becomes ${words.one(occasion.post)}`
      : `${sayEvery(words, occasion.every)}${occasion.due === undefined ? '' : ` (${sayDueAt(words, occasion.due)})`}`

/** What happens when it is late: `; if it is late, the head is told`. */
export function sayLate(words: Words, late: readonly Late[]): string {
  const parts = late.flatMap((one) => {
    const when = one.at === 'due' ? 'if it is late' : `if it is still not done ${sayAmount(words, one.at)} later`
    const told =
      one.notify === undefined ? [] : [`${words.who(one.notify)} ${areMany(words, one.notify) ? 'are' : 'is'} told`]
    const does = one.needs === undefined ? told : [...told, 'a reason must be given']
    return does.length === 0 ? [] : [`; ${when}, ${listed(does)}`]
  })
  return parts.join('')
}

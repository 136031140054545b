import type { Teller } from './tellers.ts'

/** The pages of telling. Children have three short ones; everybody else has the first, and the last when it asks something. */
export type Step = 1 | 2 | 3

/** Every field of telling, in the order in which the pages ask. */
export const FIELDS = ['about', 'what', 'school', 'danger', 'by_accident', 'about_posts', 'to', 'answer'] as const
export type TellField = (typeof FIELDS)[number]

const CHILDREN: Readonly<Record<TellField, Step>> = {
  about: 1,
  what: 1,
  school: 1,
  danger: 2,
  by_accident: 2,
  about_posts: 2,
  to: 3,
  answer: 3,
}

/** The page that asks a field. The smallest choose a picture first and write afterwards, if at all. */
export function pageOf(teller: Teller, field: TellField): Step {
  if (teller === 'young' && field === 'what') return 2
  if (isEasy(teller)) return CHILDREN[field]
  return field === 'by_accident' || field === 'to' ? 3 : 1
}

/** Whether somebody is asked in three short pages with pictures. */
export const isEasy = (teller: Teller): teller is 'young' | 'middle' => teller === 'young' || teller === 'middle'

/** Whether somebody who spoke of danger sent what they had said so far: nothing more is asked of them. */
export function isSentNow(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('now' in body) || !('danger' in body)) return false
  return body.now === 'yes' && (body.danger === 'yes' || body.danger === 'unsure')
}

/** The page that a form was sent from. A form that does not say so is the whole of it. */
export function stepOf(body: unknown): Step {
  if (isSentNow(body)) return 3
  const step = typeof body === 'object' && body !== null && 'step' in body ? body.step : null
  return step === '1' ? 1 : step === '2' ? 2 : 3
}

/** The page after this one; null when there is nothing more to ask. */
export function stepAfter(teller: Teller, step: Step, asksMore: boolean): Step | null {
  if (step === 3) return null
  if (isEasy(teller)) return step === 1 ? 2 : 3
  return asksMore ? 3 : null
}

/** The faults of the pages up to one, and the first page that has any. */
export function faultsUpTo(
  teller: Teller,
  step: Step,
  errors: Readonly<Record<string, string>>,
): { errors: Record<string, string>; page: Step | null } {
  const found = FIELDS.filter((field) => field in errors && pageOf(teller, field) <= step)
  const pages = found.map((field) => pageOf(teller, field)).sort()
  return { errors: Object.fromEntries(found.map((field) => [field, errors[field] ?? ''])), page: pages[0] ?? null }
}

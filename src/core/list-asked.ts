import { z } from 'zod'

// What the address of every list that the database reads may say. Anything else in it is taken for the usual.

/** The words that are looked for. */
export const askedWords = z
  .string()
  .max(200)
  .catch('')
  .transform((words) => words.trim())

/** Which page of the list. */
export const askedPage = z.coerce.number().int().min(1).max(400).catch(1)

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The lines that were ticked, for a file or for paper: at most a hundred. */
export const chosenIds = z
  .string()
  .regex(new RegExp(`^(?:${id}(?:,${id}){0,99})?$`))
  .catch('')

/** The ids of the lines that were ticked; undefined when none were, which means all. */
export const idsOf = (chosen: string): string[] | undefined => (chosen === '' ? undefined : chosen.split(','))

/** The lines that were ticked, as their form sends them. */
export const tickedIds = z
  .union([z.uuid(), z.array(z.uuid()).max(100)])
  .optional()
  .transform((ids) => [ids ?? []].flat())

/** The address of the list from which something was chosen, to come back to. */
export const backTo = z
  .string()
  .regex(/^(\?[\w%=&.*+-]{0,2400})?$/)
  .catch('')

/** `2 cases given. 1 stays as it is: closed`. What stays is said with the reasons that there may be. */
export function sayDone(done: string, left: number, because: string): string {
  if (left === 0) return done
  return `${done}. ${left === 1 ? '1 stays as it is' : `${left} stay as they are`}: ${because}`
}

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

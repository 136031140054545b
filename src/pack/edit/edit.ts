import { z } from 'zod'
import { readPlace } from './place.ts'

/** A place as text, as an edit carries it. */
const at = z
  .string()
  .max(600)
  .refine((text) => readPlace(text) !== null, 'bad_place|This is no place of a policy.')
const name = z.string().min(1).max(80)

/** A change of one thing. */
const oneEdit = z.discriminatedUnion('do', [
  /** Puts a value at a place, whatever stood there: also a new entry of a map. */
  z.strictObject({ do: z.literal('set'), place: at, to: z.json() }),
  z.strictObject({ do: z.literal('remove'), place: at }),
  /** Adds an entry to a list, after another or, with null, at its beginning. */
  z.strictObject({ do: z.literal('insert'), list: at, after: name.nullable(), entry: z.json() }),
  z.strictObject({ do: z.literal('move'), place: at, after: name.nullable() }),
  /** Gives a construct, clause or section another id; what refers to it follows. */
  z.strictObject({ do: z.literal('rename'), place: at, to: name }),
])
export type OneEdit = z.infer<typeof oneEdit>

/** A change of a policy: plain JSON, so that it can be kept with its revision. `all` holds together or not at all. */
export const edit = z.union([
  oneEdit,
  z.strictObject({ do: z.literal('all'), edits: z.array(oneEdit).min(1).max(2_000) }),
])
export type Edit = z.infer<typeof edit>

/** The single changes of an edit, in order. */
export const changesOf = (whole: Edit): readonly OneEdit[] => (whole.do === 'all' ? whole.edits : [whole])

/** One edit of several; null when there is none. */
export function together(edits: readonly OneEdit[]): Edit | null {
  const [only, ...others] = edits
  if (only === undefined) return null
  return others.length === 0 ? only : { do: 'all', edits: [...edits] }
}

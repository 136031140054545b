import { type Pack, pack } from '../types/pack.ts'
import { insertAfter, moveAfter, NoPlace, removeAt, setAt } from './change.ts'
import { changesOf, type Edit, type OneEdit } from './edit.ts'
import { type ContentFault, formFaults } from './faults.ts'
import { readPlace } from './place.ts'
import { renameId } from './rename.ts'

/** The content as an edit leaves it, or why it cannot be made. */
export type Applied =
  | { readonly ok: true; readonly content: Pack }
  | { readonly ok: false; readonly faults: readonly ContentFault[] }

/** Makes an edit. What comes out has the form of a pack, or the edit is refused with its faults at their places. */
export function applyEdit(content: Pack, edit: Edit): Applied {
  try {
    return formed(changesOf(edit).reduce<unknown>(makeOne, content))
  } catch (error) {
    if (error instanceof NoPlace) return { ok: false, faults: [misplaced(error)] }
    throw error
  }
}

/** The content when it has the form of a pack, else its faults. */
export function formed(content: unknown): Applied {
  const read = pack.safeParse(content)
  if (read.success) return { ok: true, content: read.data }
  return { ok: false, faults: formFaults(read.error.issues, content) }
}

/** One change, without a look at the form. */
export function makeOne(content: unknown, edit: OneEdit): unknown {
  if (edit.do === 'insert') return insertAfter(content, known(edit.list), edit.after, edit.entry)
  const place = known(edit.place)
  if (edit.do === 'set') return setAt(content, place, edit.to)
  if (edit.do === 'remove') return removeAt(content, place)
  if (edit.do === 'move') return moveAfter(content, place, edit.after)
  return renameId(content, place, edit.to)
}

const known = (text: string) => readPlace(text) ?? []

const WORDS: Readonly<Record<NoPlace['rule'], string>> = {
  no_place: 'This is not in the policy any more.',
  taken: 'Something else has this id already: choose another.',
  not_renamed: 'This cannot be given another id.',
}

/** What an edit of something that is not there comes to. */
export const misplaced = (error: NoPlace): ContentFault => ({
  place: error.place,
  rule: error.rule,
  says: WORDS[error.rule],
})

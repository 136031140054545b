import { isDeepStrictEqual } from 'node:util'
import type { Pack } from '../types/pack.ts'
import { type Applied, formed, makeOne, misplaced } from './apply.ts'
import { NoPlace } from './change.ts'
import { changesOf, type Edit, type OneEdit } from './edit.ts'
import { idOf, namesIn, type Place, placeText, readPlace, valueAt } from './place.ts'

/** Two people changed the same thing: what each made of it, and what it was before both. Undefined: not there. */
export interface Conflict {
  readonly place: string
  readonly yours: unknown
  readonly theirs: unknown
  readonly before: unknown
}

/** What an edit made on an older revision comes to on the current one. */
export type Merged =
  | { readonly is: 'merged'; readonly content: Pack; readonly edit: Edit }
  | { readonly is: 'conflict'; readonly conflicts: readonly Conflict[] }
  | { readonly is: 'refused'; readonly faults: readonly (Applied & { ok: false })['faults'][number][] }

/**
 * Makes an edit that was made on `base` on the `current` content: it holds where what it changes is as it was.
 * `edit` in the answer is the edit as it was made now: its entries may stand after others than before.
 */
export function mergeEdit(base: Pack, current: Pack, edit: Edit): Merged {
  const state: State = { base, current, made: [], conflicts: [] }
  try {
    for (const one of changesOf(edit)) mergeOne(state, one)
  } catch (error) {
    if (error instanceof NoPlace) return { is: 'refused', faults: [misplaced(error)] }
    throw error
  }
  if (state.conflicts.length > 0) return { is: 'conflict', conflicts: state.conflicts }
  const applied = formed(state.current)
  if (!applied.ok) return { is: 'refused', faults: applied.faults }
  return {
    is: 'merged',
    content: applied.content,
    edit: edit.do === 'all' ? { do: 'all', edits: state.made } : (state.made[0] ?? edit),
  }
}

interface State {
  base: unknown
  current: unknown
  readonly made: OneEdit[]
  readonly conflicts: Conflict[]
}

function mergeOne(state: State, edit: OneEdit): void {
  const found = conflictOf(state, edit)
  const edited = makeOne(state.base, edit)
  if (found === 'same') state.made.push(edit)
  else if (found !== null) state.conflicts.push(found)
  else {
    const now = rebased(state, edit)
    state.current = makeOne(state.current, now)
    state.made.push(now)
  }
  state.base = edited
}

/** What stands in the way; `same` when the other has made just this change already. */
function conflictOf(state: State, edit: OneEdit): Conflict | 'same' | null {
  if (edit.do === 'insert') {
    const list = placeOf(edit.list)
    const id = idOf(edit.entry)
    // Entries without an id are told apart by their number alone: the list must be as it was.
    return differing(state, edit, id === undefined ? list : [...list, id])
  }
  const place = placeOf(edit.place)
  if (edit.do === 'set' || edit.do === 'remove') return differing(state, edit, place)
  const before = valueAt(state.base, place)
  if (valueAt(state.current, place) === undefined)
    return { place: edit.place, yours: before, theirs: undefined, before }
  if (edit.do === 'rename') return null
  const list = place.slice(0, -1)
  const [was, is] = [orderOf(state.base, list), orderOf(state.current, list)]
  const shared = (names: readonly string[], others: readonly string[]) => names.filter((name) => others.includes(name))
  return isDeepStrictEqual(shared(was, is), shared(is, was))
    ? null
    : { place: placeText(list), yours: orderOf(makeOne(state.base, edit), list), theirs: is, before: was }
}

function differing({ base, current }: State, edit: OneEdit, place: Place): Conflict | 'same' | null {
  const [before, theirs] = [valueAt(base, place), valueAt(current, place)]
  if (isDeepStrictEqual(before, theirs)) return null
  const edited = makeOne(base, edit)
  const whole = formed(edited)
  // With its defaults, as the other's is: what was left out is the same as what was written.
  const yours = valueAt(whole.ok ? whole.content : edited, place)
  return isDeepStrictEqual(yours, theirs) ? 'same' : { place: placeText(place), yours, theirs, before }
}

/** The same edit where its neighbour is gone: after the nearest entry before it that is still there. */
function rebased({ base, current }: State, edit: OneEdit): OneEdit {
  if (edit.do !== 'insert' && edit.do !== 'move') return edit
  const list = edit.do === 'insert' ? placeOf(edit.list) : placeOf(edit.place).slice(0, -1)
  const [was, is] = [orderOf(base, list), orderOf(current, list)]
  if (edit.after === null || is.includes(edit.after)) return edit
  const self = edit.do === 'move' ? placeOf(edit.place).at(-1) : undefined
  const before = was.slice(0, was.indexOf(edit.after)).filter((name) => name !== self)
  return { ...edit, after: before.findLast((name) => is.includes(name)) ?? null }
}

const placeOf = (text: string) => readPlace(text) ?? []

const orderOf = (content: unknown, list: readonly string[]): string[] => {
  const value = valueAt(content, list)
  return Array.isArray(value) ? namesIn(value) : []
}

import { idOf, indexIn, isMap, type Place, placeText } from './place.ts'

/** An edit that names what is not there. Caught where edits are applied. */
export class NoPlace extends Error {
  override readonly name = 'NoPlace'
  readonly place: string
  readonly rule: 'no_place' | 'taken' | 'not_renamed'

  constructor(place: Place, rule: NoPlace['rule'] = 'no_place') {
    super(`${rule} ${placeText(place)}`)
    this.place = placeText(place)
    this.rule = rule
  }
}

/** A copy with a value put at a place: a key, or an entry that is there already. */
export const setAt = <T>(content: T, place: Place, to: unknown): T =>
  changed(content, place, (holder, name) => {
    if (isMap(holder)) return { ...holder, [name]: to }
    const index = Array.isArray(holder) ? indexIn(holder, name) : -1
    if (!Array.isArray(holder) || index < 0) throw new NoPlace(place)
    return holder.with(index, to)
  })

/** A copy without what stands at a place. */
export const removeAt = <T>(content: T, place: Place): T =>
  changed(content, place, (holder, name) => {
    if (isMap(holder) && Object.hasOwn(holder, name))
      return Object.fromEntries(Object.entries(holder).filter(([key]) => key !== name))
    const index = Array.isArray(holder) ? indexIn(holder, name) : -1
    if (!Array.isArray(holder) || index < 0) throw new NoPlace(place)
    return holder.toSpliced(index, 1)
  })

/** A copy with one more entry in a list, after another or at the beginning. A list that is not there yet begins. */
export const insertAfter = <T>(content: T, list: Place, after: string | null, entry: unknown): T =>
  changed(content, list, (holder, name) => {
    if (!isMap(holder)) throw new NoPlace(list)
    const before = holder[name] ?? []
    if (!Array.isArray(before)) throw new NoPlace(list)
    const id = idOf(entry)
    if (id !== undefined && before.some((other) => idOf(other) === id)) throw new NoPlace([...list, id], 'taken')
    return { ...holder, [name]: before.toSpliced(slotAfter(before, list, after), 0, entry) }
  })

/** A copy in which an entry stands after another of its list, or first. */
export const moveAfter = <T>(content: T, place: Place, after: string | null): T => {
  const list = place.slice(0, -1)
  return changed(content, place, (holder, name) => {
    const index = Array.isArray(holder) ? indexIn(holder, name) : -1
    if (!Array.isArray(holder) || index < 0) throw new NoPlace(place)
    const target = slotAfter(holder, list, after)
    const entry: unknown = holder[index]
    const without = holder.toSpliced(index, 1)
    return without.toSpliced(target > index ? Math.max(index, target - 1) : target, 0, entry)
  })
}

function slotAfter(list: readonly unknown[], place: Place, after: string | null): number {
  if (after === null) return 0
  const index = indexIn(list, after)
  if (index < 0) throw new NoPlace([...place, after])
  return index + 1
}

/** Copies what leads to a place, and lets `work` answer the new holder of its last name. */
function changed<T>(content: T, place: Place, work: (holder: unknown, name: string) => unknown): T {
  const [name, ...rest] = place
  if (name === undefined) throw new NoPlace(place)
  // What goes in is what comes out, with something changed deep within: the types of the inside are checked afterwards.
  return within(content, place, name, rest, work) as T
}

function within(
  holder: unknown,
  whole: Place,
  name: string,
  rest: Place,
  work: (holder: unknown, name: string) => unknown,
): unknown {
  const [next, ...others] = rest
  if (next === undefined) return work(holder, name)
  if (Array.isArray(holder)) {
    const index = indexIn(holder, name)
    if (index < 0) throw new NoPlace(whole)
    return holder.with(index, within(holder[index], whole, next, others, work))
  }
  if (!isMap(holder) || !Object.hasOwn(holder, name)) throw new NoPlace(whole)
  return { ...holder, [name]: within(holder[name], whole, next, others, work) }
}

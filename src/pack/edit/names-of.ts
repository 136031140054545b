import { textsOf } from '../check/view.ts'
import type { Pack } from '../types/pack.ts'
import { type Place, placeOfPath } from './place.ts'

/** Every place that names a thing: by its reference, a part of it, in an expression, or a clause by its number. */
export function placesNaming(content: Pack, name: string): Place[] {
  const isRef = name.includes('/')
  return [...textsOf(content)].flatMap(({ path, text }) => {
    const names = isRef
      ? text === name || text.startsWith(`${name}#`) || text.includes(`'${name}'`) || text.includes(`"${name}"`)
      : text === name && path.at(-1) !== 'id'
    return names ? [placeOfPath(content, path)] : []
  })
}

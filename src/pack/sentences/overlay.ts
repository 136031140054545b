import { settingValue } from '../engines/schools/setting-value.ts'
import { parseTime } from '../time/parse.ts'
import { sayTime } from '../time/say.ts'
import { isTimeFault } from '../time/time.ts'
import type { Additions, Extension, Overlay } from '../types/overlay.ts'
import type { PlaceOfPack } from '../types/place.ts'
import type { Scalar } from '../types/value.ts'
import { listed, sentence, type Words } from './words.ts'

/** What holds at one school beside the group's own policy: what it sets more strictly, and what it adds. */
export function overlaySentence(words: Words, overlay: Overlay): string {
  const sets = overlay.sets.map(({ setting, to }) => {
    const own = settingValue(words.pack, setting)
    return `${words.thing(setting)} is ${sayScalar(to)}${own === undefined ? '' : ` instead of ${sayScalar(own)}`}`
  })
  const adds = sayAdditions(overlay.adds ?? {})
  const more = overlay.extends.map((one) => sayMore(words, one))
  return sentence(`at ${placeName(words, overlay.school)} ${listed([...sets, ...adds, ...more])}`)
}

/** What a place is, and where it stands. */
export const placeSentence = (words: Words, place: PlaceOfPack): string =>
  sentence(
    `${words.whole(place.says)}: a ${place.level}`,
    place.in.length === 0 ? '' : ` of ${listed(place.in.map((id) => placeName(words, id)))}`,
  )

const placeName = (words: Words, id: string): string => {
  const place = words.pack.places[id]
  return place === undefined ? id : words.whole(place.says)
}

function sayScalar(value: Scalar): string {
  if (Array.isArray(value)) return listed(value)
  const time = typeof value === 'string' ? parseTime(value) : null
  return time === null || isTimeFault(time) ? String(value) : sayTime(time)
}

function sayAdditions(adds: Additions): string[] {
  const counted = Object.entries(adds).flatMap(([holder, things]) => {
    const count = Array.isArray(things) ? things.length : Object.keys(things ?? {}).length
    return count === 0 ? [] : [`${count} more under “${holder}”`]
  })
  return counted.length === 0 ? [] : [`there ${counted.length === 1 ? 'is' : 'are'} ${listed(counted)}`]
}

function sayMore(words: Words, more: Extension): string {
  if ('assent' in more)
    return `${words.thing(more.assent)} also says ${listed(more.items.map(({ says }) => `“${words.whole(says)}”`))}`
  if ('list' in more)
    return `${words.thing(more.list)} also has ${listed(more.values.map(({ says }) => `“${words.whole(says)}”`))}`
  if ('record' in more)
    return `${words.thing(more.record)} also asks ${listed(more.fields.map(({ asks }) => `“${words.whole(asks)}”`))}`
  return `${more.clause} is also kept by ${listed(more.kept_by.map((ref) => words.thing(ref)))}`
}

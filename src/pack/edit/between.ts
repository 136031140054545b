import { isDeepStrictEqual } from 'node:util'
import type { OneEdit } from './edit.ts'
import { isMap, type Place, placeText } from './place.ts'

/**
 * The smallest edits that make one value of another at a place, key by key, so that two people who changed different
 * things of one clause both keep theirs. Lists are taken whole: their order means something.
 */
export function editsBetween(before: unknown, after: unknown, place: Place): OneEdit[] {
  if (isDeepStrictEqual(before, after)) return []
  if (after === undefined) return [{ do: 'remove', place: placeText(place) }]
  if (!isMap(before) || !isMap(after) || ownWord(before) !== ownWord(after))
    return [{ do: 'set', place: placeText(place), to: plain(after) }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => editsBetween(before[key], after[key], [...place, key]))
}

// Of two shapes (a duty on an event, one by the calendar) parts of the one make no sense in the other.
const WORDS = [
  'on',
  'every',
  'from',
  'ask',
  'do',
  'decision',
  'wait_for',
  'for_each',
  'parallel',
  'call',
  'goto',
  'branch',
  'end',
  'is',
  'kind',
  'any_of',
  'all_of',
  'in_order',
  'body',
  'of',
]
const ownWord = (value: Readonly<Record<string, unknown>>): string => WORDS.filter((word) => word in value).join()

const plain = (value: unknown) => JSON.parse(JSON.stringify(value))

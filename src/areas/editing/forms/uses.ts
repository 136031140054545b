import { type Place, valueAt } from '#pack/edit/place.ts'
import type { Scope } from '#pack/expressions/scope.ts'
import { eventScope, flowScope, formScope, personScope, recordScope } from '#pack/expressions/scopes.ts'
import { Words } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import { allFieldsOf, partsOf } from '#pack/types/parts.ts'
import type { Option } from './control.ts'
import { sayWord } from './words.ts'

const MOST = 60

/** What an expression at a place may use, each with what it means. */
export function usesAt(pack: Pack, place: Place): Option[] {
  const words = new Words(pack, pack.pack.language)
  const scope = scopeAt(pack, place)
  const asks = new Map(
    Object.entries(pack.records).flatMap(([id, record]) =>
      place[0] === 'records' && place[1] !== id
        ? []
        : allFieldsOf(pack, id, record).map((field) => [field.id, words.whole(field.asks)] as const),
    ),
  )
  const named = Object.entries(scope.variables).flatMap(([name, type]): Option[] => {
    const own = typeof type === 'object' && 'of' in type ? scope.types[type.of] : undefined
    if (own === undefined) return [{ value: name, text: asks.get(name) ?? sayWord(name) }]
    return Object.keys(own).map((key) => ({ value: `${name}.${key}`, text: factSays(pack, words, `${name}.${key}`) }))
  })
  return [...named.slice(0, MOST), ...FUNCTIONS]
}

const factSays = (pack: Pack, words: Words, name: string): string => {
  const says = pack.facts[name]?.says
  return says === undefined ? sayWord(name.split('.').at(-1) ?? name) : words.whole(says)
}

const FUNCTIONS: readonly Option[] = [
  { value: "signed(person, 'assent/…')", text: 'the person has signed it' },
  { value: "in_audience(person, 'party/…')", text: 'the person belongs to it' },
  { value: "holds(person, 'party/…')", text: 'the person holds the post' },
  { value: "done('duty/…')", text: 'the duty is done' },
]

function scopeAt(pack: Pack, place: Place): Scope {
  const [holder, id = ''] = place
  if (holder === 'records') return recordScope(pack, id)
  if (holder === 'flows') return flowScope(pack, id)
  const event = valueAt(
    pack,
    ['stops', 'on', 'from'].map((key) => [holder ?? '', id, key]).find((path) => valueAt(pack, path) !== undefined) ??
      [],
  )
  if (typeof event === 'string' && partsOf(event) !== null) return eventScope(pack, event)
  if (holder === 'actions') return formScope(pack, pack.actions[id]?.fields ?? [])
  if (holder === 'exceptions') return formScope(pack, pack.exceptions[id]?.fields ?? [])
  return personScope(pack)
}

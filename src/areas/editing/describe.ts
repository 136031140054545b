import { ENTRIES } from '#pack/compare/labels.ts'
import { sayValue } from '#pack/compare/say-value.ts'
import { kindOfHolder } from '#pack/edit/holders.ts'
import { isMap, type Place, valueAt } from '#pack/edit/place.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import { upper, Words } from '#pack/sentences/words.ts'
import type { Text } from '#pack/types/base.ts'
import type { Pack } from '#pack/types/pack.ts'
import { sayStep } from './forms/options.ts'
import { askOf, KINDS, sayWord } from './forms/words.ts'

/** What the holders of a pack are called on the pages. */
export const HOLDER_TITLES: Readonly<Record<string, string>> = {
  pack: 'Title and languages',
  terms: 'The school’s own words',
  levels: 'Levels of the organisation',
  sections: 'Sections',
  clauses: 'Clauses',
  planned: 'Controls that are planned',
  settings: 'Settings',
  parties: 'Roles, groups and audiences',
  facts: 'What is known of people',
  signals: 'Signals from other systems',
  lists: 'Lists to choose from',
  documents: 'Documents, law and letters',
  grants: 'What can be withheld',
  records: 'Registers and forms',
  flows: 'Charts: what to do',
  assents: 'Agreements and consents',
  decisions: 'Decisions',
  guards: 'Gates: nothing may pass unless',
  duties: 'Duties and deadlines',
  notify: 'Who is told of what',
  tables: 'Tables: who may do what',
  measures: 'Measures',
  actions: 'Sanctions and support',
  exceptions: 'Exceptions',
  conduct: 'Rules of conduct',
  reports: 'Reports',
  readings: 'How unclear clauses are read',
  places: 'Places and sites',
  overlays: 'What single schools set more strictly',
}

/** What a part is, in one or two words: “Duty”, “Answer”. */
export function kindAt(place: Place): string {
  const [holder = ''] = place
  if (place.length === 1) return HOLDER_TITLES[holder] ?? upper(holder)
  if (place.length === 2) return KINDS[kindOfHolder(holder) ?? ''] ?? SINGLE[holder] ?? upper(holder)
  const list = place.at(-2) ?? ''
  return upper(ENTRIES[list] ?? askOf(list))
}

const SINGLE: Readonly<Record<string, string>> = {
  clauses: 'Clause',
  sections: 'Section',
  planned: 'Planned control',
  facts: 'Something known',
  places: 'Place',
  overlays: 'A school’s own',
}

const SAID = ['says', 'title', 'asks', 'ask', 'do', 'end', 'holds', 'ref', 'sees', 'school']

/** The words by which a part is known in a list. */
export function titleAt(pack: Pack, place: Place): string {
  const value = valueAt(pack, place)
  const words = new Words(pack, pack.pack.language)
  const name = place.at(-1) ?? ''
  if (place.length === 1) return HOLDER_TITLES[name] ?? sayWord(name)
  if (place.at(-2) === 'steps') return sayStep(words, stepAt(pack, place))
  if (place[0] === 'tables' && place[2] === 'rows' && place.length === 4)
    return sentenceOf(pack, `table/${place[1] ?? ''}#${name}`)
  const key = isMap(value) ? SAID.find((one) => isText(value[one])) : undefined
  const said = isMap(value) && key !== undefined ? value[key] : undefined
  if (isText(said)) return `${place[0] === 'clauses' && place.length === 2 ? `${name}: ` : ''}${words.whole(said)}`
  return upper(sayValue(words, place.at(-2) ?? '', value)) || sayWord(name)
}

const isText = (value: unknown): value is Text =>
  typeof value === 'string' ||
  (isMap(value) && Object.values(value).every((one) => typeof one === 'string') && !('only' in value))

function stepAt(pack: Pack, place: Place) {
  const [holder, id = '', , step = ''] = place
  return (holder === 'flows' ? pack.flows[id] : pack.records[id])?.steps[step]
}

/** The sentence of a construct or part, when it says more than its title. */
export function sentenceAt(pack: Pack, place: Place): string {
  const [holder = '', id = '', , part] = place
  const kind = kindOfHolder(holder)
  if (kind === undefined || place.length === 1 || place.length === 3 || place.length > 4) return ''
  const said = sentenceOf(pack, part === undefined ? `${kind}/${id}` : `${kind}/${id}#${part}`)
  return said.includes(`${kind}/${id}`) || said === `${titleAt(pack, place)}.` ? '' : said
}

/** What a text says when it is one, whatever its languages. */
export const short = (text: string, most = 140): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

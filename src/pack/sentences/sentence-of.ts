import { topicsOf } from '../engines/duties/covers.ts'
import type { Pack } from '../types/pack.ts'
import { allFieldsOf, partsOf } from '../types/parts.ts'
import { actionSentence, exceptionSentence } from './actions.ts'
import { assentSentence } from './assents.ts'
import {
  conductSentence,
  decisionSentence,
  dutySentence,
  guardSentence,
  measureSentence,
  notifySentence,
} from './controls.ts'
import {
  documentSentence,
  fieldSentence,
  flowSentence,
  listSentence,
  partySentence,
  recordSentence,
  reportSentence,
  settingSentence,
  stepSentence,
  tableSentence,
} from './ground.ts'
import { overlaySentence, placeSentence } from './overlay.ts'
import { tableRowSentence } from './table-row.ts'
import { sayWhoByCase } from './who-by-case.ts'
import { namedThing, sentence, Words } from './words.ts'

type Say<K extends keyof Pack> = (words: Words, thing: Pack[K] extends Record<string, infer T> ? T : never) => string

const say =
  <K extends keyof Pack>(holder: K, how: Say<K>) =>
  (words: Words, id: string): string | undefined => {
    const things = words.pack[holder] as Readonly<Record<string, Parameters<Say<K>>[1]>>
    const thing = Object.hasOwn(things, id) ? things[id] : undefined
    return thing === undefined ? undefined : how(words, thing)
  }

const SENTENCES: Readonly<Record<string, (words: Words, id: string) => string | undefined>> = {
  party: say('parties', partySentence),
  list: say('lists', listSentence),
  document: say('documents', documentSentence),
  record: (words, id) => say('records', (_, record) => recordSentence(words, record, { record: id }))(words, id),
  flow: say('flows', flowSentence),
  assent: say('assents', assentSentence),
  decision: say('decisions', decisionSentence),
  guard: say('guards', guardSentence),
  duty: say('duties', dutySentence),
  notify: say('notify', notifySentence),
  table: say('tables', tableSentence),
  measure: say('measures', measureSentence),
  action: say('actions', actionSentence),
  exception: say('exceptions', exceptionSentence),
  conduct: say('conduct', conductSentence),
  report: say('reports', reportSentence),
  setting: say('settings', settingSentence),
  overlay: say('overlays', overlaySentence),
  place: say('places', placeSentence),
  reading: say('readings', (words, reading) =>
    sentence(
      `${reading.between.join(' and ')} ${reading.between.length === 1 ? 'is' : 'are'} read so: ${words.whole(reading.holds)}`,
    ),
  ),
}

/** What `kind/id` (or `kind/id#part`) says, as one plain-English sentence; its bare name when the pack has no such thing. */
export function sentenceOf(pack: Pack, ref: string, language: string = pack.pack.language): string {
  const words = new Words(pack, language)
  const parts = partsOf(ref)
  if (parts === null) return ref
  const part = parts.part === undefined ? undefined : partSentence(words, parts.kind, parts.id, parts.part)
  return part ?? SENTENCES[parts.kind]?.(words, parts.id) ?? titleOnly(words, parts.kind, parts.id) ?? ref
}

const titleOnly = (words: Words, kind: string, id: string): string | undefined => {
  const title = namedThing(words.pack, kind, id)
  return title === undefined ? undefined : sentence(words.whole(title))
}

function partSentence(words: Words, kind: string, id: string, part: string): string | undefined {
  const { pack } = words
  const flow = kind === 'flow' ? pack.flows[id] : undefined
  const record = kind === 'record' ? pack.records[id] : undefined
  const step = (flow ?? record)?.steps[part]
  if (step !== undefined) {
    const by = flow?.by ?? record?.handled_by
    const place = kind === 'flow' ? { flow: id } : { record: id }
    return stepSentence(words, step, by === undefined ? 'somebody' : sayWhoByCase(words, by, place), place)
  }
  const field = record === undefined ? undefined : allFieldsOf(pack, id, record).find((one) => one.id === part)
  if (field !== undefined) return fieldSentence(words, field)
  const table = kind === 'table' ? pack.tables[id] : undefined
  const row = table?.rows.find((one) => one.id === part)
  if (table !== undefined && row !== undefined) return tableRowSentence(words, table, row)
  const duty = kind === 'duty' ? pack.duties[id] : undefined
  if (duty !== undefined && 'covers' in duty.proof) {
    const topic = topicsOf(pack, duty.proof).find((one) => one.id === part)
    if (topic !== undefined) return sentence(`${words.whole(duty.says)}: ${words.whole(topic.says)}`)
  }
  const item = kind === 'assent' ? pack.assents[id]?.items.find((one) => one.id === part) : undefined
  const value = kind === 'list' ? pack.lists[id]?.values.find((one) => one.id === part) : undefined
  const says = item?.says ?? value?.says
  return says === undefined ? undefined : sentence(words.whole(says))
}

import type { Text } from '../types/base.ts'
import type { SingleVoice } from '../types/decision.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import { inCase } from '../types/who.ts'

/** Says things of one pack in one language. */
export class Words {
  readonly pack: Pack
  readonly #language: string

  constructor(pack: Pack, language: string) {
    this.pack = pack
    this.#language = language
  }

  /** A text in this language, or in the pack's own. */
  text(text: Text): string {
    if (typeof text === 'string') return text
    const base = this.#language.split('-')[0] ?? ''
    return text[this.#language] ?? text[base] ?? text[this.pack.pack.language] ?? Object.values(text)[0] ?? ''
  }

  /** A text as it stands within a sentence: no full stop, no capital unless it is a name. */
  within(text: Text): string {
    return lower(this.text(text).trim().replace(/\.$/, ''))
  }

  /** A text as a sentence of its own. */
  whole(text: Text): string {
    return this.text(text).trim().replace(/\.$/, '')
  }

  /** One party or person of the case: `the head`, `pupils`, `whoever opened it`. */
  one(name: string): string {
    const known = inCase.find((word) => word === name)
    if (known !== undefined) return CASE[known]
    const parts = partsOf(name)
    const party = parts?.kind === 'party' ? this.pack.parties[parts.id] : undefined
    if (party === undefined) return name
    const says = this.within(party.says)
    if (party.kind === 'audience' || /^(the|a|an|each|every|all|any|anyone|whoever) /i.test(says)) return says
    return `the ${says}`
  }

  /** Several, with one word between the last two. */
  several(names: readonly string[], word: 'and' | 'or'): string {
    return listed(
      names.map((name) => this.one(name)),
      word,
    )
  }

  /** A `who`, a decision's voice or recipients. */
  who(
    who:
      | string
      | { any_of: readonly string[] }
      | { all_of: readonly string[] }
      | { body: string }
      | { in_order: readonly string[] }
      | { any: readonly SingleVoice[] }
      | { reporter_chooses: readonly string[] },
  ): string {
    if (typeof who === 'string') return this.one(who)
    if ('any_of' in who) return this.several(who.any_of, 'or')
    if ('all_of' in who) return this.several(who.all_of, 'and')
    if ('any' in who)
      return listed(
        who.any.map((voice) => this.voice(voice)),
        'or',
      )
    if ('in_order' in who) return who.in_order.map((one) => this.one(one)).join(', then ')
    return 'body' in who ? this.one(who.body) : `${this.several(who.reporter_chooses, 'or')}, as the reporter chooses`
  }

  /** One voice of a decision: a body speaks by resolution. */
  voice(voice: SingleVoice): string {
    return 'body' in voice ? `${this.one(voice.body)} by resolution` : this.who(voice)
  }

  /** What a reference names, in its own words. */
  thing(ref: string): string {
    const parts = partsOf(ref)
    if (parts === null) return ref
    if (parts.kind === 'party') return this.one(ref)
    const thing = namedThing(this.pack, parts.kind, parts.id)
    return thing === undefined ? ref : `“${this.whole(thing)}”`
  }
}

const CASE: Readonly<Record<(typeof inCase)[number], string>> = {
  opener: 'whoever opened it',
  reporter: 'whoever reported it',
  handler: 'whoever handles the case',
  subject: 'the person it is about',
  person: 'the person',
  parents: 'the parents or carers',
  class_teachers: 'the class teachers',
  chosen: 'whoever the reporter chose to tell',
  named_in_case: 'anybody named in the case',
}

/** The title of a thing. */
export function namedThing(pack: Pack, kind: string, id: string): Text | undefined {
  const holders: Readonly<Record<string, Readonly<Record<string, { readonly says: Text }>>>> = {
    list: pack.lists,
    document: pack.documents,
    grant: pack.grants,
    record: pack.records,
    flow: pack.flows,
    assent: pack.assents,
    decision: pack.decisions,
    guard: pack.guards,
    duty: pack.duties,
    notify: pack.notify,
    table: pack.tables,
    measure: pack.measures,
    action: pack.actions,
    exception: pack.exceptions,
    conduct: pack.conduct,
    report: pack.reports,
    setting: pack.settings,
    signal: pack.signals,
    party: pack.parties,
  }
  const things = holders[kind]
  return things !== undefined && Object.hasOwn(things, id) ? things[id]?.says : undefined
}

/** A list in words: `a, b and c`. */
export function listed(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1)
  if (last === undefined) return 'nobody'
  return items.length === 1 ? last : `${items.slice(0, -1).join(', ')} ${word} ${last}`
}

/** The first letter small, unless the first words are a name or an abbreviation. */
function lower(text: string): string {
  const first = text.split(/\s/)[0] ?? ''
  const name = /[A-Z]/.test(first.slice(1)) || first === 'I' || /^\S+ [A-Z]/.test(text)
  return name ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** The first letter great. */
export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Parts of a sentence with one full stop. */
export const sentence = (...parts: readonly (string | null | false)[]): string =>
  upper(
    `${parts
      .filter((part) => typeof part === 'string' && part !== '')
      .join('')
      .replace(/[.\s]+$/, '')}.`,
  )

import { registerOf } from '../engines/duties/register.ts'
import type { Scope, ScopeType } from '../expressions/scope.ts'
import {
  eventScope,
  flowScope,
  formScope,
  itemScope,
  personScope,
  recordScope,
  scopeType,
} from '../expressions/scopes.ts'
import type { Path } from '../load/positions.ts'
import type { Effect } from '../types/effect.ts'
import type { Field } from '../types/field.ts'
import type { Pack } from '../types/pack.ts'
import { answersOf, partsOf } from '../types/parts.ts'
import type { Steps } from '../types/step.ts'
import type { WhoByCase } from '../types/who.ts'

/** An expression, where it stands, what it may use and what it must give. */
export interface ExpressionPlace {
  readonly text: string
  readonly path: Path
  readonly scope: Scope
  readonly expects: ScopeType
}

/** Every expression of a pack. */
export function expressionPlaces(pack: Pack): ExpressionPlace[] {
  const found = new Finder(pack)
  for (const [id, party] of Object.entries(pack.parties))
    if (party.kind === 'audience') found.add(party.when, ['parties', id, 'when'], personScope(pack))
  for (const [name, fact] of Object.entries(pack.facts))
    if ('is' in fact) found.add(fact.is, ['facts', name, 'is'], personScope(pack), scopeType(fact.type, fact.many))
  for (const [id, record] of Object.entries(pack.records)) found.record(id, record)
  for (const [id, flow] of Object.entries(pack.flows))
    found.steps(flow.steps, ['flows', id, 'steps'], flowScope(pack, id))
  for (const [id, guard] of Object.entries(pack.guards))
    found.add(guard.unless, ['guards', id, 'unless'], eventScope(pack, guard.stops))
  for (const [id, assent] of Object.entries(pack.assents)) {
    found.add(assent.when, ['assents', id, 'when'], personScope(pack))
    found.fields(assent.fields, ['assents', id, 'fields'], formScope(pack, assent.fields))
  }
  for (const [id, decision] of Object.entries(pack.decisions))
    found.add(decision.when, ['decisions', id, 'when'], personScope(pack))
  for (const [id, told] of Object.entries(pack.notify))
    found.add(told.when, ['notify', id, 'when'], eventScope(pack, told.on))
  found.duties()
  found.forms()
  return found.places
}

class Finder {
  readonly places: ExpressionPlace[] = []
  readonly #pack: Pack

  constructor(pack: Pack) {
    this.#pack = pack
  }

  add(text: string | undefined, path: Path, scope: Scope, expects: ScopeType = 'boolean'): void {
    if (text !== undefined) this.places.push({ text, path, scope, expects })
  }

  record(id: string, record: Pack['records'][string]): void {
    const scope = recordScope(this.#pack, id)
    const path = ['records', id]
    this.fields(record.fields, [...path, 'fields'], scope)
    for (const [index, rows] of record.rows.entries())
      this.fields(rows.fields, [...path, 'rows', index, 'fields'], formScope(this.#pack, rows.fields))
    this.steps(record.steps, [...path, 'steps'], scope)
    this.cases(record.handled_by, [...path, 'handled_by'], scope)
    for (const [index, sight] of record.sight.entries()) this.add(sight.when, [...path, 'sight', index, 'when'], scope)
    for (const [index, about] of record.about.entries())
      this.add(about.where, [...path, 'about', index, 'where'], itemScope(this.#pack, partsOf(about.from)?.id ?? ''))
  }

  fields(fields: readonly Field[], path: Path, scope: Scope): void {
    for (const [index, field] of fields.entries()) {
      this.add(field.when, [...path, index, 'when'], scope)
      this.add(field.where, [...path, index, 'where'], itemScope(this.#pack, partsOf(field.type)?.id ?? ''))
    }
  }

  steps(steps: Steps, path: Path, scope: Scope): void {
    for (const [id, step] of Object.entries(steps)) {
      const at = [...path, id]
      this.cases(step.by, [...at, 'by'], scope)
      this.add(step.needs, [...at, 'needs'], scope)
      this.add(step.when, [...at, 'when'], scope)
      this.fields(step.fields, [...at, 'fields'], scope)
      this.effects(step.effects, [...at, 'effects'], scope)
      if ('branch' in step)
        for (const [index, one] of step.branch.entries()) this.add(one.when, [...at, 'branch', index, 'when'], scope)
      for (const [index, answer] of answersOf(step).entries()) {
        this.fields(answer.fields, [...at, 'answers', index, 'fields'], scope)
        this.effects(answer.effects, [...at, 'answers', index, 'effects'], scope)
      }
    }
  }

  cases(who: WhoByCase | undefined, path: Path, scope: Scope): void {
    if (Array.isArray(who))
      for (const [index, line] of who.entries()) this.add(line.when, [...path, index, 'when'], scope)
  }

  effects(effects: readonly Effect[], path: Path, scope: Scope): void {
    for (const [index, effect] of effects.entries()) this.add(effect.when, [...path, index, 'when'], scope)
  }

  duties(): void {
    for (const [id, duty] of Object.entries(this.#pack.duties)) {
      const path = ['duties', id]
      const event = 'on' in duty ? duty.on : 'from' in duty ? duty.from : ''
      const scope = eventScope(this.#pack, event)
      if ('on' in duty) this.add(duty.when, [...path, 'when'], scope)
      this.add(duty.unless, [...path, 'unless'], scope)
      const register = registerOf(duty.for_each)
      const ofEach = register === null ? personScope(this.#pack) : itemScope(this.#pack, register.record)
      this.add(duty.where, [...path, 'where'], ofEach)
      if ('when' in duty.proof) this.add(duty.proof.when, [...path, 'proof', 'when'], scope)
    }
  }

  forms(): void {
    for (const kind of ['actions', 'exceptions'] as const)
      for (const [id, thing] of Object.entries(this.#pack[kind])) {
        const scope = formScope(this.#pack, thing.fields)
        this.fields(thing.fields, [kind, id, 'fields'], scope)
        if ('effects' in thing) this.effects(thing.effects, [kind, id, 'effects'], scope)
      }
  }
}

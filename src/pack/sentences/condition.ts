import { type ASTNode, parse } from '@marcbachmann/cel-js'
import { settingValue } from '../engines/schools/setting-value.ts'
import type { Text } from '../types/base.ts'
import type { Pack } from '../types/pack.ts'
import { answersOf, partsOf } from '../types/parts.ts'
import { stepTitle } from './moments.ts'
import { listed, type Words } from './words.ts'

/** Where a condition stands: the record or flow whose fields and answers it may name. */
export interface Place {
  readonly record?: string
  readonly flow?: string
}

/** A condition in plain words, or the condition itself in quotes when it is too involved to say. */
export function sayCondition(words: Words, text: string, place: Place = {}): string {
  try {
    return said(words, parse(text).ast, place) ?? `the condition “${text}” holds`
  } catch {
    return `the condition “${text}” holds`
  }
}

const COMPARED: Readonly<Record<string, string>> = {
  '==': 'is',
  '!=': 'is not',
  '>': 'is more than',
  '>=': 'is at least',
  '<': 'is less than',
  '<=': 'is at most',
}

function said(words: Words, node: ASTNode, place: Place): string | null {
  if (node.op === '&&' || node.op === '||') return joined(words, node.args, node.op === '&&' ? 'and' : 'or', place)
  if (node.op === '!_') return negated(words, node.args, place)
  if (node.op === 'call') return asked(words, node.args[0], node.args[1])
  if (node.op === 'rcall') return forEach(words, node, place)
  if (node.op === 'in') return oneOf(words, node.args[0], node.args[1], place)
  const subject = nameOf(words, node, place)
  if (subject !== null) return `${subject} is true`
  const compared = COMPARED[node.op]
  const sides = binary(node.args)
  if (compared === undefined || sides === null) return null
  const left = nameOf(words, sides[0], place)
  const right = valueSaid(words, sides[0], sides[1], place)
  return left === null || right === null ? null : `${left} ${compared} ${right}`
}

const binary = (args: unknown): readonly [ASTNode, ASTNode] | null =>
  Array.isArray(args) && args.length === 2 && typeof args[0] === 'object' && typeof args[1] === 'object'
    ? [args[0], args[1]]
    : null

function joined(words: Words, sides: readonly [ASTNode, ASTNode], word: 'and' | 'or', place: Place): string | null {
  const [left, right] = sides.map((side) => {
    const text = said(words, side, place)
    const other = side.op === (word === 'and' ? '||' : '&&')
    return text !== null && other ? `(${text})` : text
  })
  return left === null || right === null ? null : `${left} ${word} ${right}`
}

function negated(words: Words, node: ASTNode, place: Place): string | null {
  const positive = said(words, node, place)
  return positive === null
    ? null
    : positive.endsWith(' is true')
      ? positive.replace(/ is true$/, ' is not true')
      : `it is not so that ${positive}`
}

function asked(words: Words, name: string, args: readonly ASTNode[]): string | null {
  const last = args.at(-1)
  const ref = last?.op === 'value' && typeof last.args === 'string' ? last.args : null
  if (ref === null) return null
  if (name === 'agreed' && args.length === 2) return `the person has agreed to ${statementSaid(words, ref)}`
  if (name === 'signed') return `the person has signed ${words.thing(ref)}`
  if (name === 'holds') return `the person is ${words.thing(ref)}`
  if (name === 'in_audience') return `the person is among ${words.thing(ref)}`
  if (name === 'agreed') return `${words.thing(ref)} is agreed`
  if (name === 'has_record') return sayRecorded(words, ref)
  if (name === 'done') return `${words.thing(ref)} is done`
  return name === 'has_part' ? `somebody is named as ${ref.replaceAll('_', ' ')}` : null
}

/** That a record was made, or a step of it taken. */
function sayRecorded(words: Words, ref: string): string {
  const parts = partsOf(ref)
  if (parts?.part === undefined) return `${words.thing(ref)} is recorded`
  return `“${stepTitle(words, parts.kind, parts.id, parts.part)}” is recorded in ${words.thing(ref)}`
}

/** A statement of an agreement by its own words. */
function statementSaid(words: Words, ref: string): string {
  const parts = partsOf(ref)
  const item = words.pack.assents[parts?.id ?? '']?.items.find((one) => one.id === parts?.part)
  return item === undefined ? words.thing(ref) : `“${words.whole(item.says)}”`
}

/** `all` over several people: for each of those named in a field. */
function forEach(words: Words, node: ASTNode, place: Place): string | null {
  if (node.op !== 'rcall' || node.args[0] !== 'all') return null
  const several = nameOf(words, node.args[1], place)
  const body = node.args[2][1]
  const holds = body === undefined ? null : said(words, body, place)
  return several === null || holds === null ? null : `for each of ${several}, ${holds}`
}

function oneOf(words: Words, left: ASTNode, right: ASTNode, place: Place): string | null {
  if (left.op === 'value') {
    // A question or field of several answers: is this one among them?
    const several = nameOf(words, right, place)
    const value = valueSaid(words, right, left, place)
    return several === null || value === null ? null : `${value} is among ${several}`
  }
  const subject = nameOf(words, left, place)
  if (subject === null || right.op !== 'list') return null
  const values = right.args.map((value) => valueSaid(words, left, value, place))
  const known = values.filter((value) => value !== null)
  return known.length === values.length ? `${subject} is ${few(known)}` : null
}

const FEW = 4

const few = (values: readonly string[]): string =>
  values.length <= FEW + 1
    ? listed(values, 'or')
    : `${values.slice(0, FEW).join(', ')} or one of ${values.length - FEW} others`

/** What a fact, field or answer is called. */
function nameOf(words: Words, node: ASTNode, place: Place): string | null {
  const path = pathOf(node)
  if (path === null) return null
  const [first, second] = path
  if (first === 'answers' && second !== undefined) {
    const [kind, id] = place.flow === undefined ? ['record', place.record ?? ''] : ['flow', place.flow]
    return `the answer to “${stepTitle(words, kind, id, second).replace(/\?$/, '')}”`
  }
  if (first === 'settings' && second !== undefined) return sayHeld(words, second)
  if (first === 'item' && second !== undefined) {
    const asks = fieldOf(words.pack, second, place)?.asks
    return asks === undefined ? `its ${second.replaceAll('_', ' ')}` : `“${words.whole(asks).replace(/\?$/, '')}”`
  }
  if (second !== undefined) return factName(words, first, second)
  const says = fieldOf(words.pack, first, place)?.asks
  return says === undefined ? `“${first.replaceAll('_', ' ')}”` : `“${words.whole(says).replace(/\?$/, '')}”`
}

/** A setting with what it holds: `9 (“Older pupils from year”)`. */
function sayHeld(words: Words, id: string): string {
  const value = settingValue(words.pack, `setting/${id}`)
  const name = words.thing(`setting/${id}`)
  return value === undefined ? name : `${Array.isArray(value) ? listed(value, 'or') : String(value)} (${name})`
}

const factName = (words: Words, about: string, field: string): string => {
  const says: Text | undefined = words.pack.facts[`${about}.${field}`]?.says
  return says === undefined ? `the ${about}'s ${field.replaceAll('_', ' ')}` : `“${words.whole(says)}”`
}

const pathOf = (node: ASTNode): readonly [string, string?] | null => {
  if (node.op === 'id') return [node.args]
  return node.op === '.' && node.args[0].op === 'id' ? [node.args[0].args, node.args[1]] : null
}

/** A value in the words of the list or question that it belongs to. */
function valueSaid(words: Words, left: ASTNode, right: ASTNode, place: Place): string | null {
  if (right.op !== 'value') return pathOf(right)?.[0] === 'settings' ? nameOf(words, right, {}) : null
  const value = String(right.args)
  const [first, second] = pathOf(left) ?? []
  if (first === 'answers' && second !== undefined) {
    const steps = (place.flow === undefined ? words.pack.records[place.record ?? ''] : words.pack.flows[place.flow])
      ?.steps
    const step = steps?.[second]
    const answer = step === undefined ? undefined : answersOf(step).find((one) => one.id === value)
    return `“${answer === undefined ? value : words.whole(answer.says)}”`
  }
  const type =
    second === undefined ? fieldOf(words.pack, first ?? '', place)?.type : words.pack.facts[`${first}.${second}`]?.type
  const list = partsOf(type ?? '')
  const known = list?.kind === 'list' ? words.pack.lists[list.id]?.values.find((one) => one.id === value) : undefined
  return known === undefined ? value : `“${words.within(known.says)}”`
}

function fieldOf(pack: Pack, id: string, place: Place) {
  const inFlow = place.flow === undefined ? undefined : partsOf(pack.flows[place.flow]?.in[0] ?? '')?.id
  const record = pack.records[place.record ?? inFlow ?? '']
  return record?.fields.find((field) => field.id === id)
}

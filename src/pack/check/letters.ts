import { BUILT_IN_MERGE } from '../engines/letters/fill-letter.ts'
import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Effect } from '../types/effect.ts'
import type { Pack } from '../types/pack.ts'
import { answersOf, partsOf } from '../types/parts.ts'
import { recordFieldPlaces } from './fields.ts'
import { proceduresOf, type View } from './view.ts'

/** Effects at one place, and what is asked where they happen. */
export interface Written {
  readonly effects: readonly Effect[]
  readonly path: Path
  /** Whether something is asked here under a name, or at a step. */
  readonly asked: (from: string) => boolean
}

/** A letter has a text, and everything that it fills in is known or said. */
export const letters = (view: View): Fault[] => [
  ...[...writtenIn(view.pack)].flatMap((written) => faultsOf(view, written)),
  ...bareLetters(view),
]

/** Every place where effects stand. */
export function* writtenIn(pack: Pack): Generator<Written> {
  for (const [id, action] of Object.entries(pack.actions))
    yield {
      effects: action.effects,
      path: ['actions', id, 'effects'],
      asked: (from) => action.fields.some((field) => field.id === from),
    }
  for (const { ref, path, steps } of proceduresOf(pack)) {
    const records = recordsOf(pack, ref)
    const asked = (from: string) =>
      from.startsWith('answers.')
        ? Object.hasOwn(steps, from.slice('answers.'.length))
        : records.every((record) => recordFieldPlaces(pack, record).some(({ field }) => field.id === from))
    for (const [id, step] of Object.entries(steps)) {
      const at: Path = [...path, 'steps', id]
      yield { effects: step.effects, path: [...at, 'effects'], asked }
      for (const [index, answer] of answersOf(step).entries())
        yield { effects: answer.effects, path: [...at, 'answers', index, 'effects'], asked }
    }
  }
}

const recordsOf = (pack: Pack, ref: string): string[] => {
  const parts = partsOf(ref)
  if (parts?.kind === 'record') return [parts.id]
  return (pack.flows[parts?.id ?? '']?.in ?? []).flatMap((one) => partsOf(one)?.id ?? [])
}

const documentOf = (pack: Pack, ref: string) => pack.documents[partsOf(ref)?.id ?? '']
const isBuiltIn = (name: string): boolean => BUILT_IN_MERGE.some((one) => one === name)

function faultsOf({ pack, positions }: View, { effects, path, asked }: Written): Fault[] {
  return effects.flatMap((effect, index) => {
    if (!('letter' in effect)) return []
    const document = documentOf(pack, effect.letter)
    if (document === undefined) return []
    const at: Path = [...path, index]
    if (document.body === undefined)
      return [
        positions.fault([...at, 'letter'], 'empty_letter', `${effect.letter} has no body: that could be written.`),
      ]
    const told = Object.entries(effect.with ?? {})
    return [
      ...document.merge
        .filter((name) => !isBuiltIn(name) && effect.with?.[name] === undefined)
        .map((name) =>
          positions.fault([...at, 'letter'], 'unfilled_letter', `Say with: what stands for {${name}} in this letter.`),
        ),
      ...told
        .filter(([name]) => !document.merge.includes(name))
        .map(([name]) =>
          positions.fault([...at, 'with', name], 'unknown_merge_field', `${effect.letter} fills in no {${name}}.`),
        ),
      ...told
        .filter(([, from]) => typeof from === 'string' && !isBuiltIn(from) && !asked(from))
        .map(([name, from]) =>
          positions.fault([...at, 'with', name], 'unknown_name', `Nothing asks for “${String(from)}” here.`),
        ),
    ]
  })
}

/** An outcome of a table writes a letter that needs no telling: it has nowhere to say what stands in it. */
const bareLetters = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.tables).flatMap(([id, table]) =>
    table.outcomes.flatMap(({ does }, index) => {
      const document = does?.startsWith('document/') ? documentOf(pack, does) : undefined
      const open = (document?.merge ?? []).filter((name) => !isBuiltIn(name))
      return open.length === 0
        ? []
        : [
            positions.fault(
              ['tables', id, 'outcomes', index, 'does'],
              'unfilled_letter',
              `Nothing here says what stands for {${open[0] ?? ''}}: let a step of the chart write this letter.`,
            ),
          ]
    }),
  )

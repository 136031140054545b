import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'
import type { ProofKind } from './say.ts'

/** What the form for one measure asks. */
export interface CheckAsks {
  readonly schools: readonly { readonly id: string; readonly name: string }[]
  readonly proofs: readonly ProofKind[]
  /** The names of the values that the policy sets. */
  readonly values: readonly string[]
}

export interface CheckValues {
  readonly schoolIds: readonly string[]
  readonly holds: boolean
  readonly proof: ProofKind
  readonly said: string
  readonly asSet: Readonly<Record<string, string>>
}

/** The field in which a value is typed as it is set now. */
export const fieldOf = (name: string): string => `set-${name}`

/** Reads the form with which somebody states how a measure stands. */
export function readCheck(body: unknown, asks: CheckAsks): Form<CheckValues> {
  const reader = new FormReader(body)
  const [only] = asks.schools
  const ids = asks.schools.map((school) => school.id)
  const schoolIds = asks.schools.length === 1 && only !== undefined ? [only.id] : reader.choices('schools', ids)
  if (schoolIds.length === 0) reader.fault('schools', 'Tick the schools for which you checked it')
  const holds = reader.choice('holds', ['yes', 'no'], 'Say whether it holds') === 'yes'
  const proof = reader.choice('proof', asks.proofs, 'Say how you know')
  const said = reader.text('said', { max: 3000, required: 'Say in a few words what you saw' })
  const asSet = Object.fromEntries(
    asks.values.flatMap((name) => {
      const text = reader.text(fieldOf(name), { max: 200 })
      return text === '' ? [] : [[name, text]]
    }),
  )
  return reader.done({ schoolIds, holds, proof: proof ?? 'statement', said, asSet })
}

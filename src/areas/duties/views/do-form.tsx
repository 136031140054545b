import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { CharacterCount } from '#ui/character-count/character-count.tsx'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import type { DoAsks } from '../forms.ts'
import { writtenField } from '../forms.ts'
import { paths } from '../paths.ts'

export interface DoFormProps {
  readonly id: string
  readonly states: string | null
  readonly proof: 'attest' | 'record' | 'computed' | 'none'
  readonly standsIn: boolean
  readonly asks: DoAsks
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** The form with which a duty is done, asking for its proof. */
export function DoForm({ id, states, proof, standsIn, asks, typed, errors }: DoFormProps) {
  return (
    <Form action={paths.show.to(id)}>
      {standsIn && <InsetText>You stand in for this post. Your name is kept with what you state.</InsetText>}
      {asks.mayBeNotNeeded && (
        <Radios
          name="outcome"
          legend="What happened?"
          legendSize="s"
          inline
          options={[
            { value: 'done', text: 'I did it' },
            { value: 'not_needed', text: 'It was not needed' },
          ]}
          value={typed.outcome}
          error={errors.outcome}
        />
      )}
      {states !== null && (
        <Checkboxes
          name="states"
          legend="What you state"
          legendSize="s"
          options={[{ value: 'yes', text: states }]}
          value={typed.states}
          error={errors.states}
        />
      )}
      <Written asks={asks} typed={typed} errors={errors} />
      <CharacterCount
        name="note"
        label={proof === 'record' ? 'Anything to add' : 'What you did and what you found'}
        labelSize="s"
        hint={
          asks.mayBeNotNeeded
            ? 'A few words. If it was not needed, say why. Do not write names that nobody needs.'
            : 'A few words. Do not write names that nobody needs.'
        }
        rows={4}
        maxlength={3000}
        threshold={75}
        value={typed.note}
        error={errors.note}
      />
      {asks.wantsReason && (
        <CharacterCount
          name="reason"
          label="Why is it late?"
          labelSize="s"
          rows={2}
          maxlength={900}
          threshold={75}
          value={typed.reason}
          error={errors.reason}
        />
      )}
      {proof === 'record' && (
        <InsetText>A record must exist that shows it. We look for it when you send this.</InsetText>
      )}
      <Button preventDoubleClick>Mark as done</Button>
    </Form>
  )
}

// What a report asks of its author, and whether words in it could be names.
function Written({ asks, typed, errors }: Pick<DoFormProps, 'asks' | 'typed' | 'errors'>) {
  return (
    <>
      {asks.writes.map((part) => (
        <CharacterCount
          name={writtenField(part.id)}
          label={part.heading}
          labelSize="s"
          hint={`${part.asks}${/[.?]$/.test(part.asks) ? '' : '.'} Name nobody.`}
          rows={5}
          maxlength={3000}
          threshold={75}
          value={typed[writtenField(part.id)]}
          error={errors[writtenField(part.id)]}
        />
      ))}
      {errors.names !== undefined && (
        <Checkboxes
          name="sure"
          legend="Words that could be names"
          legendSize="s"
          options={[{ value: 'yes', text: 'I have looked: they name nobody' }]}
          value={typed.sure}
          error={errors.names}
        />
      )}
    </>
  )
}

import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { paths } from '../paths.ts'

/** A change in a family, and what the policy then asks again. */
export interface ChangeProps {
  readonly event: keyof typeof ASKS
  /** A kind of circumstance that the policy names, and its words. */
  readonly kind: string | null
  readonly says: string | null
  readonly agreements: readonly string[]
}

const ASKS = {
  'circumstances.changed': 'A separation, or a change of custody or care',
  'person.changed_parents': 'Somebody else has parental responsibility now',
} as const

/** Says that something has changed in a family. Why is not asked: it is not the school's to keep. */
export function ChangeForm({
  personId,
  changes,
}: {
  readonly personId: string
  readonly changes: readonly ChangeProps[]
}) {
  if (changes.length === 0) return null
  return (
    <Details id="family" summary="Something has changed in the family" class="kept-noprint">
      <p class="govuk-body">
        What the policy suspends then counts no more until it is answered again, and those who may answer are asked at
        once. Earlier answers stay in the history. Which of these it was is not kept.
      </p>
      {changes.map(({ event, kind, says, agreements }) => (
        <Form action={paths.changed.to(personId)}>
          <input type="hidden" name="event" value={event} />
          {kind !== null && <input type="hidden" name="kind" value={kind} />}
          <p class="govuk-body">Asked again: {agreements.join('; ')}.</p>
          <Button variant="secondary">{says ?? ASKS[event]}</Button>
        </Form>
      ))}
    </Details>
  )
}

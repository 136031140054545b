import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { paths } from '../paths.ts'
import { WordFields } from './word-fields.tsx'

export interface GroupFormProps {
  readonly draft: string
  readonly index: number
  readonly title: string
  readonly places: string
  readonly seen: string
  readonly count: number
  /** The parties whose word is written down; empty when none is needed. */
  readonly parties: string
  /** How many of the group have no value yet and are left. */
  readonly left: number
  readonly query: string
  readonly today: { readonly day: number; readonly month: number; readonly year: number }
}

/** Confirms what stands above it in one go, after it was seen. */
export function GroupForm(props: GroupFormProps) {
  const { draft, index, count, parties, left } = props
  const what = count === 1 ? 'Confirm this one' : `Confirm these ${count} as they stand`
  return (
    <Details summary={`Confirm all of “${props.title}”`}>
      <Form action={paths.settle.to(draft)}>
        <input type="hidden" name="do" value="group" />
        <input type="hidden" name="places" value={props.places} />
        <input type="hidden" name="seen" value={props.seen} />
        <input type="hidden" name="query" value={props.query} />
        <input type="hidden" name="at" value={`s-${index}`} />
        <p class="govuk-body">
          You have read what stands above.
          {left > 0 &&
            ` ${left === 1 ? 'One has' : `${left} have`} no value yet and ${left === 1 ? 'is' : 'are'} left.`}
        </p>
        {parties !== '' && <WordFields id={`g-${index}`} party={parties} holder="" today={props.today} />}
        <Button preventDoubleClick variant="secondary">
          {what}
        </Button>
      </Form>
    </Details>
  )
}

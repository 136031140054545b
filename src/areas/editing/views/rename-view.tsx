import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { WarningText } from '#ui/warning-text/warning-text.tsx'

export interface RenameViewProps {
  readonly what: string
  readonly kind: string
  readonly id: string
  /** Clauses have numbers, everything else short names. */
  readonly number: boolean
  readonly to: string
  readonly back: string
  readonly action: string
  readonly basedOn: number
  /** It stands under this name in the version in force: things are on record under it. */
  readonly inForce: boolean
  readonly named: readonly string[]
  readonly errors?: Readonly<Record<string, string>>
}

/** Asks for another id of a part, with everything that will follow it. */
export function RenameView(props: RenameViewProps) {
  const name = props.number ? 'number' : 'short name'
  return (
    <Page title={`Give this ${props.kind} another ${name}`} back={props.back} errors={props.errors}>
      <InsetText>{props.what}</InsetText>
      {props.inForce && (
        <WarningText>
          It is in force as {props.id}. What was signed, recorded or planned under this {name} stays under it, and does
          not move.
        </WarningText>
      )}
      <Form action={props.action}>
        <input type="hidden" name="based" value={String(props.basedOn)} />
        <Input
          name="to"
          label={`Its new ${name}`}
          labelSize="s"
          hint={
            props.number
              ? `Now ${props.id}. It stands beside the clause and in its address.`
              : `Now ${props.id}. Small letters, figures and _, for instance weekly_check. It stands in addresses and files, not in the text.`
          }
          width={20}
          autocomplete="off"
          spellcheck={false}
          value={props.to}
          error={props.errors?.to}
        />
        {props.named.length > 0 && (
          <Details
            summary={
              props.named.length === 1
                ? 'One other part names it and follows'
                : `${props.named.length} other parts name it and follow`
            }
          >
            <ul class="govuk-list govuk-list--bullet">
              {props.named.map((says) => (
                <li>{says}</li>
              ))}
            </ul>
          </Details>
        )}
        <ButtonGroup>
          <Button preventDoubleClick>Rename it</Button>
          <a class="govuk-link" href={props.back}>
            Leave it
          </a>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

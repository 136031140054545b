import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'

export interface RemoveViewProps {
  readonly what: string
  readonly kind: string
  readonly back: string
  readonly action: string
  readonly basedOn: number
  /** Whether a reason must be given. */
  readonly reason: boolean
  readonly named: readonly { readonly says: string; readonly href: string }[]
  readonly faults: readonly { readonly says: string; readonly href: string }[]
  readonly possible: boolean
  readonly errors?: Readonly<Record<string, string>>
}

/** Asks before a part is taken out, with everything that names it. */
export function RemoveView(props: RemoveViewProps) {
  return (
    <Page title={`Take out this ${props.kind}?`} back={props.back} errors={props.errors}>
      <InsetText>{props.what}</InsetText>
      {props.named.length > 0 && <Lines title="These name it" lines={props.named} />}
      {props.faults.length > 0 && (
        <Lines
          title={props.possible ? 'This would have to be put right afterwards' : 'It cannot be taken out yet'}
          lines={props.faults}
        />
      )}
      <Form action={props.action}>
        <input type="hidden" name="based" value={String(props.basedOn)} />
        <Textarea
          name="reason"
          label={props.reason ? 'Why is it taken out?' : 'Why is it taken out? (if you wish)'}
          labelSize="s"
          hint="It stands in the history of the draft, with the text as it was."
          rows={2}
          error={props.errors?.reason}
        />
        <ButtonGroup>
          {props.possible && (
            <Button variant="warning" preventDoubleClick>
              Take it out
            </Button>
          )}
          <a class="govuk-link" href={props.back}>
            Leave it in
          </a>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function Lines({ title, lines }: { title: string; lines: RemoveViewProps['named'] }) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {lines.slice(0, 30).map((line) => (
          <li>
            <a class="govuk-link" href={line.href}>
              {line.says}
            </a>
          </li>
        ))}
        {lines.length > 30 && <li>and {lines.length - 30} more</li>}
      </ul>
    </>
  )
}

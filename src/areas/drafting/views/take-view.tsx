import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { Table } from '#ui/table/table.tsx'
import { WarningText } from '#ui/warning-text/warning-text.tsx'
import { paths } from '../paths.ts'

export interface TakeViewProps {
  readonly draft: string
  readonly clause: { readonly id: string; readonly says: string }
  readonly pack: string
  readonly from: string
  readonly ref: string
  readonly says: string
  readonly comes: readonly { readonly says: string; readonly kind: string; readonly there: boolean }[]
  readonly faults: readonly string[]
}

/** What comes with a control that is taken over from another policy, before it is taken. */
export function TakeView(props: TakeViewProps) {
  return (
    <Page
      title="Take over what keeps such a clause"
      caption={`From “${props.from}”, for clause ${props.clause.id}`}
      back={{
        href: paths.proposals.to(props.draft, `?clause=${encodeURIComponent(props.clause.id)}`),
        text: `Clause ${props.clause.id}`,
      }}
    >
      <InsetText>{props.clause.says}</InsetText>
      <p class="govuk-body">{props.says}</p>
      {props.faults.length > 0 && (
        <>
          <WarningText>It does not fit in this draft as it is.</WarningText>
          <ul class="govuk-list govuk-list--bullet">
            {props.faults.map((fault) => (
              <li>{fault}</li>
            ))}
          </ul>
        </>
      )}
      <Table
        caption="What comes with it"
        head={[{ says: 'What' }, { says: 'Kind' }, { says: 'In your draft' }]}
        rows={props.comes.map((one) => [
          { says: one.says },
          { says: one.kind },
          { says: one.there ? 'There already: yours stays' : 'New' },
        ])}
      />
      {props.faults.length === 0 && (
        <Form action={paths.take.to(props.draft)}>
          <input type="hidden" name="clause" value={props.clause.id} />
          <input type="hidden" name="pack" value={props.pack} />
          <input type="hidden" name="ref" value={props.ref} />
          <Button preventDoubleClick>Take it over and link it</Button>
        </Form>
      )}
    </Page>
  )
}

import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'

export interface RevisionViewProps {
  readonly title: string
  readonly caption: string
  readonly back: string
  readonly who: string
  readonly when: string
  readonly says: string
  readonly changes: readonly string[]
  /** What going back to it would change now; null for how it stands now. */
  readonly since: readonly string[] | null
  readonly action: string
}

/** One change of a draft, and the way back to it. */
export function RevisionView(props: RevisionViewProps) {
  return (
    <Page
      title={props.title}
      caption={props.caption}
      back={{ href: props.back, text: 'All changes' }}
      lede={`${props.who}, ${props.when}`}
    >
      <Lines lines={props.changes.length === 0 ? [props.says] : props.changes} />
      {props.since === null ? (
        <p class="govuk-inset-text">This is how the draft stands now.</p>
      ) : (
        <>
          <h2 class="govuk-heading-m">Going back to it would change this</h2>
          {props.since.length === 0 ? (
            <p class="govuk-body">Nothing: the draft is just like this now.</p>
          ) : (
            <Lines lines={props.since} />
          )}
          {props.since.length > 0 && (
            <Form action={props.action}>
              <Button preventDoubleClick>Go back to this</Button>
            </Form>
          )}
        </>
      )}
    </Page>
  )
}

const MOST = 100

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {lines.slice(0, MOST).map((line) => (
      <li>{line}</li>
    ))}
    {lines.length > MOST && <li>and {lines.length - MOST} more</li>}
  </ul>
)

import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Page } from '#ui/page/page.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import type { AgreementText } from '../agreement-text.ts'
import { paths } from '../paths.ts'

export interface SignatureViewProps {
  readonly id: string
  readonly back: string
  readonly audience: 'staff' | 'public'
  readonly about: string
  readonly outcome: string
  readonly signer: string
  readonly typedName: string
  readonly when: string
  readonly way: string
  readonly seenBy: string | null
  readonly reason: string | null
  readonly policy: string
  /** What was said since, such as what was taken back. */
  readonly since: readonly { readonly label: string; readonly value: string }[]
  readonly text: AgreementText
  readonly statements: readonly { readonly says: string; readonly answer: string | null }[]
  /** Whether the text of the version still has the fingerprint that was stored with the signature. */
  readonly genuine: boolean
}

/** One signature with the text exactly as it was signed. */
export function SignatureView(props: SignatureViewProps) {
  const { text } = props
  return (
    <Page
      title={text.title}
      caption={`${props.outcome}: ${props.about}`}
      back={props.back}
      audience={props.audience}
      actions={
        <Button href={paths.certificate.to(props.id)} variant="secondary" small>
          Certificate (PDF)
        </Button>
      }
    >
      {!props.genuine && (
        <Alert voice="danger" title="This text is not the one that was signed">
          The fingerprint stored with the signature is another. Ask the network manager to verify the ledger.
        </Alert>
      )}
      <SummaryList
        rows={[
          { key: 'Signed by', value: props.signer },
          { key: 'Name as written', value: props.typedName },
          { key: 'When', value: props.when },
          { key: 'How', value: props.seenBy === null ? props.way : `${props.way}, seen by ${props.seenBy}` },
          ...props.since.map(({ label, value }) => ({ key: label, value })),
          ...(props.reason === null ? [] : [{ key: 'Note', value: props.reason }]),
          { key: 'Policy', value: props.policy },
        ]}
      />
      {text.intro !== null && <p class="govuk-body">{text.intro}</p>}
      <ol class="kept-says">
        {props.statements.map((one) => (
          <li>
            {one.says}
            {one.answer !== null && <div class="kept-meta">{one.answer}</div>}
          </li>
        ))}
      </ol>
    </Page>
  )
}

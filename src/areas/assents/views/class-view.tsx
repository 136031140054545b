import { Button } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Progress } from '#ui/progress/progress.tsx'
import type { Signer } from '#ui/signing-row/signing-row.tsx'
import { SigningRoll } from '#ui/signing-row/signing-row.tsx'
import { ViewLinks } from '#ui/tab-links/tab-links.tsx'
import { paths } from '../paths.ts'
import { queryOf } from './asking-words.ts'

export interface ClassViewProps {
  readonly class: { readonly id: string; readonly name: string }
  readonly title: string
  readonly assent: string
  readonly assents: readonly { readonly value: string; readonly text: string }[]
  readonly roll: readonly Signer[]
  readonly signed: number
  readonly statements: readonly string[]
  readonly day: string
  readonly onPaper: boolean
  /** Pupils may sign on this device, with their teacher beside them. */
  readonly inClass: boolean
  readonly unsignedIds: readonly string[]
}

/** One class on signing day: its rules beside its names. */
export function ClassView(props: ClassViewProps) {
  const { assent } = props
  return (
    <Page
      title={props.class.name}
      caption={props.title}
      back={{ href: paths.classes.to(queryOf({ assent })), text: 'All classes' }}
      wide
      actions={
        props.onPaper ? (
          <Button href={paths.classSlips.to(props.class.id, queryOf({ assent }))} small>
            Record paper slips
          </Button>
        ) : undefined
      }
    >
      <ViewLinks
        label="Agreement"
        items={props.assents.map((one) => ({
          href: paths.class.to(props.class.id, queryOf({ assent: one.value })),
          text: one.text,
          active: one.value === assent,
        }))}
      />
      {props.roll.length === 0 ? (
        <EmptyState title="Nobody here is asked this">Choose another agreement.</EmptyState>
      ) : (
        <div class="kept-signday kept-gap-top">
          <section class="kept-slide kept-noprint" aria-labelledby="rules">
            <h2 id="rules">Go through it together</h2>
            <ol class="kept-says">
              {props.statements.map((says) => (
                <li>{says}</li>
              ))}
            </ol>
          </section>
          <Roll {...props} />
        </div>
      )}
    </Page>
  )
}

function Roll(props: ClassViewProps) {
  return (
    <section aria-labelledby="roll">
      <div class="kept-card__head">
        <h2 class="govuk-heading-l" id="roll">
          Who has signed
        </h2>
        <p>
          <b>
            {props.signed} of {props.roll.length}
          </b>{' '}
          signed, {props.day}
        </p>
      </div>
      <Progress done={props.signed} of={props.roll.length} />
      <div class="kept-gap-top">
        <SigningRoll items={props.roll} />
      </div>
      <p class="kept-meta kept-gap-top">
        {props.inClass
          ? 'Touch a name that has not signed, and hand over the tablet. Print this page for a list on paper.'
          : 'Touch a name for what was signed and when. Print this page for a list on paper.'}
      </p>
      {props.unsignedIds.length > 0 && (
        <Form action={paths.remind.to()} class="kept-noprint">
          {props.unsignedIds.map((id) => (
            <input type="hidden" name="ids" value={id} />
          ))}
          <Button variant="secondary" small>
            {`Remind the ${props.unsignedIds.length} who have not signed`}
          </Button>
        </Form>
      )}
    </section>
  )
}

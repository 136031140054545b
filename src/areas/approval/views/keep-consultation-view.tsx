import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Figures } from '#ui/figures/figures.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import { ASKED, ASKED_WORDS } from '../types.ts'

export interface KeptComment {
  readonly id: string
  readonly who: string
  readonly audience: string
  readonly says: string
  readonly when: string
  readonly revision: number
  readonly withdrawn: boolean
  readonly answer: string | null
}

export interface KeepConsultationProps {
  readonly draft: { readonly id: string; readonly title: string; readonly href: string; readonly here: string }
  readonly state: 'can_open' | 'open' | 'cannot'
  /** How it stands, and what the pack asks for. */
  readonly says: readonly string[]
  readonly counts: readonly { readonly value: string; readonly label: string }[]
  readonly groups: readonly {
    readonly clause: string
    readonly says: string
    readonly editHref: string | null
    readonly comments: readonly KeptComment[]
  }[]
  /** The comment that is being answered. */
  readonly answering: string | null
  readonly typed: {
    readonly audiences: readonly string[]
    readonly day: string
    readonly month: string
    readonly year: string
    readonly answer: string
  }
  readonly errors: Readonly<Record<string, string>>
}

/** A consultation for those who keep the policy: opening it, what was said, and answering it. */
export function KeepConsultationView(props: KeepConsultationProps) {
  const { draft, state, groups } = props
  return (
    <Page
      title="Consultation"
      caption={draft.title}
      back={{ href: draft.href, text: draft.title }}
      errors={props.errors}
      actions={
        state === 'open' ? (
          <Button href={paths.consultation.to(draft.id)} variant="secondary" small>
            See it as those asked
          </Button>
        ) : undefined
      }
    >
      {props.says.map((says) => (
        <InsetText>{says}</InsetText>
      ))}
      {props.counts.length > 0 && <Figures items={props.counts} />}
      {state !== 'cannot' && <OpenForm {...props} />}
      {state === 'open' && (
        <Form action={paths.closeConsultation.to(draft.id)}>
          <Button variant="warning" preventDoubleClick>
            Close it now
          </Button>
        </Form>
      )}
      <h2 class="govuk-heading-m" id="comments">
        What was said
      </h2>
      {groups.length === 0 && (
        <EmptyState title="Nothing yet">What people say stands here, clause by clause.</EmptyState>
      )}
      {groups.map((group) => (
        <section class="kept-consulted" aria-labelledby={`about-${group.clause}`}>
          <h3 class="govuk-heading-s" id={`about-${group.clause}`}>
            {group.clause === 'whole' ? 'The whole policy' : group.clause}
          </h3>
          {group.says !== '' && <p class="govuk-body-s">{group.says}</p>}
          {group.editHref !== null && (
            <p class="govuk-body-s kept-noprint">
              <a class="kept-link" href={group.editHref}>
                Edit {group.clause}
              </a>
            </p>
          )}
          {group.comments.map((comment) => (
            <OneComment {...props} comment={comment} />
          ))}
        </section>
      ))}
    </Page>
  )
}

function OpenForm({ draft, state, typed, errors }: KeepConsultationProps) {
  return (
    <Form action={draft.here}>
      <h2 class="govuk-heading-m">
        {state === 'open' ? 'Who is asked, and until when' : 'Ask people what they think'}
      </h2>
      <Checkboxes
        name="audiences"
        legend="Who is asked?"
        legendSize="s"
        hint="Each of them gets a notice, reads the draft and can comment on its clauses."
        options={ASKED.map((one) => ({ value: one, text: ASKED_WORDS[one] ?? one }))}
        value={typed.audiences}
        error={errors.audiences}
      />
      <DateInput
        name="until"
        legend="Until when?"
        legendSize="s"
        hint="The last day on which they can say something."
        value={{ day: typed.day, month: typed.month, year: typed.year }}
        error={errors.until}
      />
      <Button preventDoubleClick>{state === 'open' ? 'Save' : 'Open the consultation'}</Button>
    </Form>
  )
}

function OneComment({
  draft,
  comment,
  answering,
  errors,
  typed,
}: KeepConsultationProps & { readonly comment: KeptComment }) {
  return (
    <div class="kept-comment" id={`comment-${comment.id}`}>
      <p class="govuk-body-s">
        <strong>{comment.who}</strong>, {comment.audience}, {comment.when}, about revision {comment.revision}
        {comment.withdrawn && '. Taken back by its author'}
      </p>
      <p class="govuk-body">{comment.says}</p>
      {comment.answer !== null && <p class="govuk-body-s">{comment.answer}</p>}
      {!comment.withdrawn && answering !== comment.id && (
        <p class="govuk-body-s kept-noprint">
          <a class="kept-link" href={`${draft.here}?comment=${comment.id}#comment-${comment.id}`}>
            {comment.answer === null ? 'Answer' : 'Answer again'}
            <span class="govuk-visually-hidden"> {comment.who}</span>
          </a>
        </p>
      )}
      {answering === comment.id && (
        <Form action={paths.answerComment.to(draft.id, comment.id)}>
          <Radios
            name="taken_up"
            legend="Is it taken up?"
            legendSize="s"
            inline
            options={[
              { value: 'yes', text: 'Yes' },
              { value: 'no', text: 'No' },
            ]}
            error={errors.taken_up}
          />
          <Textarea
            name="answer"
            label="What do you answer?"
            labelSize="s"
            hint="For instance: in revision 7. Or why not. Its author reads it."
            rows={3}
            value={typed.answer}
            error={errors.answer}
          />
          <ButtonGroup>
            <Button preventDoubleClick>Answer</Button>
          </ButtonGroup>
        </Form>
      )}
    </div>
  )
}

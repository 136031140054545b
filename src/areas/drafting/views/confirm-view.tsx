import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'

/** One point as it was sent to somebody. */
export interface ToConfirm {
  readonly id: string
  readonly title: string
  readonly sentence: string
  readonly says: string
  readonly clauses: readonly { readonly id: string; readonly says: string }[]
  readonly hasValue: boolean
  /** “You are asked as the network manager, by Priya Raman, on Monday.” */
  readonly asked: string
  readonly typed?: string | undefined
  readonly error?: string | undefined
}

export interface ConfirmViewProps {
  readonly waiting: readonly ToConfirm[]
  readonly answered: readonly { readonly title: string; readonly says: string; readonly words: string }[]
  readonly errors?: Readonly<Record<string, string>> | undefined
}

/** What somebody is asked to confirm of the next version of the policy: their own points and nothing else. */
export function ConfirmView({ waiting, answered, errors }: ConfirmViewProps) {
  return (
    <Page
      title="Is this so?"
      caption="The next version of the policy"
      lede={
        waiting.length === 0
          ? 'Nothing waits for your word.'
          : 'These points belong to a post that you hold. The policy does not say them in so many words, so they are asked before it is published.'
      }
      errors={errors}
    >
      {waiting.map((point) => (
        <Point {...point} />
      ))}
      {waiting.length === 0 && answered.length === 0 && (
        <EmptyState title="You have not been asked about anything">When you are, you are told.</EmptyState>
      )}
      {answered.length > 0 && (
        <Section id="answered" title="What you have said">
          <ul class="govuk-list govuk-list--spaced">
            {answered.map((one) => (
              <li>
                <b>{one.title}</b>
                <br />
                {one.says}
                {one.words !== '' && ` “${one.words}”`}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}

function Point(point: ToConfirm) {
  const { id } = point
  const answer = (what: 'yes' | 'no') => (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="answer" value={what} />
    </>
  )
  const other = (
    <Form action={paths.toConfirm.to()}>
      {answer('no')}
      <Textarea
        name="words"
        id={`w-${id}`}
        label="What should it be?"
        hint="In your own words. Those who keep the policy read it and decide."
        rows={3}
        value={point.typed}
        error={point.error}
      />
      <Button small variant="secondary">
        Send what it should be
        <span class="govuk-visually-hidden">: {point.title.slice(0, 80)}</span>
      </Button>
    </Form>
  )
  return (
    <article class="kept-card" id={`p-${id}`} aria-labelledby={`t-${id}`}>
      <h2 class="govuk-heading-s" id={`t-${id}`}>
        {point.title}
      </h2>
      {point.clauses.length > 0 && (
        <ul class="govuk-list">
          {point.clauses.map((clause) => (
            <li>
              <span class="kept-clause">{clause.id}</span> “{clause.says}”
            </li>
          ))}
        </ul>
      )}
      {point.sentence !== '' && <p class="govuk-body">{point.sentence}</p>}
      <p class="govuk-body">
        <b>{point.says}</b>
      </p>
      <p class="kept-meta">{point.asked}</p>
      {point.hasValue && (
        <Form action={paths.toConfirm.to()}>
          {answer('yes')}
          <Button small>
            Yes, so it is
            <span class="govuk-visually-hidden">: {point.title.slice(0, 80)}</span>
          </Button>
        </Form>
      )}
      {point.hasValue ? (
        <Details summary="No: it should be something else" open={point.error !== undefined}>
          {other}
        </Details>
      ) : (
        other
      )}
    </article>
  )
}

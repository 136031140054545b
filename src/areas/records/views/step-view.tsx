import type { Typed } from '#core/form.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Chronology } from '#ui/chronology/chronology.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { KnownNames, NameInput } from '#ui/name-input/name-input.tsx'
import { Page } from '#ui/page/page.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { Words } from '#ui/words.ts'
import type { AskedItem } from '../case/asked-item.ts'
import type { PathLine } from '../case/path-taken.ts'
import type { RecordHome } from '../home.ts'
import { ItemAsked } from './asked-item.tsx'
import { CountedCases, type ProposalOnPage, ProposedBy } from './proposed.tsx'
import { Answers, Decides, GivesUp, NotNeeded, TakeBack, WhoAnswered, WhyLate } from './step-answers.tsx'

export interface StepViewProps {
  readonly home: RecordHome
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly number: number
  readonly step: {
    readonly key: string
    readonly kind: string
    readonly says: string
    readonly hint: string | null
    readonly answers: readonly {
      readonly id: string
      readonly says: string
      readonly hint: string | null
      /** What this answer asks for beside itself. */
      readonly asks: Words | null
    }[]
    readonly several: boolean
    /** What a table proposes, where one stands behind the question. */
    readonly proposed: ProposalOnPage | null
    readonly optional: boolean
    readonly twoPeople: boolean
    readonly witness: boolean
    /** The item of evidence with which it is done. */
    readonly item: AskedItem | null
    readonly clauses: readonly string[]
    readonly decides: 'required' | 'on_refusal' | 'optional' | null
    readonly asksMinute: boolean
    readonly awaits: readonly { readonly party: string; readonly says: string }[]
    readonly mayGiveUp: boolean
    readonly filesNever: boolean
    readonly branch: string | null
    /** It is settled: changing it takes a reason, and nothing is overwritten. */
    readonly settled: boolean
    readonly second: boolean
    /** It is late, and the policy wants to know why. */
    readonly wantsLateReason: boolean
  }
  /** The form fields of the pack for this step. */
  readonly fields: Words
  /** When and how those whom it tells were told; null when it tells nobody. */
  readonly tells: Words | null
  /** What was recorded here, when it is being corrected or confirmed. */
  readonly was: {
    readonly rows: readonly { readonly key: string; readonly value: string }[]
    readonly who: string
    readonly when: string
  } | null
  /** The names that a list offers. */
  readonly known: readonly string[]
  readonly soFar: readonly Pick<PathLine, 'what' | 'who' | 'branch'>[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly version: string
}

/** One question of the policy's chart on a page of its own. */
export function StepView(props: StepViewProps) {
  const { step, errors } = props
  const back = props.home.paths.show.to(props.id)
  const question = step.answers.length > 0
  return (
    <Page
      title={step.says}
      heading={false}
      errors={errors}
      back={{ href: back, text: `Back to the ${props.home.noun}` }}
    >
      <Layout side={<Side {...props} />} sideLabel="So far">
        <span class="govuk-caption-l">
          Step {props.number} in <span class="kept-ref">{props.reference}</span>, {props.title}
          {step.branch !== null && `, for ${step.branch}`}
        </span>
        <h1 class="govuk-heading-xl">{step.says}</h1>
        {step.hint !== null && <p class="govuk-body">{step.hint}</p>}
        {step.filesNever && (
          <Alert voice="wall" title="Do not look, copy, print or forward">
            There is no place for files in this chart, and there must not be one. Describe in words only.
          </Alert>
        )}
        {step.second && (
          <Alert voice="notice" title="A second person is needed">
            Somebody has recorded this step. Confirm it if you were there or agree with it.
          </Alert>
        )}
        {props.was !== null && (
          <InsetText>
            <p>
              {step.settled ? 'This was recorded by' : 'Recorded by'} <strong>{props.was.who}</strong>, {props.was.when}
            </p>
            <SummaryList rows={props.was.rows} />
          </InsetText>
        )}
        <Form>
          {step.settled && <TakeBack {...props} />}
          {step.proposed !== null && !step.second && <ProposedBy proposed={step.proposed} />}
          {step.proposed !== null && !step.second && (
            <CountedCases counted={step.proposed.counted} typed={props.typed} errors={errors} />
          )}
          {question && !step.second && <Answers {...props} />}
          {step.decides !== null && <Decides {...props} />}
          {step.awaits.length > 0 && <WhoAnswered {...props} />}
          {step.mayGiveUp && <GivesUp {...props} />}
          {step.item !== null && <ItemAsked item={step.item} typed={props.typed} errors={errors} />}
          {!step.second && !step.optional && props.tells}
          {!step.second && props.fields}
          {step.settled && (
            <Textarea
              name="reason"
              label="Why are you changing this?"
              labelSize="s"
              hint="What was recorded before stays, and both are shown."
              value={props.typed.reason}
              error={errors.reason}
              rows={3}
            />
          )}
          {step.optional && !step.second && <NotNeeded {...props} />}
          {step.witness && !step.second && (
            <NameInput
              name="witness"
              label="Who was there as a witness?"
              labelSize="s"
              value={props.typed.witness}
              error={errors.witness}
            />
          )}
          {step.wantsLateReason && !step.second && !step.settled && <WhyLate {...props} />}
          {step.twoPeople && !step.second && !step.settled && (
            <p class="govuk-body">A second person confirms this after you.</p>
          )}
          <Textarea
            name="note"
            label={
              step.decides === null || step.decides === 'optional'
                ? 'A note (optional)'
                : step.decides === 'required'
                  ? 'Why?'
                  : 'Why? (needed for a no)'
            }
            labelSize="s"
            hint={`It stays in the ${props.home.noun}, with your name and the time.`}
            value={props.typed.note}
            error={errors.note}
            rows={4}
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick>
              {step.second
                ? 'Confirm it'
                : step.decides !== null
                  ? 'Decide'
                  : step.settled
                    ? 'Record the change'
                    : question
                      ? 'Answer and go on'
                      : 'This is done'}
            </Button>
            <a class="govuk-link" href={back}>
              Not now
            </a>
          </div>
          <p class="kept-meta">A wrong answer is corrected by a new one with a reason. Nothing is overwritten.</p>
          <KnownNames names={props.known} />
        </Form>
      </Layout>
    </Page>
  )
}

function Side({ step, soFar, version }: StepViewProps) {
  return (
    <>
      <Card title="So far" sand>
        <Chronology
          items={[
            ...soFar.map(({ what, who, branch }) => ({
              what: branch === null ? what : `${what} (${branch})`,
              who,
              kind: 'answer' as const,
            })),
            { what: <strong>{step.says}</strong>, who: 'Now' },
          ]}
        />
      </Card>
      <p class="govuk-body-s">
        This comes from{' '}
        {step.clauses.length === 0
          ? 'the chart'
          : step.clauses.map((clause) => (
              <>
                <ClauseChip clause={clause} href={`/policy/clauses/${clause}`} />{' '}
              </>
            ))}{' '}
        of the policy, {version}.
      </p>
    </>
  )
}

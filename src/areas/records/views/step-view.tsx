import type { Typed } from '#core/form.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Chronology } from '#ui/chronology/chronology.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { KnownNames } from '#ui/name-input/name-input.tsx'
import { Page } from '#ui/page/page.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import type { Words } from '#ui/words.ts'
import type { AskedItem } from '../case/asked-item.ts'
import type { PathLine } from '../case/path-taken.ts'
import type { RecordHome } from '../home.ts'
import { ItemAsked } from './asked-item.tsx'
import { CountedCases, type ProposalOnPage, ProposedBy } from './proposed.tsx'
import { Answers, Decides, GivesUp, NotNeeded, TakeBack, WhoAnswered } from './step-answers.tsx'
import { Note, WhyChanged, WhyLate, Witness } from './step-reasons.tsx'

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
  return (
    <Page
      title={step.says}
      heading={false}
      errors={errors}
      back={{ href: props.home.paths.show.to(props.id), text: `Back to the ${props.home.noun}` }}
    >
      <Layout side={<Side {...props} />} sideLabel="So far">
        <span class="govuk-caption-l">
          Step {props.number} in <span class="kept-ref">{props.reference}</span>, {props.title}
          {step.branch !== null && `, for ${step.branch}`}
        </span>
        <h1 class="govuk-heading-xl">{step.says}</h1>
        {step.hint !== null && <p class="govuk-body">{step.hint}</p>}
        <Warnings {...props} />
        <StepForm {...props} />
      </Layout>
    </Page>
  )
}

/** What has to be known before the step is taken: what must not be done, who is missing, what was recorded. */
function Warnings({ step, was }: StepViewProps) {
  return (
    <>
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
      {was !== null && (
        <InsetText>
          <p>
            {step.settled ? 'This was recorded by' : 'Recorded by'} <strong>{was.who}</strong>, {was.when}
          </p>
          <SummaryList rows={was.rows} />
        </InsetText>
      )}
    </>
  )
}

function StepForm(props: StepViewProps) {
  const { step, home, id } = props
  return (
    <Form>
      {step.settled && <TakeBack {...props} />}
      {!step.second && <Proposed {...props} />}
      {step.answers.length > 0 && !step.second && <Answers {...props} />}
      {step.decides !== null && <Decides {...props} />}
      {step.awaits.length > 0 && <WhoAnswered {...props} />}
      {step.mayGiveUp && <GivesUp {...props} />}
      {step.item !== null && <ItemAsked item={step.item} typed={props.typed} errors={props.errors} />}
      {!step.second && !step.optional && props.tells}
      {!step.second && props.fields}
      {step.settled && <WhyChanged {...props} />}
      {step.optional && !step.second && <NotNeeded {...props} />}
      {step.witness && !step.second && <Witness {...props} />}
      {step.wantsLateReason && !step.second && !step.settled && <WhyLate {...props} />}
      {step.twoPeople && !step.second && !step.settled && (
        <p class="govuk-body">A second person confirms this after you.</p>
      )}
      <Note {...props} />
      <div class="govuk-button-group">
        <Button preventDoubleClick>{sendWords(step)}</Button>
        <a class="govuk-link" href={home.paths.show.to(id)}>
          Not now
        </a>
      </div>
      <p class="kept-meta">A wrong answer is corrected by a new one with a reason. Nothing is overwritten.</p>
      <KnownNames names={props.known} />
    </Form>
  )
}

function Proposed({ step, typed, errors }: StepViewProps) {
  if (step.proposed === null) return null
  return (
    <>
      <ProposedBy proposed={step.proposed} />
      <CountedCases counted={step.proposed.counted} typed={typed} errors={errors} />
    </>
  )
}

function sendWords(step: StepViewProps['step']): string {
  if (step.second) return 'Confirm it'
  if (step.decides !== null) return 'Decide'
  if (step.settled) return 'Record the change'
  return step.answers.length > 0 ? 'Answer and go on' : 'This is done'
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

import { sayDue } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { NextStep } from '#ui/next-step/next-step.tsx'
import type { CaseViewProps, OpenStepLine } from './case-view.tsx'

/** What is to be done next in a record that is open, and whose it is. */
export function Next(props: CaseViewProps) {
  const mine = props.steps.filter((step) => step.mine)
  const [first, ...more] = mine
  return (
    <>
      {first === undefined ? <Waiting steps={props.steps} /> : <Step step={first} {...props} />}
      {more.map((step) => (
        <Card
          key={step.key}
          title={
            <a class="govuk-link" href={props.home.paths.step.to(props.id, step.key)}>
              {step.branch === null ? step.title : `${step.title} (${step.branch})`}
            </a>
          }
          end={step.due === null ? undefined : sayDue(step.due, props.now, props.zone)}
        >
          <p class="kept-meta">{step.optional ? 'If it is needed; otherwise say why not.' : 'This has to be done.'}</p>
        </Card>
      ))}
      {props.ways.length > 0 && (
        <p class="govuk-body-s kept-noprint">
          {props.ways.map((way) => (
            <a class="govuk-link" href={props.home.paths.move.to(props.id, way.to.slice('flow/'.length))}>
              {way.says}
            </a>
          ))}
        </p>
      )}
      {props.steps.length === 0 && props.alters && <AtItsEnd {...props} />}
    </>
  )
}

function AtItsEnd({ heldUp, home, id }: CaseViewProps) {
  if (heldUp.length > 0)
    return (
      <NextStep
        title={`Before this ${home.noun} can be closed`}
        actions={
          <ul class="govuk-list">
            {heldUp.map((line) => (
              <li>
                <a class="govuk-link" href={line.href}>
                  {line.says}
                </a>
              </li>
            ))}
          </ul>
        }
      />
    )
  return (
    <NextStep
      title="The chart has come to its end"
      actions={<Button href={home.paths.close.to(id)}>Close the {home.noun}</Button>}
    >
      Nothing is open. Close the {home.noun}, or add what is still missing first.
    </NextStep>
  )
}

function Step({ step, home, id, now, zone }: CaseViewProps & { readonly step: OpenStepLine }) {
  return (
    <NextStep
      title={`Your step: ${step.title}${step.branch === null ? '' : ` (${step.branch})`}`}
      actions={
        <>
          <Button href={home.paths.step.to(id, step.key)}>Go to this step</Button>
          {step.due !== null && (
            <span>
              <strong>{sayDue(step.due, now, zone)}</strong>
            </span>
          )}
          {step.clauses.slice(0, 3).map((clause) => (
            <ClauseChip clause={clause} href={`/policy/clauses/${clause}`} />
          ))}
        </>
      }
    >
      {step.asks === step.title ? '' : `${ended(step.asks)} `}Asked of {step.who}.
    </NextStep>
  )
}

const ended = (words: string): string => (/[.!?:]$/.test(words) ? words : `${words}.`)

function Waiting({ steps }: Pick<CaseViewProps, 'steps'>) {
  if (steps.length === 0) return null
  return (
    <Alert voice="calm" title="Somebody else has the next step">
      {steps.map((step, at) => (
        <>
          {at > 0 && <br />}
          {step.branch === null ? step.title : `${step.title} (${step.branch})`}: {step.who}.
        </>
      ))}
    </Alert>
  )
}

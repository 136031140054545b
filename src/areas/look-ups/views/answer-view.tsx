import { Button } from '#ui/button/button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Details } from '#ui/details/details.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Permission } from '../may-i/permission.ts'
import type { Choice } from '../may-i/questions.ts'
import type { Times } from '../may-i/say-times.ts'
import type { Verdictish } from '../may-i/verdict-of.ts'
import { paths } from '../paths.ts'
import { AskForm } from './ask-form.tsx'
import { FoundList } from './found-list.tsx'
import { BigVerdict } from './verdict-words.tsx'

/** The one answer with everything that belongs to it. */
export interface WholeAnswer extends Verdictish {
  /** When it is a yes, where that is at certain times only. */
  readonly times: Times | null
  readonly permission: Permission | null
  /** As what it is recorded when somebody does it nevertheless. */
  readonly otherwise: string | null
  readonly clauses: readonly { readonly id: string; readonly href: string; readonly says: string }[]
  /** The row of the table, for those who keep the policy. */
  readonly why: string | null
}

export interface AnswerProps {
  readonly id: string
  readonly table: string
  readonly asked: string
  readonly choices: readonly Choice[]
  readonly easy: boolean
  /** Null where the answer depends on what is left open. */
  readonly answer: WholeAnswer | null
  readonly cases: readonly { readonly says: string; readonly href: string; readonly verdict: Verdictish }[]
}

/** The answer to a question that somebody put together. */
export function AnswerView(props: AnswerProps) {
  const { answer, easy } = props
  return (
    <Page
      title={props.asked === '' ? props.table : props.asked}
      caption={props.asked === '' ? 'May I?' : props.table}
      back={{ href: paths.ask.to(), text: 'May I?' }}
    >
      {answer !== null && <OneAnswer answer={answer} easy={easy} />}
      {answer === null && <FoundList title="It depends" lines={props.cases} easy={easy} />}
      <Section id="other" title={easy ? 'Ask something else' : 'Ask about another case'}>
        <AskForm id={props.id} choices={props.choices} says={easy ? 'Tell me' : 'May I?'} />
        <p class="govuk-body">
          <a class="govuk-link" href={paths.whole.to(props.id)}>
            See all of “{props.table}”
          </a>
        </p>
      </Section>
    </Page>
  )
}

function OneAnswer({ answer, easy }: { readonly answer: WholeAnswer; readonly easy: boolean }) {
  return (
    <>
      <BigVerdict verdict={answer} easy={easy} />
      {answer.times !== null && <When times={answer.times} easy={easy} />}
      {answer.notes.map((note) => (
        <p class="govuk-body">{note}</p>
      ))}
      {answer.permission !== null && <Permits permission={answer.permission} />}
      {answer.otherwise !== null && (
        <p class="govuk-body">
          {easy
            ? 'If it happens anyway, the school writes it down as: '
            : 'If it happens nevertheless, it is recorded as: '}
          <strong>{answer.otherwise}</strong>.
        </p>
      )}
      {answer.means === 'illegal' && (
        <p class="govuk-body">
          {easy ? 'Did you see this? You are not in trouble. ' : 'Have you seen this? '}
          <a class="govuk-link" href="/tell">
            Tell the school
          </a>
        </p>
      )}
      {answer.clauses.length > 0 && (
        <Section id="clauses" title={easy ? 'The rule' : 'What the policy says'}>
          {answer.clauses.map((clause) => (
            <p class="govuk-body">
              <ClauseChip clause={clause.id} href={clause.href} /> {clause.says}
            </p>
          ))}
        </Section>
      )}
      {answer.why !== null && <Details summary="Which row of the table says so">{answer.why}</Details>}
    </>
  )
}

function When({ times, easy }: { readonly times: Times; readonly easy: boolean }) {
  return (
    <Section id="times" title={easy ? 'When you may' : 'At which times'}>
      <p class="govuk-body">{times.says}</p>
      {times.now !== null && (
        <p class="govuk-body">
          <strong>{times.now}</strong>
        </p>
      )}
    </Section>
  )
}

function Permits({ permission }: { readonly permission: Permission }) {
  return (
    <Section id="permission" title="Who can say yes">
      {permission.who !== null && <p class="govuk-body">{capital(permission.who)} can say yes.</p>}
      {permission.href !== null && <Button href={permission.href}>Ask now</Button>}
      {permission.through !== null && <p class="govuk-body">To ask, go to {permission.through}.</p>}
    </Section>
  )
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

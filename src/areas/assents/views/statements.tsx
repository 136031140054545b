import type { Typed } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { YesNo } from '#ui/yes-no/yes-no.tsx'
import type { AgreementText, Statement } from '../agreement-text.ts'
import { isOnItsOwn, itemName } from '../forms/read-sign.ts'

export interface PromisesProps {
  readonly text: AgreementText
  readonly forName: string | null
  readonly pupil: boolean
  readonly pupilToo: boolean
  /** The same page in the other words, when the agreement has them. */
  readonly wordsHref: string | null
  /** The clauses beside what they ask for: for grown-ups who sign for themselves. */
  readonly showClauses: boolean
}

const Chip = ({ id }: { readonly id: string }) => (
  <>
    {' '}
    <ClauseChip clause={id} href={`/policy#${id}`} />
  </>
)

/** What is promised or read, numbered, exactly as it is signed. */
export function Promises({ text, forName, pupil, pupilToo, wordsHref, showClauses }: PromisesProps) {
  const promised = text.statements.filter((one) => !isOnItsOwn(one))
  const reading = promised.every((one) => one.answer === 'read')
  const heading =
    forName !== null && !reading
      ? say('en', 'agreement.promises', { name: forName })
      : pupil && !reading
        ? say('en', 'agreement.promises.own')
        : text.title
  const easy = text.language === 'en-easy'
  return (
    <>
      <h2 class="govuk-heading-l">{heading}</h2>
      {heading !== text.title && <p class="kept-meta">{text.title}</p>}
      {text.intro !== null && <p class="govuk-body">{text.intro}</p>}
      {pupilToo && forName !== null && <p class="govuk-body">{say('en', 'agreement.also_pupil', { name: forName })}</p>}
      {promised.length > 0 && (
        <ol class="kept-says">
          {promised.map((one) => (
            <li>
              {one.says}
              {showClauses && (text.clauses[one.id] ?? []).map((id) => <Chip id={id} />)}
              {one.hint !== null && <span class="govuk-hint">{one.hint}</span>}
            </li>
          ))}
        </ol>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/policy">
          {say('en', 'agreement.read_first')}
        </a>
        {wordsHref !== null && (
          <>
            {' '}
            &nbsp;{' '}
            <a class="govuk-link" href={wordsHref}>
              {say('en', easy ? 'agreement.usual' : 'agreement.easy')}
            </a>
          </>
        )}
      </p>
    </>
  )
}

export interface OwnQuestionsProps {
  readonly text: AgreementText
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** The statements that each want an answer of their own. Nothing is chosen beforehand. */
export function OwnQuestions({ text, typed, errors }: OwnQuestionsProps) {
  return (
    <>
      {text.statements.filter(isOnItsOwn).map((one) => (
        <Question statement={one} value={typed[itemName(one)]} error={errors[itemName(one)]} />
      ))}
    </>
  )
}

const hintOf = ({ answer, hint, required }: Statement): string | undefined =>
  hint ?? (required ? undefined : say('en', answer === 'scale' ? 'survey.scale' : 'survey.optional'))

interface QuestionProps {
  readonly statement: Statement
  readonly value: Typed[string]
  readonly error: string | undefined
}

function Question({ statement, value, error }: QuestionProps) {
  const common = { name: itemName(statement), hint: hintOf(statement), value, error }
  if (statement.answer === 'yes_no') return <YesNo {...common} legend={statement.says} legendSize="s" />
  if (statement.answer === 'text') return <Textarea {...common} label={statement.says} labelSize="s" rows={3} />
  const options = ['1', '2', '3', '4', '5'].map((step) => ({ value: step, text: step }))
  return <Radios {...common} legend={statement.says} legendSize="s" inline options={options} />
}

import { Button } from '#ui/button/button.tsx'
import { PrintButton } from '#ui/button/print-button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Details } from '#ui/details/details.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Place, Summary, SummaryAgreement, SummaryRule } from '../types.ts'
import { readerWithin, WAY_WORDS } from '../words.ts'
import { HelpPapers } from './help-paper.tsx'

export interface SummaryViewProps {
  readonly place: Place
  readonly summary: Summary
  readonly policy: { readonly title: string; readonly number: number; readonly inForce: string }
}

/** The policy in short for one kind of reader: what they agree to, what to do when something happens, what binds them. */
export function SummaryView({ place, summary, policy }: SummaryViewProps) {
  const { easy, reader } = summary
  return (
    <Page
      title={easy ? 'Being safe online' : `What you need to know: ${readerWithin(reader)}`}
      caption={place.school}
      lede={`${easy ? 'From our policy' : `From ${policy.title}`}, version ${policy.number}, in force since ${policy.inForce}.`}
      back={{ href: place.base, text: easy ? 'The whole policy' : policy.title }}
      audience={place.open ? 'public' : 'staff'}
      reading={place.open}
      actions={<PrintButton>Print this page</PrintButton>}
    >
      <div class="kept-summary">
        <Section id="happens" title={easy ? 'If something is wrong' : 'If something happens'}>
          <TellFirst place={place} summary={summary} />
        </Section>
        {summary.agreements.map((agreement) => (
          <Agreement agreement={agreement} easy={easy} base={place.base} />
        ))}
        {summary.helps.length > 0 && (
          <Section id="help" title={easy ? 'Who else helps' : 'Where else you find help'}>
            <HelpPapers papers={summary.helps} />
          </Section>
        )}
        <Binding place={place} summary={summary} />
      </div>
    </Page>
  )
}

function TellFirst({ place, summary }: Pick<SummaryViewProps, 'place' | 'summary'>) {
  const { easy, heardBy, told } = summary
  return (
    <>
      <p class="govuk-body">
        {easy
          ? 'You are not in trouble. Tell us, or tell a grown-up you trust.'
          : 'Tell the school. You need no proof, and you need not give your name.'}
      </p>
      <p>
        <Button href={place.tellHref}>{easy ? 'Tell us' : 'Tell the school'}</Button>
      </p>
      <p class="govuk-body">
        {easy ? 'In danger now? Call ' : 'If somebody is in danger now, call '}
        <a class="govuk-link" href="tel:999">
          999
        </a>
        {easy ? '.' : ' first.'}
      </p>
      {heardBy.length > 0 && (
        <>
          <p class="govuk-body">{easy ? 'These grown-ups read it:' : 'What you tell is read by:'}</p>
          <ul class="govuk-list govuk-list--bullet">
            {heardBy.map((post) => (
              <li>{post}</li>
            ))}
          </ul>
        </>
      )}
      {told.length > 0 && (
        <Details summary="Who is told of what, as the policy has it">
          <ul class="govuk-list govuk-list--bullet">
            {told.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function Agreement({
  agreement,
  easy,
  base,
}: {
  readonly agreement: SummaryAgreement
  readonly easy: boolean
  readonly base: string
}) {
  const words = WAY_WORDS[agreement.way]
  return (
    <Section id={`agreement-${agreement.id}`} title={`${easy ? words.easy : words.usual}: ${agreement.title}`}>
      {agreement.only !== null && <p class="kept-meta">Only for: {agreement.only}.</p>}
      {agreement.signer === 'parent' && (
        <p class="kept-meta">{easy ? 'Somebody at home signs this for you.' : 'A parent or carer signs this.'}</p>
      )}
      {agreement.signer === 'both' && (
        <p class="kept-meta">{easy ? 'You and somebody at home sign this.' : 'You and a parent or carer sign this.'}</p>
      )}
      {agreement.intro !== null && <p class="govuk-body">{agreement.intro}</p>}
      <ol class="kept-says">
        {agreement.items.map((item) => (
          <Rule rule={item} base={base} easy={easy} />
        ))}
      </ol>
    </Section>
  )
}

// A child of primary age reads the rule alone: the number of a clause says nothing to them.
function Rule({ rule, base, easy }: { readonly rule: SummaryRule; readonly base: string; readonly easy: boolean }) {
  return (
    <li>
      {rule.says} {!easy && rule.clauses.map((clause) => <ClauseChip clause={clause} href={`${base}#${clause}`} />)}
    </li>
  )
}

function Binding({ place, summary }: Pick<SummaryViewProps, 'place' | 'summary'>) {
  const { easy, rules, binding, reader } = summary
  if (easy || (rules.length === 0 && binding === 0)) return null
  return (
    <Section id="binding" title="What binds you">
      {rules.length > 0 && (
        <Details
          summary={rules.length === 1 ? 'One rule of conduct for you' : `${rules.length} rules of conduct for you`}
        >
          <ul class="govuk-list govuk-list--spaced">
            {rules.map((rule) => (
              <Rule rule={rule} base={place.base} easy={easy} />
            ))}
          </ul>
        </Details>
      )}
      {binding > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${place.base}?for=${reader}`}>
            {binding === 1
              ? 'The clause of the policy that binds you'
              : `The ${binding} clauses of the policy that bind you`}
          </a>
        </p>
      )}
    </Section>
  )
}

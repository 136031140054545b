import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { WarningText } from '#ui/warning-text/warning-text.tsx'
import { elsewhere, paths } from '../paths.ts'

export interface PublishViewProps {
  readonly draft: {
    readonly id: string
    readonly title: string
    readonly revision: number
    readonly here: string
    readonly href: string
    readonly faultsHref: string
    readonly changesHref: string
  }
  readonly state: 'not_approved' | 'ready' | 'planned' | 'published'
  readonly says: readonly string[]
  readonly faults: readonly string[]
  /** What the policy in force asks before another version may follow it. */
  readonly guards: readonly { readonly says: string; readonly open: boolean; readonly clauses: readonly string[] }[]
  readonly proposal: { readonly material: boolean; readonly because: readonly string[] } | null
  readonly noteRequired: boolean
  readonly asked: readonly { readonly title: string; readonly people: number; readonly again: boolean }[]
  readonly duties: readonly { readonly title: string; readonly says: string }[]
  readonly empty: readonly string[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/** Before a draft becomes the policy: whether it can, what will happen, and from when. */
export function PublishView(props: PublishViewProps) {
  const { draft, state, faults } = props
  return (
    <Page
      title="Publish"
      caption={`${draft.title}, revision ${draft.revision}`}
      back={{ href: draft.href, text: draft.title }}
      errors={props.errors}
    >
      {props.says.map((says) => (
        <InsetText>{says}</InsetText>
      ))}
      {faults.length > 0 && state !== 'published' && (
        <>
          <WarningText>It cannot be published while something is still open.</WarningText>
          <ul class="govuk-list govuk-list--bullet">
            {faults.slice(0, 20).map((fault) => (
              <li>{fault}</li>
            ))}
          </ul>
          <p class="govuk-body">
            <a class="kept-link" href={draft.faultsHref}>
              {faults.length === 1 ? 'Look at it' : `Look at all ${faults.length}`}
            </a>
          </p>
        </>
      )}
      {state !== 'published' && <Guards guards={props.guards} />}
      {state === 'planned' && (
        <Form action={paths.withdraw.to(draft.id)}>
          <Button variant="warning" preventDoubleClick>
            Take the day back
          </Button>
        </Form>
      )}
      {state !== 'published' && <WhatHappens {...props} />}
      {state === 'ready' && faults.length === 0 && props.guards.every((one) => one.open) && <PublishForm {...props} />}
    </Page>
  )
}

const Guards = ({ guards }: Pick<PublishViewProps, 'guards'>) =>
  guards.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">What the policy asks before a new version</h2>
      <ul class="govuk-list">
        {guards.map(({ says, open, clauses }) => (
          <li>
            <StatePill state={open ? 'kept' : 'due'}>{open ? 'Done' : 'Not yet'}</StatePill> {says}{' '}
            {clauses.map((clause) => (
              <>
                <ClauseChip clause={clause} href={elsewhere.clause(clause)} />{' '}
              </>
            ))}
          </li>
        ))}
      </ul>
    </>
  )

function WhatHappens({ asked, duties, empty, draft }: PublishViewProps) {
  return (
    <>
      <h2 class="govuk-heading-m">What will happen</h2>
      <ul class="govuk-list govuk-list--bullet">
        {asked.length === 0 && <li>Nobody is asked to sign anything.</li>}
        {asked.map((one) => (
          <li>
            {one.title}: about {one.people} {one.people === 1 ? 'person is' : 'people are'} asked to sign
            {one.again ? ' again, if this is a change of substance' : ''}.
          </li>
        ))}
        {duties.length === 0 && <li>No duty changes.</li>}
        {duties.map((duty) => (
          <li>
            {duty.title}: {duty.says}
            {/[.]$/.test(duty.says) ? '' : '.'}
          </li>
        ))}
        {empty.length === 0 ? (
          <li>Every post that the policy needs has a holder.</li>
        ) : (
          <li>
            {empty.length === 1 ? 'One post has' : `${empty.length} posts have`} no holder: {empty.join('; ')}.
          </li>
        )}
        <li>Staff and governors get a notice.</li>
      </ul>
      <p class="govuk-body">
        <a class="kept-link" href={draft.changesHref}>
          Everything that changes
        </a>
      </p>
    </>
  )
}

function PublishForm({ draft, proposal, noteRequired, typed, errors }: PublishViewProps) {
  return (
    <Form action={draft.here}>
      {proposal !== null && (
        <Radios
          name="material"
          legend="What kind of change is it?"
          legendSize="m"
          hint={`It looks like ${proposal.material ? 'a change of substance' : 'a correction'}. ${proposal.because.slice(0, 3).join(' ')}`}
          options={[
            {
              value: 'yes',
              text: 'A change of substance',
              hint: 'People are asked to sign again where the policy says so.',
            },
            { value: 'no', text: 'A correction', hint: 'Only wording and spelling. Every signature stays as it is.' },
          ]}
          value={typed.material}
          error={errors.material}
        />
      )}
      <Textarea
        name="note"
        label={
          noteRequired
            ? 'What changes, in a sentence or two?'
            : 'What changes, in a sentence or two? You may leave this empty.'
        }
        labelSize="m"
        hint="Everybody who reads the versions sees this."
        rows={3}
        value={typed.note}
        error={errors.note}
      />
      <DateInput
        name="from"
        legend="From when does it hold?"
        legendSize="m"
        hint="Today, or a day to come. On that day it is published by itself; you can take it back before."
        value={{ day: typed['from-day'], month: typed['from-month'], year: typed['from-year'] }}
        error={errors.from}
      />
      <ButtonGroup>
        <Button preventDoubleClick>Publish from this day</Button>
        <a class="kept-link" href={draft.href}>
          Not now
        </a>
      </ButtonGroup>
    </Form>
  )
}

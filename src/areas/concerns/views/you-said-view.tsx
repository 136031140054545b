import { sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import type { YouSaidDraft } from '../you-said.ts'

const STATES = {
  waiting: { says: 'Waits for a second person', state: 'due' },
  shown: { says: 'Shown', state: 'kept' },
  refused: { says: 'Not shown', state: 'none' },
  withdrawn: { says: 'No longer shown', state: 'none' },
} as const
const READER_WORDS: Readonly<Record<string, string>> = {
  pupil: 'pupils',
  parent: 'parents and carers',
  staff: 'staff',
  governor: 'governors',
}

interface YouSaidListViewProps {
  readonly all: readonly YouSaidDraft[]
  readonly now: Temporal.Instant
  readonly zone: string
}

/** Every summary, with what a second person has to look at first. */
export function YouSaidListView({ all, now, zone }: YouSaidListViewProps) {
  return (
    <Page
      title="You said, we did"
      lede="What became of things told, without names. One of you writes it, another looks at it, then it is shown."
      back={paths.list.to()}
      actions={<Button href={paths.youSaidNew.to()}>Write one</Button>}
    >
      {all.length === 0 && <p class="govuk-body">Nothing has been written yet.</p>}
      {all.map((one) => (
        <Card title={`“${one.said}”`} size="s">
          <p class="kept-pre">{one.did}</p>
          <p class="govuk-body-s">
            <StatePill state={STATES[one.state].state}>{STATES[one.state].says}</StatePill> Written by {one.writtenBy},{' '}
            {sayInstant(one.at, now, zone)}, for{' '}
            {one.readers.map((reader) => READER_WORDS[reader] ?? reader).join(', ')}.
            {one.reason === null ? '' : ` ${one.reason}`}
          </p>
          {one.state === 'waiting' && one.doubtful.length > 0 && (
            <p class="govuk-body-s">
              The writer says that these are not names: <b>{one.doubtful.join(', ')}</b>. Look again.
            </p>
          )}
          <Decide draft={one} />
        </Card>
      ))}
    </Page>
  )
}

function Decide({ draft }: { readonly draft: YouSaidDraft }) {
  if (draft.mine) return draft.state === 'waiting' ? <p class="kept-meta">Somebody else has to look at it.</p> : null
  if (draft.state !== 'waiting' && draft.state !== 'shown') return null
  const action = paths.youSaidDecide.to(draft.id)
  const against = draft.state === 'waiting' ? 'refused' : 'withdrawn'
  return (
    <>
      {draft.state === 'waiting' && (
        <Form action={action}>
          <input type="hidden" name="to" value="shown" />
          <Button small preventDoubleClick>
            Nobody can be recognised: show it
          </Button>
        </Form>
      )}
      <Details summary={against === 'refused' ? 'Do not show it' : 'Take it away'}>
        <Form action={action}>
          <input type="hidden" name="to" value={against} />
          <Input id={`reason-${draft.id}`} name="reason" label="Why" autocomplete="off" />
          <Button small variant="secondary" preventDoubleClick>
            {against === 'refused' ? 'Do not show it' : 'Take it away'}
          </Button>
        </Form>
      </Details>
    </>
  )
}

interface WriteYouSaidViewProps {
  readonly closed: readonly { readonly value: string; readonly text: string }[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Writing one: two short texts about closed concerns. */
export function WriteYouSaidView({ closed, typed, errors }: WriteYouSaidViewProps) {
  return (
    <Page
      title="Write what you did"
      lede="No names, no class, no day: nobody may be recognised, not even by their friends."
      back={paths.youSaidList.to()}
      errors={errors}
    >
      {closed.length === 0 ? (
        <p class="govuk-body">No concern that you look after has been closed yet.</p>
      ) : (
        <Form action={paths.youSaidNew.to()}>
          <Textarea
            name="said"
            label="You said"
            labelSize="m"
            hint="For example: some of you told us of a group where people are made fun of."
            rows={3}
            value={typed.said}
            error={errors.said}
          />
          <Textarea name="did" label="We did" labelSize="m" rows={3} value={typed.did} error={errors.did} />
          <Checkboxes
            name="no_names"
            legend="Names"
            legendSize="s"
            options={[{ value: 'yes', text: 'None of the words with a capital letter is a name' }]}
            value={typed.no_names}
          />
          <Checkboxes
            name="readers"
            legend="Who may read it?"
            legendSize="m"
            options={[
              { value: 'pupil', text: 'Pupils' },
              { value: 'parent', text: 'Parents and carers' },
              { value: 'staff', text: 'Staff' },
              { value: 'governor', text: 'Governors' },
            ]}
            value={typed.readers}
            error={errors.readers}
          />
          <Checkboxes
            name="concerns"
            legend="Which closed concerns is it about?"
            legendSize="m"
            hint="Several are better than one. Readers never see which."
            options={closed}
            value={typed.concerns}
            error={errors.concerns}
          />
          <Button preventDoubleClick>Keep it for a second look</Button>
        </Form>
      )}
    </Page>
  )
}

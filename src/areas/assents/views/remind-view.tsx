import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Figures } from '#ui/figures/figures.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

export interface RemindViewProps {
  readonly chosen: number
  readonly askings: number
  readonly readers: number
  readonly withoutMail: number
  readonly skipped: Readonly<Record<string, number | undefined>>
  readonly ids: readonly string[]
}

const REASONS: Readonly<Record<string, string>> = {
  none_foreseen: 'the policy foresees no reminder',
  all_sent: 'have had every reminder that the policy allows',
  today: 'had a reminder today already',
  nobody: 'nobody is left to remind: they want to talk first, or nobody may sign',
  not_yet: 'it is not time yet',
}

/** What a reminding would do, before anything is sent. */
export function RemindView({ chosen, askings, readers, withoutMail, skipped, ids }: RemindViewProps) {
  const left = Object.entries(skipped).filter(([, count]) => (count ?? 0) > 0)
  return (
    <Page title="Send reminders" back={paths.overview.to()} lede="Nothing has been sent yet.">
      <Figures
        items={[
          { value: readers, label: readers === 1 ? 'Person gets a reminder' : 'People get a reminder' },
          { value: askings, unit: `of ${chosen}`, label: 'Agreements' },
          { value: withoutMail, label: 'Without a mail address: they see it in Kept' },
        ]}
      />
      {left.length > 0 && (
        <>
          <h2 class="govuk-heading-m kept-gap-top">Left out</h2>
          <ul class="govuk-list govuk-list--bullet">
            {left.map(([why, count]) => (
              <li>
                {count}: {REASONS[why] ?? why}
              </li>
            ))}
          </ul>
        </>
      )}
      <Form action={paths.remind.to()}>
        {ids.map((id) => (
          <input type="hidden" name="ids" value={id} />
        ))}
        <ButtonGroup>
          {askings > 0 && (
            <Button name="confirm" value="yes" preventDoubleClick>
              {readers === 1 ? 'Send 1 reminder' : `Send ${readers} reminders`}
            </Button>
          )}
          <a class="govuk-link" href={paths.overview.to()}>
            {askings > 0 ? 'Send none' : 'Back to the list'}
          </a>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

import { sayInstant } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { ViewLinks } from '#ui/tab-links/tab-links.tsx'
import type { NoticeLine } from '../lines.ts'
import { paths } from '../paths.ts'

export interface NoticesViewProps {
  readonly notices: readonly (NoticeLine & { readonly because: string | null })[]
  readonly view: 'unread' | 'all'
  /** Staff see which post and clause a notice comes from. */
  readonly staff: boolean
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What one was told, with a way to it. */
export function NoticesView(props: NoticesViewProps) {
  const unread = props.notices.filter((one) => !one.read).length
  return (
    <Page
      title="Notices"
      lede={unread === 0 ? 'You have read everything.' : 'The policy says that you are told of these.'}
    >
      <ViewLinks
        label="Which notices"
        items={[
          { href: paths.list.to(), text: 'Not read yet', active: props.view === 'unread' },
          { href: paths.list.to('all'), text: 'All', active: props.view === 'all' },
        ]}
      />
      <Form action={paths.read.to()}>
        {unread > 0 && (
          <div class="govuk-button-group">
            <Button small variant="secondary">
              Mark the ticked as read
            </Button>
            <Button small variant="secondary" name="all" value="yes">
              Mark all as read
            </Button>
          </div>
        )}
        <DataTable
          caption="Notices, newest first"
          whole
          choose="notice"
          columns={[
            { says: 'What' },
            { says: 'When', nowrap: true },
            ...(props.staff ? [{ says: 'Because you are' }, { says: 'Clauses' }] : []),
          ]}
          rows={props.notices.map((one) => ({
            cells: cellsOf(one, props),
            unread: !one.read,
            choose: one.read
              ? undefined
              : { value: one.id, label: `${one.says}, ${sayInstant(one.writtenAt, props.now, props.zone)}` },
          }))}
          empty={
            <EmptyState title={props.view === 'unread' ? 'Nothing new' : 'Nothing yet'}>
              When the policy says that you are told of something, it stands here.
            </EmptyState>
          }
        />
      </Form>
    </Page>
  )
}

function cellsOf(one: NoticesViewProps['notices'][number], { staff, now, zone }: NoticesViewProps) {
  const link = one.href === paths.list.to() ? one.says : <a href={one.href}>{one.says}</a>
  const what = one.urgent ? (
    <>
      <StatePill state="broken">Now</StatePill> {link}
    </>
  ) : (
    link
  )
  const when = sayInstant(one.writtenAt, now, zone)
  if (!staff) return [what, when]
  const clauses = one.clauses.map((clause) => (
    <>
      <ClauseChip clause={clause} href={`/policy/clauses/${clause}`} />{' '}
    </>
  ))
  return [what, when, one.because ?? '', clauses]
}

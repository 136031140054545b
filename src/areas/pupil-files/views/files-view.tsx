import { sayFullDate, sayInstant } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

/** A file as the list shows it. */
export interface SaidFile {
  readonly id: string
  readonly pupil: string
  readonly way: string
  readonly school: string
  readonly due: string
  readonly state: string
}

interface FilesProps {
  readonly files: readonly SaidFile[]
  readonly moved: readonly {
    readonly pupilId: string
    readonly pupil: string
    readonly way: 'out' | 'in'
    readonly on: Temporal.PlainDate
    readonly due: Temporal.Instant
  }[]
  readonly now: Temporal.Instant
  readonly zone: string
}

/** The files of pupils who move, and those whom somebody still has to ask about. */
export function FilesView({ files, moved, now, zone }: FilesProps) {
  return (
    <Page
      title="Files of pupils who move"
      lede="The next school needs it within five school days, apart from the main file, with a receipt. For a pupil who joins, ask their last school for it."
    >
      <p class="kept-noprint">
        <Button href={paths.add.to('out')} small>
          A pupil moves away
        </Button>{' '}
        <Button href={paths.add.to('in')} variant="secondary" small>
          A pupil joins
        </Button>
      </p>
      {moved.map((one) => (
        <Card
          title={
            <a class="govuk-link" href={paths.add.to(one.way, one.pupilId)}>
              {one.way === 'out' ? `${one.pupil} left` : `${one.pupil} joined`}
            </a>
          }
          end={`due ${sayInstant(one.due, now, zone)}`}
        >
          <p class="kept-meta">
            On {sayFullDate(one.on)}.{' '}
            {one.way === 'out'
              ? 'Named in a case: the file has to go to the next school.'
              : 'Is there a file at their last school?'}
          </p>
        </Card>
      ))}
      <DataTable
        caption="Files"
        whole
        cards
        columns={[
          { says: 'Pupil', card: 'head' },
          { says: 'Way' },
          { says: 'School' },
          { says: 'Due', nowrap: true },
          { says: 'Standing', card: 'state' },
        ]}
        rows={files.map((file) => ({
          cells: [<a href={paths.one.to(file.id)}>{file.pupil}</a>, file.way, file.school, file.due, file.state],
        }))}
        empty={<EmptyState title="No pupil has moved yet">When a pupil moves away or joins, note it here.</EmptyState>}
      />
    </Page>
  )
}

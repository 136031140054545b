import { sayInstant } from '#core/calendar/say-date.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import type { Note } from '../note.ts'
import { paths } from '../paths.ts'

interface When {
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What concerns one's pupils: each a way to the little that one needs to know. */
export function NotesView({ notes, now, zone }: When & { readonly notes: readonly Note[] }) {
  return (
    <Page
      title="For you to know"
      lede="What concerns your pupils, and what you need to do. The cases themselves stay closed."
    >
      <DataTable
        caption="Notes, newest first"
        whole
        columns={[{ says: 'About' }, { says: 'When you were told', nowrap: true }]}
        rows={notes.map((note) => ({
          cells: [
            <a href={paths.note.to(note.id)}>{note.pupil ?? note.says}</a>,
            sayInstant(note.writtenAt, now, zone),
          ],
        }))}
        empty={
          <EmptyState title="Nothing to know">
            When a case concerns one of your pupils and you need to know something, it stands here.
          </EmptyState>
        }
      />
    </Page>
  )
}

/** One note: the fields that the policy lets its reader see, and nothing else of the case. */
export function NoteView({ note, now, zone }: When & { readonly note: Note }) {
  return (
    <Page
      title={note.pupil === null ? note.says : `It concerns ${note.pupil}`}
      back={{ href: paths.notes.to(), text: 'For you to know' }}
      lede={`Written for you ${sayInstant(note.writtenAt, now, zone)}. You see this and nothing else of the case. Keep it to yourself.`}
    >
      <SummaryList rows={note.lines.map((line) => ({ key: line.asks, value: line.says }))} />
      <p class="govuk-body">That you read this is written down.</p>
    </Page>
  )
}

import { sayInstant } from '#core/calendar/say-date.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import type { RecordHome } from '../home.ts'
import type { LookLine } from './list-looks.ts'

interface LooksViewProps {
  readonly home: RecordHome
  readonly id: string
  readonly reference: string
  readonly looks: readonly LookLine[]
  readonly now: Temporal.Instant
  readonly zone: string
}

/** The looks at a record as a table. */
export function LooksView({ home, id, reference, looks, now, zone }: LooksViewProps) {
  return (
    <Page
      title="Who has looked"
      caption={reference}
      back={{ href: home.paths.show.to(id), text: `Back to the ${home.noun}` }}
      lede={`Every opening of this ${home.noun}, newest first. Nobody can take a line out, and yours is the first.`}
    >
      <DataTable
        caption="Looks, newest first"
        whole
        cards
        columns={[{ says: 'Who', card: 'head' }, { says: 'When', nowrap: true }, { says: 'What' }, { says: 'Why' }]}
        rows={looks.map((look) => ({
          cells: [look.name, sayInstant(look.at, now, zone), sayLook(look), look.reason ?? 'As one who may see it'],
        }))}
        empty={<EmptyState title="Nobody has looked">The next look is listed here.</EmptyState>}
      />
    </Page>
  )
}

function sayLook({ code, emergency }: LookLine): string {
  const what = code.endsWith('note.viewed')
    ? 'The note that was written for them'
    : code.endsWith('.exported') || code === 'evidence.bundled'
      ? 'Took it along in a file or on paper'
      : code.endsWith('.why')
        ? 'Said why they look'
        : 'Opened it'
  return emergency ? `${what}, in an emergency` : what
}

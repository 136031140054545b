import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { paths } from '../paths.ts'
import type { ChildWithoutSignatory } from '../people-lines.ts'
import { sayYear } from '../say-person.ts'

/** The children for whom nobody can be asked, and what the office does about each. */
export function NoSignatoryView({ children }: { readonly children: readonly ChildWithoutSignatory[] }) {
  return (
    <Page
      title="Nobody can be asked to sign"
      lede="For these children no grown-up may sign, or the school has no way to reach one who may. What needs a signature stays shut for them until then."
      back={{ href: paths.people.to(), text: 'People' }}
      wide
    >
      <DataTable
        caption="Children for whom nobody can be asked"
        whole
        cards
        columns={[
          { says: 'Child', card: 'head' },
          { says: 'Class', card: 'line' },
          { says: 'Why', card: 'state' },
          { says: 'Grown-ups we know', card: 'line' },
          { says: 'What to do', card: 'line' },
        ]}
        rows={children.map((child) => ({
          cells: [
            <a class="kept-link" href={paths.person.to(child.id)}>
              {child.name}
            </a>,
            child.className ?? (sayYear(child.year) || 'No class'),
            <StatePill state={child.why === 'nobody' ? 'broken' : 'none'}>
              {child.why === 'nobody' ? 'Nobody may sign' : 'No address'}
            </StatePill>,
            child.adults.join(', ') || 'Nobody',
            child.why === 'nobody' ? (
              'Ask who has parental responsibility (the family, or the child’s social worker), and bring it in with the next import.'
            ) : (
              <span>
                Ask for a mail address,{' '}
                <a class="kept-link" href="/letters">
                  print a letter that lets them in
                </a>
                , or{' '}
                <a class="kept-link" href={`/agreements/people/${child.id}`}>
                  send a paper slip
                </a>
                .
              </span>
            ),
          ],
        }))}
        empty={
          <EmptyState title="Every child has somebody">
            For each of them a grown-up may sign and can be reached.
          </EmptyState>
        }
      />
    </Page>
  )
}

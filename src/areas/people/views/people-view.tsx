import { Button } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx'
import { Page } from '#ui/page/page.tsx'
import { PeopleList } from '#ui/people-list/people-list.tsx'
import { paths } from '../paths.ts'
import type { PersonLine } from '../people-lines.ts'
import { MOST_FOUND } from '../people-lines.ts'
import { sayKind, sayYear } from '../say-person.ts'

export interface PeopleViewProps {
  readonly words: string
  readonly found: readonly PersonLine[]
  readonly unsigned: number
}

/** Finding a person of the school by name, and the ways into what needs doing about people. */
export function PeopleView({ words, found, unsigned }: PeopleViewProps) {
  return (
    <Page
      title="People"
      actions={
        <>
          <Button href="/visitors" variant="secondary" small>
            Visitors
          </Button>
          <Button href={paths.imports.to()} variant="secondary" small>
            Import people
          </Button>
        </>
      }
    >
      {unsigned > 0 && (
        <p class="govuk-inset-text">
          <a class="kept-link" href={paths.unsigned.to()}>
            {unsigned === 1
              ? 'For one child nobody can be asked to sign'
              : `For ${unsigned} children nobody can be asked to sign`}
          </a>
        </p>
      )}
      <FilterBar
        label="People"
        fields={[{ name: 'words', label: 'Name', value: words, grow: true, type: 'search' }]}
        button="Find"
        clearHref={words === '' ? undefined : paths.people.to()}
      />
      <Found words={words} found={found} />
    </Page>
  )
}

function Found({ words, found }: Omit<PeopleViewProps, 'unsigned'>) {
  if (words === '') return <EmptyState title="Type a name">Part of a name is enough.</EmptyState>
  if (found.length === 0)
    return (
      <EmptyState title="Nobody here has this name">
        Try fewer letters of it. People who left are not listed.
      </EmptyState>
    )
  return (
    <div class="kept-gap-top">
      <PeopleList
        items={found.map((one) => ({
          name: one.name,
          href: paths.person.to(one.id),
          lines: [
            [...one.kinds.map(sayKind), one.kinds.includes('pupil') ? sayYear(one.year) : '']
              .filter((part) => part !== '')
              .join(', '),
          ],
        }))}
      />
      {found.length === MOST_FOUND && (
        <p class="kept-meta kept-gap-top">These are the first {MOST_FOUND}. Type more of the name to see fewer.</p>
      )}
    </div>
  )
}

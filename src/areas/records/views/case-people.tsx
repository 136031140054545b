import { Card } from '#ui/card/card.tsx'
import { PeopleList } from '#ui/people-list/people-list.tsx'
import type { CaseViewProps } from './case-view.tsx'

/** Who is in a record, each with their part. */
export function People({ home, id, people, open, aboutHref }: CaseViewProps & { readonly open: boolean }) {
  return (
    <Card
      id="people"
      size="m"
      title="People"
      nothing={people.length === 0 && 'Nobody is named yet.'}
      end={
        open ? (
          <a class="kept-link kept-noprint" href={home.paths.people.to(id)}>
            Add a person
          </a>
        ) : undefined
      }
    >
      <PeopleList
        items={people.map((person) => ({
          name: person.name,
          lines: [
            [person.part, person.about].filter((words) => words !== '').join('. '),
            person.told ?? false,
            aboutHref !== undefined && person.personId !== null && (
              <a class="govuk-link kept-noprint" href={aboutHref(person.personId)}>
                Chronology<span class="govuk-visually-hidden"> of {person.name}</span>
              </a>
            ),
            open && person.askHref !== null && (
              <a class="govuk-link kept-noprint" href={person.askHref}>
                Ask by a link<span class="govuk-visually-hidden">: {person.name}</span>
              </a>
            ),
            open && (
              <a class="govuk-link kept-noprint" href={home.paths.removePerson.to(id, person.id)}>
                Take out, if named by mistake<span class="govuk-visually-hidden">: {person.name}</span>
              </a>
            ),
          ],
        }))}
      />
    </Card>
  )
}

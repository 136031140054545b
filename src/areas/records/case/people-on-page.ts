import { sayDay } from '#core/calendar/say-date.ts'
import { isAbout } from '../contacts/tell-blocks.ts'
import type { CaseViewProps } from '../views/case-view.tsx'
import { askHref } from './ask-by-link.ts'
import type { CaseFacts } from './case-on-page.ts'
import { sayPart } from './say-steps.ts'

/** The people of a record, each with their part, and whether the parents of a child were told. */
export const peopleOnPage = (found: CaseFacts, now: Temporal.Instant): CaseViewProps['people'] =>
  found.one.people.map((person) => ({
    id: person.id,
    personId: person.personId,
    name: person.name,
    part: sayPart(found.one.policy, found.one.kind, person.part),
    askHref: person.personId === null && found.one.state === 'open' ? askHref(found.one, person.part) : null,
    about: person.personId === null ? 'Not known to the school by name' : (found.about.get(person.personId) ?? ''),
    told: person.personId === null ? null : sayParents(found, person.personId, now),
  }))

function sayParents({ contacts, settings }: CaseFacts, child: string, now: Temporal.Instant): string | null {
  const last = contacts.findLast((contact) => isAbout(contact, { party: 'parents', about: child }))?.now
  if (last === undefined) return null
  if (last.does === 'not_told') return 'Parents or carers not told'
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(settings.zone).toPlainDate()
  return `Parents or carers told ${sayDay(day(last.at), day(now))}`
}

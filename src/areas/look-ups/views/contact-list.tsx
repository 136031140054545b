import { Section } from '#ui/layout/layout.tsx'
import type { ContactGroup } from '../contacts.ts'

/** Those who help one kind of reader, each with what can be pressed. */
export function ContactList({ group, id }: { readonly group: ContactGroup; readonly id: string }) {
  return (
    <Section id={id} title={group.title} size="m">
      <ul class="govuk-list govuk-list--spaced">
        {group.lines.map((line) => (
          <li>
            <strong>{line.name}</strong>
            {line.offers !== '' && `: ${line.offers}`}
            {line.phone !== '' && (
              <>
                {' '}
                <a class="govuk-link" href={`tel:${line.phone.replaceAll(' ', '')}`}>
                  {line.phone}
                </a>
              </>
            )}
            {line.web !== '' && (
              <>
                {' '}
                <a
                  class="govuk-link"
                  href={line.web.startsWith('http') ? line.web : `https://${line.web}`}
                  rel="noreferrer"
                >
                  {line.web}
                </a>
              </>
            )}
            {line.source !== null && (
              <p class="kept-meta">
                {`From: ${line.source}. `}
                <a class="govuk-link" href={`/entries/${line.id}`}>
                  Open<span class="govuk-visually-hidden"> {line.name}</span>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

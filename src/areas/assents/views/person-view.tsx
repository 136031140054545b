import { say } from '#core/messages/say.ts'
import { Card } from '#ui/card/card.tsx'
import type { Happening } from '#ui/chronology/chronology.tsx'
import { Chronology } from '#ui/chronology/chronology.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import type { State } from '#ui/square/square.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { paths } from '../paths.ts'
import type { ChangeProps } from './change-form.tsx'
import { ChangeForm } from './change-form.tsx'

/** One asking with what was said to it, in words. */
export interface PersonCard {
  readonly id: string
  readonly title: string
  readonly mark: { readonly state: State; readonly says: string }
  readonly facts: string
  readonly moments: readonly (Happening & { readonly signatureId: string; readonly signed: boolean })[]
  readonly open: boolean
  /** Whether staff may enter that somebody took it back. */
  readonly heardBack: boolean
}

export interface PersonViewProps {
  readonly personId: string
  /** What a change in the family would suspend. */
  readonly changes: readonly ChangeProps[]
  readonly name: string
  readonly about: string
  readonly askings: readonly PersonCard[]
}

/** Everything that was ever asked about a person, and who said what to it. */
export function PersonView({ personId, name, about, askings, changes }: PersonViewProps) {
  return (
    <Page
      title={name}
      caption={`Agreements${about === '' ? '' : `, ${about}`}`}
      back={{ href: paths.overview.to(), text: 'Agreements' }}
    >
      <ChangeForm personId={personId} changes={changes} />
      {askings.length === 0 && (
        <EmptyState title="Nothing has been asked yet">Agreements appear here when they are asked.</EmptyState>
      )}
      <div class="kept-stack">
        {askings.map((asking) => (
          <Card
            id={`asking-${asking.id}`}
            title={asking.title}
            size="m"
            end={<StatePill state={asking.mark.state}>{asking.mark.says}</StatePill>}
          >
            <p class="kept-meta">{asking.facts}</p>
            {asking.moments.length > 0 && (
              <Chronology
                items={asking.moments.map(({ signatureId, signed, ...moment }) => ({
                  ...moment,
                  what: (
                    <>
                      {moment.what}.{' '}
                      <a class="kept-link" href={paths.signature.to(signatureId)}>
                        {signed ? 'The text as signed' : 'The text'}
                      </a>{' '}
                      {signed && (
                        <a class="kept-link" href={paths.certificate.to(signatureId)}>
                          Certificate
                          <span class="govuk-visually-hidden"> of {asking.title} (PDF)</span>
                        </a>
                      )}
                    </>
                  ),
                }))}
              />
            )}
            {asking.open && (
              <p class="govuk-body kept-noprint">
                <a class="govuk-link" href={paths.slip.to(asking.id)}>
                  Record a paper slip<span class="govuk-visually-hidden"> for {asking.title}</span>
                </a>
              </p>
            )}
            {asking.heardBack && (
              <p class="govuk-body kept-noprint">
                <a class="govuk-link" href={paths.heardBack.to(asking.id)}>
                  {say('en', 'agreement.heard.link')}
                  <span class="govuk-visually-hidden">: {asking.title}</span>
                </a>
              </p>
            )}
          </Card>
        ))}
      </div>
    </Page>
  )
}

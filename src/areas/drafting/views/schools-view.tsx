import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'
import { type Control, PointControl } from './point-control.tsx'

export interface SchoolsViewProps {
  readonly draft: { readonly id: string; readonly title: string }
  readonly settings: readonly {
    readonly id: string
    readonly says: string
    readonly base: string
    /** “A school may only go higher.” */
    readonly direction: string
    readonly schools: readonly {
      readonly id: string
      readonly name: string
      readonly own: string | null
      readonly control: Control
      readonly error?: string | undefined
    }[]
  }[]
  readonly errors?: Readonly<Record<string, string>>
}

/** What single schools do more strictly than the policy that all of them share. */
export function SchoolsView({ draft, settings, errors }: SchoolsViewProps) {
  return (
    <Page
      title="What one school does more strictly"
      caption={draft.title}
      back={{ href: paths.show.to(draft.id), text: 'The draft' }}
      lede="All schools share this policy. Each may set a value more strictly, never less: what would weaken it is refused."
      errors={errors}
    >
      {settings.length === 0 && (
        <EmptyState title="Nothing may differ">
          No value of this policy says in which direction a school may go.
        </EmptyState>
      )}
      {settings.map((setting) => (
        <Section id={`setting-${setting.id}`} title={setting.says}>
          <p class="govuk-body">
            For all: <b>{setting.base}</b>. {setting.direction}
          </p>
          {setting.schools.map((school) => (
            <Card
              title={school.name}
              headingLevel={3}
              end={school.own === null ? 'As for all' : `Own value: ${school.own}`}
            >
              <Form action={paths.overlays.to(draft.id)}>
                <input type="hidden" name="setting" value={setting.id} />
                <input type="hidden" name="school" value={school.id} />
                <PointControl
                  id={`v-${setting.id}-${school.id}`}
                  control={school.control}
                  units={[]}
                  rhythms={[]}
                  error={school.error}
                />
                <Button small name="do" value="set" variant="secondary">
                  Set for this school<span class="govuk-visually-hidden">: {school.name}</span>
                </Button>{' '}
                {school.own !== null && (
                  <Button small name="do" value="clear" variant="secondary">
                    As for all<span class="govuk-visually-hidden">: {school.name}</span>
                  </Button>
                )}
              </Form>
            </Card>
          ))}
        </Section>
      ))}
    </Page>
  )
}

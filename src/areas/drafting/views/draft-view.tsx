import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Layout, Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { TaskList } from '#ui/task-list/task-list.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'

export interface DraftViewProps {
  readonly draft: { readonly id: string; readonly title: string; readonly stage: string; readonly from: string }
  /** Published or set aside: nothing can be done to it. */
  readonly ended: 'published' | 'set_aside' | null
  readonly why: string
  readonly groups: readonly {
    readonly title: string
    readonly tasks: readonly {
      readonly title: string
      readonly href: string
      readonly hint?: string
      readonly status: string
      readonly done: boolean
    }[]
  }[]
  /** Suggested changes that were taken into it. */
  readonly suggested: readonly { readonly says: string; readonly clause: string | null }[]
  readonly stops: readonly { readonly says: string; readonly href: string }[]
  readonly changes: readonly { readonly says: string; readonly who: string; readonly when: string }[]
  readonly errors?: Readonly<Record<string, string>>
}

/** A draft: what is to do, what still stops it, and what was done last. */
export function DraftView(props: DraftViewProps) {
  const { draft, ended } = props
  return (
    <Page
      title={draft.title}
      caption={`Draft begun from ${draft.from}: ${draft.stage.toLowerCase()}`}
      back={{ href: paths.list.to(), text: 'Drafts' }}
      errors={props.errors}
    >
      <Layout side={<Side {...props} />} sideLabel="What stops it, and what was done last">
        {ended === 'set_aside' && <SetAside {...props} />}
        {ended === 'published' && (
          <p class="govuk-inset-text">This draft was published. To change the policy again, begin a new one.</p>
        )}
        {props.groups.map((group, index) => (
          <Section id={`tasks-${index + 1}`} title={group.title}>
            <TaskList
              idPrefix={`tasks-${index + 1}`}
              items={group.tasks.map((task) => ({
                title: task.title,
                href: task.href,
                hint: task.hint,
                ...(task.done ? { status: task.status } : { tag: { says: task.status, class: 'govuk-tag--blue' } }),
              }))}
            />
          </Section>
        ))}
        {ended === null && <EndForm {...props} />}
      </Layout>
    </Page>
  )
}

function Side({ draft, stops, suggested, changes, ended }: DraftViewProps) {
  return (
    <>
      {suggested.length > 0 && (
        <Card title="Suggested changes to make" id="suggested">
          <ul class="govuk-list">
            {suggested.map((one) => (
              <li>
                {one.clause === null ? (
                  one.says
                ) : (
                  <a class="kept-link" href={paths.part.to(draft.id, `clauses/${one.clause}`)}>
                    {one.says} ({one.clause})
                  </a>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {ended === null && (
        <Card title="What still stops a publication" id="stops">
          {stops.length === 0 ? (
            <p class="govuk-body-s">Nothing. It can be published.</p>
          ) : (
            <ul class="govuk-list">
              {stops.map((stop) => (
                <li>
                  <a class="kept-link" href={stop.href}>
                    {stop.says}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
      <Card
        title="Last changes"
        id="changes"
        end={
          <a class="kept-link" href={paths.history.to(draft.id)}>
            All
          </a>
        }
      >
        <ul class="govuk-list">
          {changes.map((change) => (
            <li>
              {change.says}
              <br />
              <span class="kept-meta">
                {change.who}, {change.when}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

function SetAside({ draft, why }: DraftViewProps) {
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">This draft was set aside{why === '' ? '.' : `: ${why}`}</p>
      <Form action={paths.takeUp.to(draft.id)}>
        <Button small variant="secondary">
          Take it up again
        </Button>
      </Form>
    </div>
  )
}

function EndForm({ draft, errors }: DraftViewProps) {
  return (
    <Details summary="Set this draft aside" open={errors?.why !== undefined}>
      <Form action={paths.setAside.to(draft.id)}>
        <Textarea
          name="why"
          label="Why?"
          hint="It stays in the list, and can be taken up again."
          rows={2}
          error={errors?.why}
        />
        <ButtonGroup>
          <Button variant="warning">Set it aside</Button>
        </ButtonGroup>
      </Form>
    </Details>
  )
}

import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { ErrorMessage } from '#ui/error-message/error-message.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { Select } from '#ui/select/select.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { LastChange, type LastChangeProps } from './last-change.tsx'

interface Move {
  readonly action: string
  readonly up: string | null
  readonly down: string | null
}

export interface TextViewProps {
  readonly draft: { readonly title: string; readonly href: string; readonly edit: string }
  readonly action: string
  readonly addSection: string
  readonly basedOn: number
  readonly sections: readonly {
    readonly id: string | null
    readonly title: string
    readonly href: string | null
    readonly move: Move | null
    readonly add: string
    readonly clauses: readonly {
      readonly id: string
      readonly says: string
      readonly href: string
      readonly strength: string
      readonly kept: number
      readonly wrong: number
      readonly move: Move
    }[]
  }[]
  readonly last: LastChangeProps | null
  readonly errors?: Readonly<Record<string, string>>
  readonly ticked?: readonly string[]
  readonly chosen?: string
}

/** The policy's sections and clauses in order: each with its page, moved one by one or several at once. */
export function TextView(props: TextViewProps) {
  return (
    <Page
      title="Sections and clauses"
      breadcrumbs={[
        { text: props.draft.title, href: props.draft.href },
        { text: 'Edit', href: props.draft.edit },
        { text: 'Sections and clauses' },
      ]}
      errors={props.errors}
      actions={
        <Button href={props.addSection} variant="secondary">
          Add a section
        </Button>
      }
    >
      {props.last && <LastChange {...props.last} />}
      <p class="govuk-body">Tick clauses in the list and move them together, or open one to change it.</p>
      <Form action={props.action} id="bulk">
        <input type="hidden" name="based" value={String(props.basedOn)} />
        {props.errors?.clauses && (
          <div id="clauses">
            <ErrorMessage>{props.errors.clauses}</ErrorMessage>
          </div>
        )}
        <div class="kept-amount">
          <Select
            name="section"
            label="Move what is ticked to"
            options={[
              { value: '', text: 'Choose a section' },
              ...props.sections.flatMap(({ id, title }) => (id === null ? [] : [{ value: id, text: title }])),
            ]}
            value={props.chosen}
            error={props.errors?.section}
          />
          <ButtonGroup>
            <Button variant="secondary">Move them</Button>
          </ButtonGroup>
        </div>
      </Form>
      {props.sections.map((section) => (
        <SectionView section={section} basedOn={props.basedOn} ticked={props.ticked ?? []} />
      ))}
    </Page>
  )
}

function SectionView({
  section,
  basedOn,
  ticked,
}: {
  section: TextViewProps['sections'][number]
  basedOn: number
  ticked: readonly string[]
}) {
  return (
    <Section id={`section-${section.id ?? 'none'}`} title={section.title}>
      <div class="kept-parts__one" id={`part-${section.id ?? 'none'}`}>
        {section.href && (
          <a class="govuk-link" href={section.href}>
            Change the title or introduction<span class="govuk-visually-hidden"> of {section.title}</span>
          </a>
        )}
        {section.move && <Moves move={section.move} what={`the section ${section.title}`} basedOn={basedOn} />}
      </div>
      <ol class="kept-parts">
        {section.clauses.map((clause) => (
          <li class="kept-parts__one" id={`part-${clause.id}`}>
            <div class="govuk-checkboxes govuk-checkboxes--small">
              <div class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  type="checkbox"
                  form="bulk"
                  name="ids"
                  id={`tick-${clause.id}`}
                  value={clause.id}
                  checked={ticked.includes(clause.id)}
                />
                <label class="govuk-label govuk-checkboxes__label" for={`tick-${clause.id}`}>
                  <span class="govuk-visually-hidden">Tick </span>
                  {clause.id}
                </label>
              </div>
            </div>
            <div class="kept-parts__says">
              <a class="govuk-link" href={clause.href}>
                {clause.says}
              </a>
              <span class="kept-meta">{clause.strength}</span>
              {clause.kept === 0 && <Tag class="govuk-tag--yellow">Nothing keeps it yet</Tag>}
              {clause.wrong > 0 && <Tag class="govuk-tag--red">{clause.wrong} to put right</Tag>}
            </div>
            <Moves move={clause.move} what={clause.id} basedOn={basedOn} />
          </li>
        ))}
      </ol>
      <Button href={section.add} variant="secondary" small>
        Add a clause<span class="govuk-visually-hidden"> to {section.title}</span>
      </Button>
    </Section>
  )
}

function Moves({ move, what, basedOn }: { move: Move; what: string; basedOn: number }) {
  if (move.up === null && move.down === null) return null
  return (
    <Form action={move.action}>
      <input type="hidden" name="based" value={String(basedOn)} />
      {move.up !== null && (
        <Button name="after" value={move.up} small variant="secondary">
          Up<span class="govuk-visually-hidden">: {what}</span>
        </Button>
      )}
      {move.down !== null && (
        <Button name="after" value={move.down} small variant="secondary">
          Down<span class="govuk-visually-hidden">: {what}</span>
        </Button>
      )}
    </Form>
  )
}

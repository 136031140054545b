import { Button } from '#ui/button/button.tsx'
import { ErrorMessage } from '#ui/error-message/error-message.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Select } from '#ui/select/select.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { LastChange, type LastChangeProps } from './last-change.tsx'
import { type Move, Moves } from './moves.tsx'

interface OpenSection {
  readonly id: string | null
  readonly title: string
  /** How the page of the section is asked for. */
  readonly shown: string
  readonly change: string | null
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
}

export interface TextViewProps {
  readonly draft: { readonly title: string; readonly href: string; readonly edit: string }
  readonly text: string
  readonly addSection: string
  readonly basedOn: number
  readonly sections: readonly {
    readonly id: string | null
    readonly title: string
    readonly href: string
    readonly clauses: number
    readonly wrong: number
    readonly move: Move | null
  }[]
  /** The section whose clauses are shown; null for all sections by their titles. */
  readonly open: OpenSection | null
  readonly last: LastChangeProps | null
  readonly errors?: Readonly<Record<string, string>>
  readonly ticked?: readonly string[]
  readonly chosen?: string
}

/** The policy's sections in order, and the clauses of one: each with its page, moved one by one or several at once. */
export function TextView(props: TextViewProps) {
  const { draft, open } = props
  return (
    <Page
      title={open?.title ?? 'Sections and clauses'}
      breadcrumbs={[
        { text: draft.title, href: draft.href },
        { text: 'Edit', href: draft.edit },
        ...(open === null
          ? [{ text: 'Sections and clauses' }]
          : [{ text: 'Sections and clauses', href: props.text }, { text: open.title }]),
      ]}
      errors={props.errors}
      actions={
        open === null ? (
          <Button href={props.addSection} variant="secondary">
            Add a section
          </Button>
        ) : (
          <Button href={open.add} variant="secondary">
            Add a clause
          </Button>
        )
      }
    >
      {props.last && <LastChange {...props.last} />}
      {open === null ? <Sections {...props} /> : <Clauses {...props} open={open} />}
    </Page>
  )
}

function Sections({ sections, basedOn }: TextViewProps) {
  return (
    <ol class="kept-parts kept-parts--sheet">
      {sections.map((section) => (
        <li class="kept-parts__one" id={`part-${section.id ?? 'none'}`}>
          <div class="kept-parts__says">
            <a class="govuk-link" href={section.href}>
              {section.title}
            </a>
            <span class="kept-meta">{section.clauses === 1 ? '1 clause' : `${section.clauses} clauses`}</span>
            {section.wrong > 0 && <Tag class="govuk-tag--red">{section.wrong} to put right</Tag>}
          </div>
          {section.move && <Moves move={section.move} what={`the section ${section.title}`} basedOn={basedOn} />}
        </li>
      ))}
    </ol>
  )
}

function Clauses({ open, basedOn, ...props }: TextViewProps & { readonly open: OpenSection }) {
  return (
    <>
      {open.change && (
        <p class="govuk-body">
          <a class="govuk-link" href={open.change}>
            Change the title or introduction of this section
          </a>
        </p>
      )}
      {props.errors?.clauses && (
        <div id="clauses">
          <ErrorMessage>{props.errors.clauses}</ErrorMessage>
        </div>
      )}
      <ol class="kept-parts kept-parts--sheet">
        {open.clauses.map((clause) => (
          <ClauseLine clause={clause} ticked={props.ticked?.includes(clause.id) ?? false} basedOn={basedOn} />
        ))}
      </ol>
      {open.clauses.length > 0 && <MoveTicked {...props} open={open} basedOn={basedOn} />}
      <Neighbours sections={props.sections} open={open} />
    </>
  )
}

function ClauseLine({
  clause,
  ticked,
  basedOn,
}: {
  clause: OpenSection['clauses'][number]
  ticked: boolean
  basedOn: number
}) {
  return (
    <li class="kept-parts__one" id={`part-${clause.id}`}>
      <div class="govuk-checkboxes govuk-checkboxes--small kept-parts__tick">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            form="bulk"
            name="ids"
            id={`tick-${clause.id}`}
            value={clause.id}
            checked={ticked}
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
  )
}

function MoveTicked({
  text,
  sections,
  open,
  basedOn,
  chosen,
  errors,
}: Omit<TextViewProps, 'open'> & { readonly open: OpenSection }) {
  return (
    <Form action={text} id="bulk">
      <input type="hidden" name="based" value={String(basedOn)} />
      <input type="hidden" name="shown" value={open.shown} />
      <div class="kept-row-end">
        <Select
          name="section"
          label="Move what is ticked to"
          options={[
            { value: '', text: 'Choose a section' },
            ...sections.flatMap(({ id, title }) => (id === null || id === open.id ? [] : [{ value: id, text: title }])),
          ]}
          value={chosen}
          error={errors?.section}
        />
        <Button variant="secondary">Move them</Button>
      </div>
    </Form>
  )
}

/** The sections before and after, so that the text can be gone through. */
function Neighbours({ sections, open }: Pick<TextViewProps, 'sections'> & { readonly open: OpenSection }) {
  const at = sections.findIndex(({ id }) => id === open.id)
  const [before, after] = [sections[at - 1], sections[at + 1]]
  return (
    <nav class="kept-neighbours" aria-label="Other sections">
      {before && (
        <a class="govuk-link" rel="prev" href={before.href}>
          Before: {before.title}
        </a>
      )}
      {after && (
        <a class="govuk-link" rel="next" href={after.href}>
          Next: {after.title}
        </a>
      )}
    </nav>
  )
}

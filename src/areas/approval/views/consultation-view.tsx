import type { Mark } from '#pack/compare/mark-words.ts'
import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { TabLinks } from '#ui/tab-links/tab-links.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import { Marks } from './marks.tsx'

export interface OwnComment {
  readonly id: string
  readonly says: string
  readonly withdrawn: boolean
  readonly answer: string | null
}

export interface ConsultedClause {
  readonly id: string
  /** Null where it reads as it did. */
  readonly marks: readonly Mark[] | null
  readonly says: string
  readonly change: string
  readonly more: readonly string[]
  readonly own: readonly OwnComment[]
}

export interface ConsultationViewProps {
  readonly draft: string
  readonly title: string
  readonly lede: string
  readonly open: boolean
  readonly notes: readonly string[]
  readonly only: 'changes' | 'all'
  readonly changed: number
  readonly sections: readonly {
    readonly title: string
    readonly clauses: readonly ConsultedClause[]
    readonly things: readonly string[]
  }[]
  readonly ownOfWhole: readonly OwnComment[]
  /** The clause (or `whole`) about which something is being said, or the comment that is being changed. */
  readonly at: { readonly clause: string; readonly comment: string | null } | null
  readonly typed: string
  readonly errors: Readonly<Record<string, string>>
  readonly keepersHref: string | null
}

/** A draft for those who are asked: what changes, clause by clause, and a place to say what they think. */
export function ConsultationView(props: ConsultationViewProps) {
  const query = (only: string) => paths.consultation.to(props.draft, `?show=${only}`)
  return (
    <Page
      title={props.title}
      lede={props.lede}
      errors={props.errors}
      actions={
        props.keepersHref === null ? undefined : (
          <Button href={props.keepersHref} variant="secondary" small>
            All comments
          </Button>
        )
      }
    >
      {props.notes.map((note) => (
        <InsetText>{note}</InsetText>
      ))}
      <h2 class="govuk-heading-m" id="clause-whole">
        About the whole policy
      </h2>
      <Remarks {...props} clause="whole" name="the whole policy" own={props.ownOfWhole} />
      <TabLinks
        label="How much to read"
        items={[
          { href: query('changes'), text: 'What changes', count: props.changed, active: props.only === 'changes' },
          { href: query('all'), text: 'The whole text', active: props.only === 'all' },
        ]}
      />
      {props.sections.length === 0 && <p class="govuk-body">No clause reads differently. Look at the whole text.</p>}
      {props.sections.map((section, index) => (
        <section aria-labelledby={`section-${index}`}>
          <h2 class="govuk-heading-m" id={`section-${index}`}>
            {section.title}
          </h2>
          {section.clauses.map((clause) => (
            <Clause {...props} clause={clause} />
          ))}
          {section.things.length > 0 && (
            <ul class="govuk-list govuk-list--bullet">
              {section.things.map((says) => (
                <li>{says}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Page>
  )
}

function Clause({ clause, ...props }: Omit<ConsultationViewProps, 'clause'> & { readonly clause: ConsultedClause }) {
  return (
    <div class="kept-consulted" id={`clause-${clause.id}`}>
      <p class="govuk-body">
        <strong>{clause.id}</strong> {clause.change !== '' && <Tag class="govuk-tag--blue">{clause.change}</Tag>}{' '}
        {clause.marks === null ? clause.says : <Marks marks={clause.marks} />}
      </p>
      {clause.more.map((says) => (
        <p class="govuk-body-s">{says}</p>
      ))}
      <Remarks {...props} clause={clause.id} name={clause.id} own={clause.own} />
    </div>
  )
}

interface RemarksProps extends Pick<ConsultationViewProps, 'draft' | 'open' | 'at' | 'typed' | 'errors' | 'only'> {
  readonly clause: string
  readonly name: string
  readonly own: readonly OwnComment[]
}

function Remarks(props: RemarksProps) {
  const { at, clause, own, open, draft, only } = props
  const writing = open && at !== null && at.clause === clause
  const address = (more: string) => paths.consultation.to(draft, `?show=${only}&${more}#clause-${clause}`)
  return (
    <>
      {own
        .filter((one) => !(writing && at.comment === one.id))
        .map((one) => (
          <Own one={one} open={open} draft={draft} href={address(`comment=${one.id}`)} />
        ))}
      {writing ? (
        <WriteForm {...props} />
      ) : (
        open && (
          <p class="govuk-body-s kept-noprint">
            <a class="kept-link" href={address(`clause=${encodeURIComponent(clause)}`)}>
              {own.length === 0 ? 'Say something' : 'Say something else'}
              <span class="govuk-visually-hidden"> about {props.name}</span>
            </a>
          </p>
        )
      )}
    </>
  )
}

function Own({
  one,
  open,
  draft,
  href,
}: {
  readonly one: OwnComment
  readonly open: boolean
  readonly draft: string
  readonly href: string
}) {
  return (
    <div class="kept-comment">
      <p class="govuk-body-s">
        <strong>{one.withdrawn ? 'You took this back' : 'You said'}</strong>
      </p>
      <p class="govuk-body">{one.says}</p>
      {one.answer !== null && <p class="govuk-body-s">{one.answer}</p>}
      {open && (
        <Form action={paths.changeComment.to(draft, one.id)}>
          <ButtonGroup>
            <a class="kept-link" href={href}>
              {one.withdrawn ? 'Say it again' : 'Change it'}
            </a>
            {!one.withdrawn && (
              <Button name="withdraw" value="yes" variant="secondary" small>
                Take it back
              </Button>
            )}
          </ButtonGroup>
        </Form>
      )}
    </div>
  )
}

function WriteForm({ draft, at, clause, name, typed, errors, only }: RemarksProps) {
  const comment = at?.comment ?? null
  return (
    <Form action={comment === null ? paths.comment.to(draft) : paths.changeComment.to(draft, comment)}>
      <input type="hidden" name="clause" value={clause} />
      <input type="hidden" name="show" value={only} />
      <Textarea
        name="says"
        label={`What do you think of ${name}?`}
        labelSize="s"
        rows={4}
        value={typed}
        error={errors.says}
      />
      <ButtonGroup>
        <Button preventDoubleClick>Send</Button>
        <a class="kept-link" href={paths.consultation.to(draft, `?show=${only}#clause-${clause}`)}>
          Leave it
        </a>
      </ButtonGroup>
    </Form>
  )
}

import { Board } from '#ui/board/board.tsx'
import { Details } from '#ui/details/details.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { TabLinks } from '#ui/tab-links/tab-links.tsx'
import { paths } from '../paths.ts'
import type { Asked, PreviewSection } from '../preview-lines.ts'

/** What of a draft is looked at. */
export type PreviewPart = 'text' | 'board' | 'asked' | 'told'

export interface PreviewViewProps {
  readonly draft: { readonly id: string; readonly title: string }
  readonly title: string
  readonly part: PreviewPart
  readonly sections: readonly PreviewSection[]
  readonly asked: readonly { readonly audience: string; readonly asked: readonly Asked[] }[]
  readonly told: readonly { readonly when: string; readonly says: string }[]
}

/** A draft as it will be: its text, what will keep each clause, who will be asked and who told. */
export function PreviewView(props: PreviewViewProps) {
  const { draft, part } = props
  return (
    <Page
      title={props.title}
      caption="As it will be. Nothing of this is in force."
      back={{ href: paths.show.to(draft.id), text: 'The draft' }}
    >
      <TabLinks
        label="Parts of the preview"
        items={PARTS.map(({ value, text }) => ({
          href: paths.preview.to(draft.id, value === 'text' ? '' : `?part=${value}`),
          text,
          active: value === part,
        }))}
      />
      {part === 'text' && <Text sections={props.sections} />}
      {part === 'board' && <WouldKeep sections={props.sections} />}
      {part === 'asked' && <AskedOf asked={props.asked} />}
      {part === 'told' && <Told told={props.told} />}
    </Page>
  )
}

function Text({ sections }: Pick<PreviewViewProps, 'sections'>) {
  return (
    <>
      {sections.map((section, index) => (
        <section aria-labelledby={`section-${index}`}>
          {section.under ? (
            <h3 class="govuk-heading-s" id={`section-${index}`}>
              {section.title}
            </h3>
          ) : (
            <h2 class="govuk-heading-m kept-gap-top" id={`section-${index}`}>
              {section.title}
            </h2>
          )}
          {section.intro !== '' && <p class="govuk-body">{section.intro}</p>}
          {section.clauses.map((clause) => (
            <p class="govuk-body" id={clause.id}>
              <span class="kept-clause">{clause.id}</span> {clause.says}
            </p>
          ))}
        </section>
      ))}
    </>
  )
}

function WouldKeep({ sections }: Pick<PreviewViewProps, 'sections'>) {
  const filled = sections.filter(({ clauses }) => clauses.length > 0)
  const all = filled.flatMap(({ clauses }) => clauses)
  const open = all.filter(({ keptBy }) => keptBy.length === 0).length
  return (
    <>
      <p class="govuk-body kept-gap-top">
        {open === 0
          ? `Something will keep each of the ${all.length} clauses.`
          : `Something will keep ${all.length - open} of ${all.length} clauses; ${open} will stand as not yet.`}{' '}
        A clause has no evidence on the first day: it comes from what people do.
      </p>
      <h2 class="govuk-heading-m">By section of the policy</h2>
      <Board
        sections={filled.map((section) => ({
          title: section.title,
          squares: section.clauses.map((clause) => ({
            href: `#b-${clause.id}`,
            state: clause.keptBy.length === 0 ? ('notyet' as const) : ('none' as const),
            says: `${clause.id}: ${clause.keptBy[0] ?? 'not yet'}`,
          })),
        }))}
      />
      {filled.map((section) => (
        <Details summary={section.title}>
          <dl>
            {section.clauses.map((clause) => (
              <div id={`b-${clause.id}`}>
                <dt>
                  <b>{clause.id}</b> {clause.says}
                </dt>
                <dd class="kept-meta">
                  {[...clause.keptBy, ...clause.planned.map((says) => `Planned: ${says}`)].join(' ') || 'Not yet.'}
                </dd>
              </div>
            ))}
          </dl>
        </Details>
      ))}
    </>
  )
}

function AskedOf({ asked }: Pick<PreviewViewProps, 'asked'>) {
  if (asked.length === 0)
    return <EmptyState title="Nobody is asked to sign anything">This policy has no agreement.</EmptyState>
  return (
    <>
      {asked.map((group, index) => (
        <Section id={`asked-${index}`} title={`Asked of ${group.audience}`}>
          {group.asked.map((one) => (
            <>
              <h3 class="govuk-heading-s">{one.says}</h3>
              <p class="kept-meta">Asked {one.when}</p>
              <ul class="govuk-list govuk-list--bullet">
                {one.items.map((item) => (
                  <li>{item}</li>
                ))}
              </ul>
            </>
          ))}
        </Section>
      ))}
    </>
  )
}

function Told({ told }: Pick<PreviewViewProps, 'told'>) {
  if (told.length === 0)
    return <EmptyState title="Nobody is told of anything">This policy has no rule of who is told.</EmptyState>
  return (
    <ul class="kept-list kept-rows kept-gap-top">
      {told.map((one) => (
        <li>
          <b>{one.when}</b>
          <br />
          {one.says}
        </li>
      ))}
    </ul>
  )
}

const PARTS: readonly { readonly value: PreviewPart; readonly text: string }[] = [
  { value: 'text', text: 'The text' },
  { value: 'board', text: 'What will keep it' },
  { value: 'asked', text: 'What people sign' },
  { value: 'told', text: 'Who is told' },
]

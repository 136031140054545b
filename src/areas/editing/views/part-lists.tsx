import { Button } from '#ui/button/button.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { type Move, Moves } from './moves.tsx'

/** The entries of one list of a part. */
export interface PartList {
  readonly key: string
  readonly title: string
  readonly addHref: string
  readonly addText: string
  readonly entries: readonly {
    readonly name: string
    readonly says: string
    readonly hint: string
    readonly href: string
    readonly faults: number
    /** Where the entry is moved, and after which other one; null where the order means nothing or it is at the edge. */
    readonly move: Move | null
  }[]
  readonly basedOn: number
}

/** The lists of a part: each entry has its own page, and moves with two buttons. */
export function PartLists({ lists }: { readonly lists: readonly PartList[] }) {
  return (
    <>
      {lists.map((list) => (
        <Section id={`list-${list.key}`} title={list.title}>
          {list.entries.length > 0 && (
            <ol class="kept-parts kept-parts--sheet">
              {list.entries.map((entry) => (
                <Entry entry={entry} basedOn={list.basedOn} />
              ))}
            </ol>
          )}
          <Button href={list.addHref} variant="secondary" small>
            {list.addText}
          </Button>
        </Section>
      ))}
    </>
  )
}

function Entry({ entry, basedOn }: { entry: PartList['entries'][number]; basedOn: number }) {
  return (
    <li class="kept-parts__one" id={`part-${entry.name}`}>
      <div class="kept-parts__says">
        <a class="govuk-link" href={entry.href}>
          {entry.says}
        </a>
        {entry.hint !== '' && <span class="kept-meta">{entry.hint}</span>}
        {entry.faults > 0 && <Tag class="govuk-tag--red">{entry.faults} to put right</Tag>}
      </div>
      {entry.move && <Moves move={entry.move} what={entry.says} basedOn={basedOn} />}
    </li>
  )
}

import { Card } from '#ui/card/card.tsx'
import { chainOf } from '../model/chain.ts'
import type { Evidence } from '../model/evidence.ts'
import { paths } from '../paths.ts'
import { ItemChain, ItemHead } from './item-summary.tsx'

/** The evidence of a case as its page shows it: each item with its chain. */
export function EvidenceCard({ evidence, now }: { readonly evidence: Evidence; readonly now: Temporal.Instant }) {
  const { record, items, saying } = evidence
  const described = (record.never || record.filesLocked) && !record.notYet
  return (
    <Card
      id="evidence"
      size="m"
      title="Evidence"
      nothing={
        items.length === 0 &&
        (described
          ? 'Nothing has been entered. Only descriptions and sealed devices are: no file is taken in this case.'
          : 'Nothing has been entered.')
      }
      end={
        <a class="kept-link" href={paths.of.to(record.id)}>
          {items.length === 0 ? 'Add an item' : 'Add, write down, bundle'}
        </a>
      }
    >
      <ul class="kept-list kept-rows">
        {items.map((item) => {
          const chain = chainOf({ kind: item.kind, hasFile: item.file !== null }, item.entries, now)
          return (
            <li key={item.id}>
              <ItemHead item={item} chain={chain} saying={saying} now={now} link />
              <ItemChain item={item} chain={chain} saying={saying} now={now} />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

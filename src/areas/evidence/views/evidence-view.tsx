import { sayInstant } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { chainOf } from '../model/chain.ts'
import { notSigned } from '../model/entry.ts'
import { CASE_ENTRIES, entryKinds } from '../model/entry-kinds.ts'
import type { Evidence } from '../model/evidence.ts'
import { ITEM_KINDS, itemKinds } from '../model/item-kinds.ts'
import { paths } from '../paths.ts'
import { sayFields, sayParty, saySignatures } from '../say.ts'
import { ItemChain, ItemHead } from './item-summary.tsx'

export interface EvidenceViewProps {
  readonly evidence: Evidence
  readonly back: { readonly href: string; readonly text: string }
  readonly now: Temporal.Instant
}

/** All evidence of a record: what there is, what can be added, what was decided about images. */
export function EvidenceView({ evidence, back, now }: EvidenceViewProps) {
  const { record, items } = evidence
  const closed = record.never || record.filesLocked
  return (
    <Page
      title="Evidence"
      caption={`${record.reference} ${record.title}`}
      back={back}
      actions={
        items.length > 0 && (
          <Button href={paths.bundle.to(record.id)} variant="secondary" small>
            Make the bundle
          </Button>
        )
      }
    >
      <Layout side={<Add {...{ evidence, closed }} />} sideLabel="Add to the evidence">
        {record.notYet && (
          <Alert voice="notice" title="No file yet">
            The case has not come to the step where files are taken. Answer the open question of its chart first.
            Descriptions, devices and printed sheets can be entered now.
          </Alert>
        )}
        {closed && !record.notYet && (
          <Alert voice="wall" title="No files in this case">
            It may be about an indecent image of a child. Nothing can be sent, opened or copied here. Describe it in
            words, seal the device without looking, and leave the looking to the police.
          </Alert>
        )}
        <Items evidence={evidence} now={now} />
        {((closed && !record.notYet) || evidence.decisions.length > 0) && <Decisions evidence={evidence} now={now} />}
      </Layout>
    </Page>
  )
}

function Items({ evidence, now }: Pick<EvidenceViewProps, 'evidence' | 'now'>) {
  const { items, saying } = evidence
  if (items.length === 0)
    return (
      <EmptyState title="Nothing has been entered">
        Each item is listed here with its chain: who had it, when, and who signed for it.
      </EmptyState>
    )
  return (
    <>
      {items.map((item) => {
        const chain = chainOf({ kind: item.kind, hasFile: item.file !== null }, item.entries, now)
        return (
          <Card key={item.id} id={`item-${item.number}`} title={<ItemHead {...{ item, chain, saying, now }} link />}>
            {item.shows !== '' && <p class="kept-typed">{item.shows}</p>}
            <ItemChain {...{ item, chain, saying, now }} />
          </Card>
        )
      })}
    </>
  )
}

function Decisions({ evidence, now }: Pick<EvidenceViewProps, 'evidence' | 'now'>) {
  const { decisions, saying, record } = evidence
  return (
    <Card
      id="decisions"
      size="m"
      title="What was decided about images"
      end="The guidance of the UK Council for Internet Safety asks for these."
    >
      {decisions.map((entry) => (
        <section key={entry.id}>
          <h3 class="govuk-heading-s">
            {entryKinds[entry.kind].says}, {sayInstant(entry.at, now, saying.zone)}
          </h3>
          <SummaryList rows={sayFields(entryKinds[entry.kind].fields, entry.fields, saying)} />
          <p class="kept-meta">
            {entry.signatures.length > 0 && `Signed: ${saySignatures(entry, saying)}. `}
            {notSigned(entry).map((asked) => (
              <a class="govuk-link kept-noprint" href={paths.sign.to(entry.id, asked.part)}>
                {sayParty(asked.by, saying)} signs{' '}
              </a>
            ))}
          </p>
        </section>
      ))}
      {record.state !== 'voided' && (
        <ul class="govuk-list kept-noprint">
          {CASE_ENTRIES.map((kind) => (
            <li key={kind}>
              <a class="govuk-link" href={paths.decide.to(record.id, kind)}>
                {entryKinds[kind].act}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Add({ evidence: { record }, closed }: { readonly evidence: Evidence; readonly closed: boolean }) {
  if (record.state !== 'open') return <p class="kept-meta">This record is closed. Nothing more can be added.</p>
  return (
    <Card title="Add to the evidence">
      <ul class="govuk-list govuk-list--spaced kept-noprint">
        {ITEM_KINDS.filter((kind) => !closed || !itemKinds[kind].file).map((kind) => (
          <li key={kind}>
            <a class="govuk-link" href={paths.add.to(record.id, kind)}>
              {itemKinds[kind].says}
            </a>
            <br />
            <span class="kept-meta">{itemKinds[kind].when}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

import { sayFullInstant } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { chainOf } from '../model/chain.ts'
import { entriesFor, entryKinds } from '../model/entry-kinds.ts'
import type { Item, RecordHead } from '../model/item.ts'
import { itemKinds } from '../model/item-kinds.ts'
import { shownAs } from '../model/shown.ts'
import { paths } from '../paths.ts'
import { type Saying, sayFields, sayParty } from '../say.ts'
import { ItemChain, ItemHead } from './item-summary.tsx'

export interface ItemViewProps {
  readonly record: RecordHead
  readonly item: Item
  readonly saying: Saying
  readonly looks: number
  readonly held: boolean
  readonly now: Temporal.Instant
}

/** One piece of evidence: what it is, its chain, what can happen to it next. */
export function ItemView(props: ItemViewProps) {
  const { record, item, saying, now } = props
  const chain = chainOf({ kind: item.kind, hasFile: item.file !== null }, item.entries, now)
  return (
    <Page
      title={`${item.number}. ${item.title}`}
      caption={`${record.reference} ${record.title}`}
      back={{ href: paths.of.to(record.id), text: 'Back to the evidence' }}
    >
      <Layout side={<Next {...props} ended={chain.ended !== null} />} sideLabel="What happens to it">
        <Card id="chain" size="m" title={<ItemHead {...{ item, chain, saying, now }} link={false} />}>
          <ItemChain {...{ item, chain, saying, now }} />
        </Card>
        <Card id="what" size="m" title="What it is">
          <SummaryList
            rows={[
              { key: 'Kind', value: itemKinds[item.kind].says },
              ...(item.shows === '' ? [] : [{ key: 'What it shows', value: item.shows }]),
              ...sayFields(itemKinds[item.kind].fields, item.label, saying),
              {
                key: 'Entered',
                value: `${sayFullInstant(item.enteredAt, saying.zone)} by ${sayParty({ personId: item.enteredBy, words: null }, saying)}`,
              },
            ]}
          />
        </Card>
        {itemKinds[item.kind].file && <File {...props} />}
      </Layout>
    </Page>
  )
}

function File({ record, item, looks }: ItemViewProps) {
  const { file } = item
  if (file === null || file.erased)
    return (
      <Alert voice="wall" title={file === null ? 'Its file is locked' : 'Its file was destroyed'}>
        {file === null
          ? 'It may hold an indecent image of a child. Nobody can open, copy or download it until the police say otherwise.'
          : 'Its fingerprint stays in the ledger.'}
      </Alert>
    )
  const shown = shownAs(file)
  return (
    <Card
      id="file"
      size="m"
      title="The file"
      end={`Looked at ${looks} ${looks === 1 ? 'time' : 'times'}. Each look is written down.`}
    >
      <SummaryList
        rows={[
          { key: 'Name', value: file.name },
          { key: 'By its content', value: `${file.type}, ${sayBytes(file.bytes)}` },
          { key: 'Fingerprint', value: <code class="kept-break">{file.sha256}</code> },
          { key: 'Scanned', value: SCANS[file.scan] ?? '' },
        ]}
      />
      {file.scan === 'infected' ? (
        <Alert voice="wall" title="It is malicious">
          The scanner found {file.scanSays}. It stays locked away as evidence, and is neither shown nor given out.
        </Alert>
      ) : (
        <ButtonGroup>
          {shown !== null && <Button href={paths.look.to(item.id)}>Look at it</Button>}
          <Button href={paths.download.to(item.id)} variant="secondary">
            Download the original
          </Button>
        </ButtonGroup>
      )}
      {shown === null && (
        <p class="kept-meta">
          This kind of file cannot be shown here safely. It can be downloaded with a reason. {record.reference} keeps
          who did.
        </p>
      )}
    </Card>
  )
}

const SCANS: Readonly<Record<string, string>> = {
  waits: 'Not yet: it waits its turn',
  clean: 'Nothing malicious was found',
  infected: 'Malicious',
  unscanned: 'Unscanned: the scanner did not answer. It is asked again.',
}

function Next({ item, record, held, ended }: ItemViewProps & { readonly ended: boolean }) {
  if (ended || record.state === 'voided') return <Papers item={item} />
  return (
    <>
      <Card title="What happens to it">
        <ul class="govuk-list kept-noprint">
          {entriesFor(item.kind).map((kind) =>
            kind === 'destroyed' && held ? (
              <li key={kind} class="kept-meta">
                It cannot be destroyed: the evidence of this case is held.
              </li>
            ) : (
              <li key={kind}>
                <a class="govuk-link" href={paths.write.to(item.id, kind)}>
                  {entryKinds[kind].act}
                </a>
              </li>
            ),
          )}
        </ul>
      </Card>
      <Papers item={item} />
    </>
  )
}

function Papers({ item }: { readonly item: Item }) {
  return (
    <Card title="On paper">
      <p>
        <a class="govuk-link" href={paths.receipt.to(item.id)}>
          Receipt and chain as PDF
        </a>
      </p>
      <p class="kept-meta">For the owner, the parent or the officer to sign and to take with them.</p>
    </Card>
  )
}

function sayBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

import { sayInstant, sayLength } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Card } from '#ui/card/card.tsx'
import { CaseHead } from '#ui/case-head/case-head.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import type { ConcernAttachment, ConcernFile, JoinedLine } from '../lines.ts'
import { sayAnswer, sayReporter, sayState, sayWay } from '../say-concern.ts'
import type { CalledLine } from './call-view.tsx'
import { Calls } from './call-view.tsx'
import { Files } from './files-view.tsx'
import { Together } from './join-view.tsx'
import { Next } from './next-part.tsx'
import { Conversation, Notes } from './show-parts.tsx'
import { Side } from './show-side.tsx'

export interface ShowViewProps {
  /** Who gave it to whoever has it. */
  readonly given: { readonly name: string; readonly at: Temporal.Instant } | null
  /** To whom it can be given. */
  readonly handlers: readonly { readonly personId: string; readonly name: string }[]
  readonly concern: ConcernFile
  readonly worry: string
  /** The posts whose holders may see it. */
  readonly readers: readonly string[]
  /** Whom the reporter chose to tell. */
  readonly chosen: readonly string[]
  readonly calls: readonly CalledLine[]
  readonly files: readonly ConcernAttachment[]
  readonly filesStand: 'open' | 'never' | 'not_yet' | 'locked'
  readonly joined: readonly JoinedLine[]
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  readonly clauses: readonly string[]
  /** The reader has taken it. */
  readonly mine: boolean
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** One concern, for those who look after it. */
export function ShowView(props: ShowViewProps) {
  const { concern, now, zone } = props
  const open = concern.state === 'new' || concern.state === 'taken'
  return (
    <Page title={props.worry || 'Concern'} heading={false} errors={props.errors} band={<Head {...props} />}>
      <Layout side={<Side {...props} />} sideLabel="About this concern">
        {concern.inDanger && open && (
          <Alert voice="danger" title="Somebody may be in danger now">
            The person who told us said so, or was not sure. If you think so too, call 999 first.
          </Alert>
        )}
        <Next {...props} />
        <Card title="What we were told" size="m">
          <p class="kept-told kept-pre">{concern.body}</p>
          <p class="kept-meta kept-gap-top-s">
            {concern.reporter ?? sayReporter(concern.reporterKind, false)}, {sayInstant(concern.toldAt, now, zone)}
          </p>
        </Card>
        <Together {...props} />
        <Files {...props} />
        <Calls {...props} />
        <Conversation {...props} />
        <Notes {...props} />
      </Layout>
    </Page>
  )
}

function Head({ concern, worry, chosen, now, zone }: ShowViewProps) {
  return (
    <CaseHead
      reference={`Told ${sayInstant(concern.toldAt, now, zone)}`}
      title={worry || 'Concern'}
      facts={[
        { label: 'Standing', value: <Standing concern={concern} now={now} zone={zone} /> },
        {
          label: 'From',
          value:
            concern.reporter === null
              ? sayReporter(concern.reporterKind, false)
              : `${concern.reporter} (${concern.reporterKind})`,
        },
        ...came(concern),
        { label: 'Taken by', value: concern.takenBy ?? 'Nobody yet' },
        {
          label: 'Answer',
          value:
            sayAnswer({ ...concern, written: concern.messages.some(({ from }) => from === 'school') }) || 'Not wanted',
        },
        ...(concern.byAccident === null
          ? []
          : [{ label: 'By accident', value: concern.byAccident ? 'Yes, they say' : 'No, they say' }]),
        ...(chosen.length === 0 ? [] : [{ label: 'Chose to tell', value: chosen.join(', ') }]),
      ]}
    />
  )
}

function came({ cameBy, entered }: ConcernFile): { label: string; value: string }[] {
  const way = sayWay(cameBy)
  if (way === null) return []
  if (entered === null) return [{ label: 'It came', value: way }]
  const toldBy = entered.toldBy === null ? [] : [{ label: 'Told by', value: entered.toldBy }]
  return [{ label: 'It came', value: `${way}, written down by ${entered.by}` }, ...toldBy]
}

function Standing({ concern, now, zone }: Pick<ShowViewProps, 'concern' | 'now' | 'zone'>) {
  if (concern.state === 'new')
    return (
      <StatePill state={concern.inDanger ? 'broken' : 'none'}>
        Not taken: {sayLength(concern.toldAt, now, zone)}
      </StatePill>
    )
  return <StatePill state={concern.state === 'taken' ? 'due' : 'kept'}>{sayState(concern.state)}</StatePill>
}

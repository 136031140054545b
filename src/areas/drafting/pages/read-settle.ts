import { readSettings, textOf } from '#areas/policy/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import type { Clock } from '#core/clock.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { partiesAsked, seenMark } from '../commands/settle-points.ts'
import type { Holding } from '../posts/post-lines.ts'
import { currentPosts } from '../queries/current-posts.ts'
import { namesOf } from '../queries/names-of.ts'
import { readDraft } from '../queries/read-draft.ts'
import { readHolders } from '../queries/read-holders.ts'
import { listRevisions } from '../queries/read-revision.ts'
import { inputOf, RHYTHMS, UNITS } from '../settle/input.ts'
import { countPoints, type Point, type PointKind, pointsOf } from '../settle/points.ts'
import { hasValue, sayPoint } from '../settle/say-point.ts'
import type { SettleViewProps } from '../views/settle-view.tsx'
import { readAsked } from './read-asked.ts'

/** What of a draft's points is shown. */
export interface SettleFilter {
  readonly kind?: PointKind | undefined
  readonly state: 'open' | 'settled' | 'all'
  /** The page of its kind, from 1. */
  readonly page?: number | undefined
}

/** The page of what a policy leaves open. `faults` hold sentences by place. */
export async function readSettle(
  tx: Tx,
  clock: Clock,
  draftId: string,
  filter: SettleFilter,
  faults: Readonly<Record<string, string>>,
): Promise<SettleViewProps> {
  const draft = await readDraft(tx, draftId)
  const { pack } = draft
  const all = pointsOf(pack)
  const kinds = KINDS.map((kind) => ({ kind, ...countPoints(all.filter((point) => point.kind === kind)) }))
  const kind = kindOf(filter, kinds)
  const ofKind = all.filter((point) => point.kind === kind)
  const inState = (state: SettleFilter['state']) =>
    ofKind.filter(({ open }) => state === 'all' || open === (state === 'open'))
  const shown = inState(filter.state)
  const holders = await readHolders(tx)
  const draw = await drawing(tx, clock, draftId, pack, holders, faults)
  const { zone } = await readSettings(tx)
  const { asked, askGroup } = await readAsked(tx, clock, draft, holders, zone)
  const pages = pagesOf(pack, shown)
  const page = Math.min(filter.page ?? 1, Math.max(pages.length, 1))
  const zoned = clock.now().toZonedDateTimeISO(zone)
  const ended = draft.stage === 'published' || draft.stage === 'set_aside'
  return {
    draft: { id: draftId, title: draft.title, ended },
    all: countPoints(all),
    kinds: kinds.filter(({ of }) => of > 0),
    kind,
    states: STATES.map((state) => ({ state, count: inState(state).length })),
    state: filter.state,
    page,
    pages: pages.length,
    groups: (pages[page - 1] ?? []).map(({ title, points }) => ({
      title,
      points: points.map((point) => ({ ...draw.point(point, shown.indexOf(point)), asked: asked(point) })),
      bulk: draw.bulk(points),
      ask: askGroup(points),
    })),
    query: `kind=${kind}&state=${filter.state}&page=${page}`,
    today: { day: zoned.day, month: zoned.month, year: zoned.year },
    ...errorsOf(shown, faults),
  }
}

const KINDS = ['reading', 'interval', 'value', 'part'] as const
const STATES = ['open', 'settled', 'all'] as const
/** So many things are confirmed with one look; a section is never cut in two. */
const A_PAGE = 12

/** What was asked for; else the first kind with something open, and the first that there is. */
function kindOf(filter: SettleFilter, kinds: readonly { kind: PointKind; of: number; open: number }[]): PointKind {
  const next = kinds.find(({ open }) => open > 0) ?? kinds.find(({ of }) => of > 0)
  return filter.kind ?? next?.kind ?? 'reading'
}

interface SectionPoints {
  readonly title: string
  readonly points: readonly Point[]
}

/** Whole sections to a page, until there is enough on it. */
function pagesOf(pack: Pack, shown: readonly Point[]): SectionPoints[][] {
  const pages: SectionPoints[][] = []
  let on = A_PAGE
  for (const [title, points] of Map.groupBy(shown, (point) => sectionOf(pack, point))) {
    if (on >= A_PAGE) {
      pages.push([])
      on = 0
    }
    pages.at(-1)?.push({ title, points })
    on += points.length
  }
  return pages
}

/** The titles of sections come from the first clause that a point belongs to. */
function sectionOf(pack: Pack, point: Point): string {
  const clause = pack.clauses.find(({ id }) => id === point.clauses[0])
  const section = pack.sections.find(({ id }) => id === clause?.section)
  return section === undefined ? 'Beside the sections' : textOf(section.title)
}

async function drawing(
  tx: Tx,
  clock: Clock,
  draftId: string,
  pack: Pack,
  holders: readonly Holding[],
  faults: Readonly<Record<string, string>>,
) {
  const posts = await currentPosts(tx)
  const revisions = await listRevisions(tx, draftId)
  const names = await namesOf(
    tx,
    revisions.map(({ madeBy }) => madeBy),
  )
  const { zone } = await readSettings(tx)
  const clauses = new Map(pack.clauses.map((clause) => [clause.id, textOf(clause.says)]))
  const nameOf = (ref: string) => textOf(pack.parties[ref.slice('party/'.length)]?.says ?? ref)
  const settledBy = (point: Point) => {
    const last = point.open ? undefined : revisions.find(({ place }) => place === point.place)
    if (last === undefined) return ''
    return `${last.says}. By ${names.get(last.madeBy ?? '') ?? 'Kept'}, ${sayInstant(last.madeAt, clock.now(), zone)}.`
  }
  const wordOf = (point: Point) => {
    const [party] = partiesAsked([point], posts)
    if (party === undefined) return null
    const holder = holders.find(({ post }) => `party/${post}` === party)
    return { party: nameOf(party), holder: holder?.name ?? '' }
  }
  return {
    point: (point: Point, index: number) => ({
      index,
      place: point.place,
      kind: point.kind,
      open: point.open,
      title: point.title,
      sentence: point.sentence,
      says: sayPoint(pack, point),
      confidence: point.confidence ?? '',
      clauses: point.clauses.map((id) => ({ id, says: clauses.get(id) ?? '' })),
      control: inputOf(pack, point),
      units: UNITS,
      rhythms: RHYTHMS,
      hasValue: hasValue(pack, point),
      word: wordOf(point),
      settledBy: settledBy(point),
      mayReopen: isSaidHere(point),
      error: faults[point.place],
    }),
    bulk: (points: readonly Point[]) => {
      const ready = points.filter((point) => point.open && hasValue(pack, point))
      if (ready.length < 2) return null
      return {
        places: ready.map(({ place }) => place).join(' '),
        seen: seenMark(ready),
        count: ready.length,
        parties: partiesAsked(ready, posts).map(nameOf).join(', '),
        left: points.filter((point) => point.open).length - ready.length,
      }
    },
  }
}

/** Only what the school has said itself can be taken back. */
const isSaidHere = ({ open, value }: Point): boolean =>
  !open &&
  typeof value === 'object' &&
  value !== null &&
  (Reflect.get(value, 'settled') === true || Reflect.get(value, 'source') === 'school')

function errorsOf(shown: readonly Point[], faults: Readonly<Record<string, string>>) {
  const errors = Object.entries(faults).map(([place, says]) => {
    const index = shown.findIndex((point) => point.place === place)
    return [index < 0 ? 'main' : `p-${index}`, says] as const
  })
  return errors.length === 0 ? {} : { errors: Object.fromEntries(errors) }
}

import { textOf } from '#areas/policy/index.ts'
import { countOf } from '#core/calendar/say-date.ts'
import type { ContentFault } from '#pack/edit/faults.ts'
import type { PublishGuard } from '#pack/engines/guards/publish-guards.ts'
import { paths } from './paths.ts'
import type { PostLine } from './posts/post-lines.ts'
import { withoutHolder } from './posts/post-lines.ts'
import type { PolicyDraft } from './queries/read-draft.ts'
import type { KeptProposal } from './queries/read-proposals.ts'
import { countPoints, type Point } from './settle/points.ts'

/** Something to do before a draft is in force, and how it stands. */
export interface DraftTask {
  readonly title: string
  readonly href: string
  readonly hint?: string
  readonly status: string
  readonly done: boolean
}

/** What the tasks of a draft are worked out from. */
export interface DraftFacts {
  readonly draft: PolicyDraft
  readonly points: readonly Point[]
  readonly faults: readonly ContentFault[]
  readonly posts: readonly PostLine[]
  readonly proposals: readonly KeptProposal[]
  readonly schools: number
  /** What the policy in force asks before another version may follow it. */
  readonly guards: readonly PublishGuard[]
}

/** The tasks under their three headings. */
export function tasksOf(facts: DraftFacts): { readonly title: string; readonly tasks: readonly DraftTask[] }[] {
  return [
    { title: 'Make it yours', tasks: [...proposalTasks(facts), ...settleTasks(facts), postsTask(facts)] },
    { title: 'Look it through', tasks: lookTasks(facts) },
    { title: 'Put it in force', tasks: stageTasks(facts) },
  ]
}

function proposalTasks({ draft, proposals }: DraftFacts): DraftTask[] {
  const clauses = proposals.filter(({ state, kind }) => state !== 'dropped' || kind !== undefined)
  if (clauses.length === 0) return []
  const open = clauses.filter(({ state }) => state === 'open').length
  const unlinked = unlinkedClauses(draft).length
  return [
    {
      title: 'Go through what was proposed for your clauses',
      href: paths.proposals.to(draft.id),
      hint:
        unlinked === 0
          ? 'Every clause names what keeps it, or what will'
          : `${countOf(unlinked, 'clause')} without anything that keeps them`,
      status: open === 0 ? 'Done' : `${clauses.length - open} of ${clauses.length} looked at`,
      done: open === 0 && unlinked === 0,
    },
  ]
}

/** Clauses of a draft that nothing keeps and for which nothing is planned. */
const unlinkedClauses = ({ pack }: Pick<PolicyDraft, 'pack'>) =>
  pack.clauses.filter((clause) => clause.kept_by.length + clause.planned.length === 0)

function settleTasks({ draft, points }: DraftFacts): DraftTask[] {
  const one = (title: string, hint: string, kinds: readonly Point['kind'][], query: string): DraftTask[] => {
    const own = points.filter(({ kind }) => kinds.includes(kind))
    if (own.length === 0) return []
    const { of, open } = countPoints(own)
    const status = open === 0 ? 'Done' : `${of - open} of ${of}`
    return [{ title, hint, href: paths.settle.to(draft.id, query), status, done: open === 0 }]
  }
  return [
    ...one(
      'Settle how contradictions are read',
      'Places where the policy says two things',
      ['reading'],
      '?kind=reading',
    ),
    ...one(
      'Say what the policy leaves open',
      'Intervals such as “regularly” or “promptly”',
      ['interval'],
      '?kind=interval',
    ),
    ...one('Confirm values', 'Settings that were read into the policy, or are empty', ['value'], '?kind=value'),
    ...one(
      'Confirm what was inferred',
      'Parts that the policy does not state in so many words',
      ['part'],
      '?kind=part',
    ),
  ]
}

function postsTask({ draft, posts }: DraftFacts): DraftTask {
  const missing = withoutHolder(posts)
  return {
    title: 'Name who holds each post',
    href: paths.posts.to(draft.id),
    hint: 'This does not stop a publication; a post without a holder is a warning on the board',
    status: missing.length === 0 ? 'Done' : `${missing.length} without a holder`,
    done: missing.length === 0,
  }
}

function lookTasks({ draft, faults, schools }: DraftFacts): DraftTask[] {
  const wrong = faults.filter(({ rule }) => !SETTLED_ELSEWHERE.includes(rule)).length
  const own: DraftTask[] =
    schools < 2
      ? []
      : [
          {
            title: 'Set what one school does more strictly',
            href: paths.overlays.to(draft.id),
            status: countOf(Object.keys(draft.pack.overlays).length, 'school'),
            done: true,
          },
        ]
  return [
    {
      title: 'Read and change the text',
      href: paths.edit.to(draft.id),
      status: countOf(draft.pack.clauses.length, 'clause'),
      done: true,
    },
    ...own,
    {
      title: 'Faults',
      hint: 'What does not fit together',
      href: paths.faults.to(draft.id),
      status: wrong === 0 ? 'None' : String(wrong),
      done: wrong === 0,
    },
    { title: 'See it as it will be', href: paths.preview.to(draft.id), status: 'Look', done: true },
    ...(draft.baseVersionId === null
      ? []
      : [
          {
            title: 'What differs from the version in force',
            href: paths.changes.to(draft.id),
            status: 'Look',
            done: true,
          },
        ]),
  ]
}

/** Faults that have a task of their own. */
export const SETTLED_ELSEWHERE: readonly string[] = [
  'open_limit',
  'unsettled_value',
  'open_value',
  'unsettled_reading',
  'kept_by_nothing',
]

function stageTasks({ draft, faults, guards }: DraftFacts): DraftTask[] {
  const { stage } = draft
  const approved = stage === 'approved' || stage === 'published'
  return [
    {
      title: 'Consultation',
      hint: 'Staff, pupils, parents and governors say what they think, clause by clause',
      href: paths.consultation.to(draft.id),
      status: stage === 'consulting' ? 'Open now' : draft.consultAudiences.length > 0 ? 'Held' : 'Not begun',
      done: draft.consultAudiences.length > 0 && stage !== 'consulting',
    },
    {
      title: 'Approval',
      href: paths.approval.to(draft.id),
      status: approved ? 'Given' : stage === 'approving' ? 'Asked for' : 'Not asked for yet',
      done: approved,
    },
    ...guards.map(({ says, open }) => ({
      title: textOf(says),
      hint: 'The policy in force asks for this before a new version',
      href: paths.publish.to(draft.id),
      status: open ? 'Done' : 'Not yet',
      done: open,
    })),
    {
      title: 'Publish',
      href: paths.publish.to(draft.id),
      status:
        stage === 'published'
          ? 'Published'
          : approved && faults.length === 0 && guards.every(({ open }) => open)
            ? 'Ready'
            : 'Not yet',
      done: stage === 'published',
    },
  ]
}

/** What still stops a publication, in plain words, each with the page where it is put right. */
export function stopsOf({
  draft,
  points,
  faults,
  proposals,
  guards,
}: DraftFacts): { readonly says: string; readonly href: string }[] {
  const { open } = countPoints(points)
  const unlinked = unlinkedClauses(draft).length
  const wrong = faults.filter(({ rule }) => !SETTLED_ELSEWHERE.includes(rule)).length
  const said = (count: number, one: string, many: string, href: string) =>
    count === 0 ? [] : [{ says: count === 1 ? `One ${one}` : `${count} ${many}`, href }]
  return [
    ...said(open, 'thing has to be confirmed', 'things have to be confirmed', paths.settle.to(draft.id)),
    ...(draft.pack.pack.draft === true || proposals.length > 0
      ? said(
          unlinked,
          'clause names nothing that keeps it',
          'clauses name nothing that keeps them',
          paths.proposals.to(draft.id),
        )
      : []),
    ...said(wrong, 'fault in how it fits together', 'faults in how it fits together', paths.faults.to(draft.id)),
    ...guards.flatMap(({ says, open }) =>
      open ? [] : [{ says: `Not yet: ${textOf(says)}`, href: paths.publish.to(draft.id) }],
    ),
    ...(draft.stage === 'approved' || draft.stage === 'published'
      ? []
      : [{ says: 'It has not been approved', href: paths.approval.to(draft.id) }]),
  ]
}

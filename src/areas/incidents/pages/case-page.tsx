import { z } from 'zod'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { readSettings, textOf } from '#areas/policy/index.ts'
import type { Case, CaseReaders } from '#areas/records/index.ts'
import { caseReaders, mayVoid, namesOf, partiesOf, readCase, sayValue } from '#areas/records/index.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { layOut } from '../chart-layout.ts'
import { markSeen } from '../commands/mark-seen.ts'
import { sayHappened } from '../happened.ts'
import { KIND_FIELD, sayKind } from '../kinds.ts'
import { pathTaken } from '../path-taken.ts'
import { paths } from '../paths.ts'
import { aboutPeople } from '../queries/about-people.ts'
import { concernOf } from '../queries/concern-of.ts'
import { whoWasTold } from '../queries/who-was-told.ts'
import { openStepLines, sayPart } from '../say-steps.ts'
import { CaseView } from '../views/case-view.tsx'
import type { CaseChart } from '../views/charts.tsx'

/** The page of one case. Whoever may not see it gets the same page as for a case that does not exist. */
export async function casePage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.show.route,
    {
      schema: { params: z.object({ id: z.uuid() }) },
      config: { audit: 'incident.viewed', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx(async (tx) => {
        const one = await readCase(tx, request.params.id)
        await markSeen(tx, [one.id])
        return {
          one,
          mine: await partiesOf(tx, one.policy.pack, actor.personId, one.circle),
          names: await namesOf(tx, [
            one.openedBy,
            ...one.run.events.map((event) => event.by),
            ...one.people.map((person) => person.personId),
          ]),
          readers: await caseReaders(tx, { id: one.id, circle: one.circle, policyVersionId: one.policy.id }),
          concern: await concernOf(tx, one.id),
          told: await whoWasTold(tx, one.id),
          about: await aboutPeople(tx, one.people),
          settings: await readSettings(tx),
        }
      })
      const { one, names } = found
      return reply.view(
        <CaseView
          id={one.id}
          reference={one.reference}
          title={one.title}
          state={one.state}
          kind={sayKind(one.policy, one.category)}
          openedAt={one.openedAt}
          openedBy={one.openedBy === null ? null : (names.get(one.openedBy) ?? null)}
          closedAt={one.closedAt}
          filesLocked={one.filesLocked}
          steps={openStepLines(one, found.mine, names)}
          ways={waysOf(one)}
          charts={chartsOf(one, names)}
          path={pathTaken(one, names)}
          voidReason={one.voidReason}
          mayVoid={one.state !== 'voided' && mayVoid(one.policy.pack, one.kind, found.mine)}
          told={found.told}
          facts={factsOf(one.policy, one)}
          people={one.people.map((person) => ({
            id: person.id,
            name: person.name,
            part: sayPart(one.policy, person.part),
            about:
              person.personId === null ? 'Not known to the school by name' : (found.about.get(person.personId) ?? ''),
          }))}
          happened={sayHappened(one, names)}
          readers={readersOf(one.policy, found.readers)}
          looks={found.readers.looks}
          walls={found.readers.walls}
          clauses={clausesOf(one)}
          version={one.policy.number}
          concern={found.concern === null ? null : { href: `/concerns/${found.concern}` }}
          now={parts.clock.now()}
          zone={found.settings.zone}
        />,
      )
    },
  )
}

function readersOf(policy: PolicyInForce, { readers, members }: CaseReaders) {
  const reach = (all: string) => (all === 'all' ? 'all of it' : 'that it exists, no names')
  return [
    ...readers.map((reader) => ({
      name: reader.name,
      what: `${sayPost(policy, reader.post)}: ${reach(reader.reach)}`,
    })),
    ...members.map((one) => ({ name: `Everybody here as ${one.kind}`, what: reach(one.reach) })),
  ]
}

const INVITED: Readonly<Record<string, string>> = {
  sight: 'let in for this kind of case',
  step: 'let in for an open step',
  named: 'let in by name',
}

const sayPost = (policy: PolicyInForce, post: string): string =>
  INVITED[post] ?? textOf(policy.pack.parties[post]?.says ?? post)

// In the order in which the case came to them; a chart of one person says whose it is.
function chartsOf(one: Case, names: ReadonlyMap<string, string>): CaseChart[] {
  const open = new Set(one.open.filter((step) => !step.early).map((step) => step.key))
  const waits = (key: string) =>
    one.drawing.nodes.some((node) => node.frame === key && node.visit !== null && open.has(node.visit))
  const frames = one.drawing.frames
    .filter((frame) => frame.chart.startsWith('flow/'))
    .map((frame) => ({
      ...frame,
      title: frame.branch === null ? frame.title : `${frame.title} (${nameOf(frame.branch, names)})`,
    }))
  return layOut({ ...one.drawing, frames }).map((chart) => ({ ...chart, waits: waits(chart.key) }))
}

const nameOf = (branch: string, names: ReadonlyMap<string, string>): string =>
  names.get(branch) ?? branch.replace(/^described:/, '')

function waysOf(one: Case) {
  const running = new Set(one.open.map((step) => step.chart))
  return [...running]
    .flatMap((chart) =>
      chart.startsWith('flow/') ? (one.policy.pack.flows[chart.slice('flow/'.length)]?.at_any_time ?? []) : [],
    )
    .map((way) => ({ to: way.goto, says: textOf(way.says) }))
}

function factsOf(policy: PolicyInForce, one: Case) {
  const fields = policy.pack.records.incident?.fields ?? []
  return fields
    .filter((field) => field.id !== KIND_FIELD)
    .map((field) => ({ key: textOf(field.asks), value: sayValue(policy.pack, field, one.fields[field.id]) }))
    .filter((row) => row.value !== '')
}

function clausesOf(one: Case): string[] {
  const touched = one.run.events.flatMap((event) => {
    if (!('stepId' in event)) return []
    const [kind, id = ''] = event.chart.split('/')
    const steps = kind === 'flow' ? one.policy.pack.flows[id]?.steps : one.policy.pack.records[id]?.steps
    return steps?.[event.stepId]?.clauses ?? []
  })
  return [...new Set([...touched, ...one.open.flatMap((step) => step.clauses)])].sort()
}

import { z } from 'zod'
import { EvidenceCard, readEvidence } from '#areas/evidence/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { CaseFacts, CaseViewProps } from '#areas/records/index.ts'
import { assignedNow, CaseView, caseProps, handlersLeft, markSeen, readCaseFacts } from '#areas/records/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { Button } from '#ui/button/button.tsx'
import { GiveCard } from '../give/give-card.tsx'
import { incidentHome } from '../home.ts'
import { KIND_FIELD, sayKind } from '../kinds.ts'
import { mayFollowUp } from '../lessons/follow-up-page.tsx'
import { LessonsCard } from '../lessons/lessons-card.tsx'
import { readFollowUps } from '../lessons/read-follow-ups.ts'
import { LinkedCard } from '../links/linked-card.tsx'
import { linkedCases } from '../links/linked-cases.ts'
import { paths } from '../paths.ts'
import { concernOf } from '../queries/concern-of.ts'
import { saidSupport } from '../support/said-support.ts'
import { SupportCard } from '../support/support-card.tsx'

/** The page of one case. Whoever may not see it gets the same page as for a case that does not exist. */
export async function casePage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.show.route,
    {
      schema: { params: z.object({ id: z.uuid() }) },
      config: { audit: 'incident.viewed', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const { id } = request.params
      const { concern, evidence, linked, has, people, lessons, support, ...found } = await request.inTx(async (tx) => {
        const facts = await readCaseFacts(tx, request.person(), incidentHome, id)
        await markSeen(tx, [id])
        return {
          ...facts,
          concern: await concernOf(tx, id),
          evidence: await readEvidence(tx, id),
          linked: await linkedCases(tx, id),
          has: (await assignedNow(tx, [id])).get(id) ?? null,
          people: await giveable(tx, facts),
          lessons: await readFollowUps(tx, id),
          support: await saidSupport(tx, facts.one),
        }
      })
      const props = caseProps(incidentHome, found, parts.clock.now(), [KIND_FIELD])
      return reply.view(
        <CaseView
          {...props}
          facts={[...props.facts, reported(concern, props)]}
          handler={has?.name ?? (found.one.state === 'open' ? 'Nobody in particular' : undefined)}
          kind={sayKind(found.one.policy, found.one.category)}
          formTitle="In the incident log"
          actions={
            <>
              {concern !== null && (
                <Button href={`/concerns/${concern.id}`} variant="secondary" small>
                  Message the reporter
                </Button>
              )}
              {found.mine.includes('handler') && (
                <Button href={paths.referral.to(id)} variant="secondary" small>
                  Prepare a referral
                </Button>
              )}
            </>
          }
          aboutHref={found.mine.includes('handler') ? paths.chronology.to : undefined}
          linked={
            <>
              <GiveCard id={id} has={has} people={people} now={parts.clock.now()} zone={found.settings.zone} />
              <SupportCard
                id={id}
                {...support}
                mayWrite={
                  found.mine.includes('handler') && found.one.policy.pack.records[found.one.kind]?.support !== undefined
                }
              />
              <LessonsCard
                id={id}
                lines={lessons}
                sayPost={(post) => textOf(found.one.policy.pack.parties[post]?.says ?? post)}
                mayAdd={found.one.state === 'open' && mayFollowUp(found.one, found.mine).length > 0}
                now={parts.clock.now()}
                zone={found.settings.zone}
              />
              <LinkedCard
                id={id}
                linked={linked}
                handles={found.mine.includes('handler')}
                now={parts.clock.now()}
                zone={found.settings.zone}
              />
            </>
          }
          evidence={<EvidenceCard evidence={evidence} now={parts.clock.now()} />}
          tellMore={
            <a class="kept-link kept-noprint" href={paths.teacher.to(id)}>
              Tell the class teacher
            </a>
          }
        />,
      )
    },
  )
}

// A concern reports it; what was entered directly was reported to whoever entered it.
function reported(
  concern: { readonly toldAt: Temporal.Instant } | null,
  { openedAt, openedBy, zone }: Pick<CaseViewProps, 'openedAt' | 'openedBy' | 'zone'>,
): CaseViewProps['facts'][number] {
  const at = sayFullInstant(concern?.toldAt ?? openedAt, zone)
  const how = concern === null ? `entered by ${openedBy ?? 'Kept'}` : 'told as a concern'
  return { key: 'When did it reach the school?', value: `${at}, ${how}` }
}

/** To whom whoever handles an open case can give it: those who handle it too, and are not in it. */
async function giveable(tx: Tx, { one, mine }: CaseFacts) {
  if (one.state !== 'open' || !mine.includes('handler')) return []
  const inIt = new Set(one.people.map((person) => person.personId))
  return (await asSystem(tx, () => handlersLeft(tx, one.policy, one.id))).filter(({ personId }) => !inIt.has(personId))
}

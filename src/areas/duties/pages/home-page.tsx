import { z } from 'zod'
import { reviewLine } from '#areas/approval/index.ts'
import { readComplaints } from '#areas/complaints/index.ts'
import { myConcerns, waitingConcerns } from '#areas/concerns/index.ts'
import { mailHeldUp } from '#areas/notices/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { looksAfter, policyInForce, readSettings } from '#areas/policy/index.ts'
import { filesDue } from '#areas/pupil-files/index.ts'
import { chasesDue, glassToReview, namesOf, owedToTell } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { sayInstant, sayLength, sayTimeOfDay } from '#core/calendar/say-date.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf, monday } from '#core/calendar/school-calendar.ts'
import { isUuid } from '#core/ids.ts'
import { periodFrom } from '#pack/time/periods.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { chaseDutyLine } from '../chase-line.ts'
import { complaintDutyLine } from '../complaint-line.ts'
import { fileDutyLine } from '../file-line.ts'
import { glassDutyLine } from '../glass-line.ts'
import type { DutyLine } from '../lines.ts'
import { byDate, dutyLine, putTogether, reviewDutyLine, stepLine } from '../lines.ts'
import { owedDutyLine } from '../owed-line.ts'
import { elsewhere, paths } from '../paths.ts'
import { agreementsSigned } from '../queries/agreements-signed.ts'
import type { ConcernFigures } from '../queries/figures.ts'
import { readFigures, readWaiting } from '../queries/figures.ts'
import type { Held } from '../queries/may-do.ts'
import { readHeld } from '../queries/may-do.ts'
import { MOST_COUNTED, myCases, mySteps } from '../queries/my-cases.ts'
import { myDoneDuties, myOpenDuties } from '../queries/my-duties.ts'
import { myPromises } from '../queries/my-promises.ts'
import type { DutyRow } from '../queries/read-duties.ts'
import { readLastDone, readToldOfLate } from '../queries/read-duties.ts'
import { whoActs } from '../queries/who-acts.ts'
import { greet, sayToday, sayWaiting, sayWhen } from '../say.ts'
import { seesAll } from '../sees-all.ts'
import type { HomeProps } from '../views/home-view.tsx'
import { HomeView } from '../views/home-view.tsx'

/** The page on which staff land: their own duties. */
export async function homePage(app: Web, { mail }: Pick<Parts, 'mail'>): Promise<void> {
  app.get(
    paths.mine.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'duty.mine.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const props = await request.inTx((tx) => readHome(tx, request.person()))
      const heldUp = mail.sends ? await request.inTx(mailWaits) : null
      return reply.view(<HomeView {...props} mailWaits={heldUp} />)
    },
  )
}

// For those who look after mail: whoever waits for a mail does not know that it waits here.
async function mailWaits(tx: Tx): Promise<string | null> {
  if (!(await looksAfter(tx, 'mail'))) return null
  const since = await mailHeldUp(tx)
  return since === null ? null : sayInstant(since, nowIn(tx), (await readSettings(tx)).zone)
}

async function readHome(tx: Tx, actor: PersonActor): Promise<Omit<HomeProps, 'mailWaits'>> {
  const policy = await policyInForce(tx)
  const { zone } = await readSettings(tx)
  const now = nowIn(tx)
  const who = await whoActs(tx, actor)
  const held = await readHeld(tx)
  const parties = partiesOfHeld(held)
  const week = monday(dayOf(who.calendar, now)).toZonedDateTime({ timeZone: zone }).toInstant()
  const lines = await readLines(tx, actor, held, await myOpenDuties(tx, policy.pack, held), zone)
  const { cases, count } = await myCases(tx, actor, held)
  const agreements = actor.audience === 'staff' ? await agreementsSigned(tx) : null
  const waiting = await waitingConcerns(tx)
  const figures = await readFigures(tx, halfTermStart(who.calendar, now))
  const late = lines.filter((line) => line.when === 'late').length
  const today = lines.filter((line) => line.when === 'today').length
  return {
    greeting: greet(who.name, now, zone),
    today: sayToday(who.calendar, now),
    waits: sayWaiting(waiting.count, late, today),
    concern: await readConcern(tx, waiting, now, zone),
    lines,
    doneThisWeek: (await myDoneDuties(tx, policy.pack, held, week)).length,
    seesAll: await seesAll(tx, actor),
    figures: figures === null ? [] : sayFigures(figures),
    cases: cases.map((one) => ({
      id: one.id,
      title: one.title,
      reference: one.reference,
      says:
        one.step === null
          ? ''
          : one.isMine
            ? `your step ${one.dueAt === null ? 'now' : sayWhen(one.dueAt, now, zone)}`
            : 'another has the next step',
    })),
    // Past what is counted the link says no number.
    caseCount: count < MOST_COUNTED ? count : 0,
    concerns: await readMine(tx, actor, policy, zone),
    promises: await myPromises(tx, policy, parties),
    agreements: agreements === null || agreements.asked === 0 ? null : agreements,
  }
}

const partiesOfHeld = (held: Held): Set<string> =>
  new Set([...held.posts.map((one) => one.post), ...(held.classes.length === 0 ? [] : ['class_teachers'])])

async function readLines(
  tx: Tx,
  actor: PersonActor,
  held: Held,
  rows: readonly DutyRow[],
  zone: string,
): Promise<DutyLine[]> {
  const beside = {
    lastDone: await readLastDone(
      tx,
      rows.map((row) => row.duty),
    ),
    told: await readToldOfLate(
      tx,
      rows.map((row) => row.id),
    ),
    names: await namesOf(
      tx,
      rows.map((row) => row.subject).filter((id) => isUuid(id)),
    ),
    now: nowIn(tx),
    zone,
  }
  const steps = await mySteps(tx, actor, held)
  const review = await reviewLine(tx)
  const glass = await glassToReview(tx, actor)
  const files = await filesDue(tx)
  const complaints = (await readComplaints(tx)).filter((one) => one.mine)
  const week = beside.now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 7 })
  const chases = await chasesDue(tx, actor, week)
  const owed = held.posts.length === 0 ? [] : await owedToTell(tx, actor)
  return [
    ...putTogether(rows, beside.now).map((one) => dutyLine(one, beside)),
    ...steps.map((step) => stepLine(step, beside)),
    ...(review === null ? [] : [reviewDutyLine(review, beside)]),
    ...glass.map((line) => glassDutyLine(line, beside)),
    ...files.map((one) => fileDutyLine(one, beside)),
    ...complaints.map((one) => complaintDutyLine(one, beside)),
    ...chases.map((one) => chaseDutyLine(one, beside)),
    ...owed.map((one) => owedDutyLine(one, beside)),
  ].sort(byDate)
}

const halfTermStart = (calendar: SchoolCalendar, now: Temporal.Instant): Temporal.Instant => {
  const today = dayOf(calendar, now)
  const { start } = periodFrom(calendar, 'half_term', today)
  // In the holidays the half term that comes has not begun: then the last four weeks say more than nothing.
  const from = Temporal.PlainDate.compare(start, today) > 0 ? today.subtract({ weeks: 4 }) : start
  return from.toZonedDateTime({ timeZone: calendar.zone }).toInstant()
}

async function readMine(
  tx: Tx,
  actor: PersonActor,
  policy: PolicyInForce,
  zone: string,
): Promise<HomeProps['concerns']> {
  const { lines, count } = await myConcerns(tx, actor, policy)
  const now = nowIn(tx)
  return {
    count,
    lines: lines.map((one) => ({
      id: one.id,
      about: one.about || 'A concern',
      says: `${one.waitsForUs ? 'they wrote again, told' : 'told'} ${sayLength(one.toldAt, now, zone)} ago`,
    })),
  }
}

const TELLERS: Readonly<Record<string, string>> = {
  pupil: 'A pupil',
  parent: 'A parent',
  staff: 'A member of staff',
  governor: 'A governor',
  visitor: 'A visitor',
  anonymous: 'Somebody who gave no name',
}

async function readConcern(
  tx: Tx,
  waiting: { count: number; firstId: string | null },
  now: Temporal.Instant,
  zone: string,
): Promise<HomeProps['concern']> {
  const one = waiting.firstId === null ? null : await readWaiting(tx, waiting.firstId)
  if (one === null || waiting.firstId === null) return null
  const told = one.toldAt.toZonedDateTimeISO(zone)
  const isToday = told.toPlainDate().equals(now.toZonedDateTimeISO(zone).toPlainDate())
  const when = isToday ? `at ${sayTimeOfDay(told)}` : `${sayLength(one.toldAt, now, zone)} ago`
  const danger = one.inDanger ? 'Somebody may be in danger now.' : 'Nobody is said to be in danger now.'
  const answer = one.wantsAnswer ? ' They would like an answer.' : ''
  return {
    title: `${TELLERS[one.toldBy] ?? 'Somebody'} told us something ${when}`,
    says: `${danger}${answer} Nobody has taken it yet: ${sayLength(one.toldAt, now, zone)}.`,
    href: elsewhere.concern(waiting.firstId),
    isUrgent: one.inDanger,
    more: waiting.count - 1,
  }
}

function sayFigures(figures: ConcernFigures): HomeProps['figures'] {
  const minutes = figures.typicalMinutes
  const hours = minutes !== null && minutes >= 120
  const cases = {
    value: String(figures.casesOpen),
    label: figures.casesOpen === 1 ? 'case open now' : 'cases open now',
  }
  // Whoever sees a concern only when it is about the head would read that nobody told the school anything.
  if (figures.told === 0) return [cases]
  return [
    { value: String(figures.told), label: figures.told === 1 ? 'concern told to us' : 'concerns told to us' },
    { value: String(figures.fromPupils), label: figures.fromPupils === 1 ? 'from a pupil' : 'from pupils themselves' },
    ...(minutes === null
      ? []
      : [
          {
            value: String(hours ? Math.round(minutes / 60) : minutes),
            unit: hours ? 'hours' : minutes === 1 ? 'minute' : 'minutes',
            label: 'typical time until somebody took it',
          },
        ]),
    { value: String(figures.answered), unit: `of ${figures.wantedAnswer}`, label: 'who wanted an answer got one' },
    cases,
  ]
}

import { policyVersion, readSettings } from '#areas/policy/index.ts'
import type { FieldView } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { sayDay, sayFullDate } from '#core/calendar/say-date.ts'
import { NotFound } from '#core/errors.ts'
import type { Form } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import type { AgreementText } from '../agreement-text.ts'
import { agreementText, assentOf, hasEasyWords } from '../agreement-text.ts'
import type { SignForm } from '../forms/read-sign.ts'
import { listOf } from '../letters.ts'
import { slipFields } from '../named-on-slip.ts'
import { paths } from '../paths.ts'
import type { AboutMe } from '../queries/read-about-me.ts'
import type { MyAsking } from '../queries/read-mine.ts'
import { readMine } from '../queries/read-mine.ts'
import type { PastSignature } from '../queries/read-past.ts'
import { readPeople } from '../queries/read-people.ts'
import type { MineLine } from '../views/mine-view.tsx'
import type { SwitcherCard } from '../views/people-switcher.tsx'
import type { SignViewProps } from '../views/sign-view.tsx'
import { whomToTell } from '../whom-to-tell.ts'

/** One asking opened by somebody who is asked, with everything that its page shows. */
export interface Opened {
  readonly asking: MyAsking
  readonly mine: readonly MyAsking[]
  readonly text: AgreementText
  readonly fields: readonly FieldView[]
  readonly easy: boolean
  readonly school: string
  readonly until: string | null
  readonly signerName: string
  readonly mailed: boolean
  readonly talksTo: readonly string[]
}

// From year 7 on, pupils read the usual words first.
const LAST_EASY_YEAR = 6

/**
 * Opens an asking for somebody who is asked.
 * @throws NotFound when nobody asks them.
 */
export async function openAsking(tx: Tx, actor: PersonActor, id: string, words: string | undefined): Promise<Opened> {
  const mine = await readMine(tx, actor)
  const asking = mine.find((one) => one.request.id === id)
  if (asking === undefined) throw new NotFound('agreement.missing')
  const { pack } = await policyVersion(tx, asking.request.policyVersionId, asking.request.schoolId)
  const { assent } = asking.request
  const settings = await readSettings(tx)
  const easy = hasEasyWords(pack, assent)
  const young = actor.audience === 'pupil' && (asking.year ?? 0) <= LAST_EASY_YEAR
  const own = (await readPeople(tx, [actor.personId])).get(actor.personId)
  return {
    asking,
    mine,
    text: agreementText(pack, assent, easy ? (words ?? (young ? 'en-easy' : 'en')) : 'en'),
    fields: asking.countersigns ? [] : slipFields(pack, assentOf(pack, assent)),
    easy,
    school: settings.name,
    until: sayUntil(mine, nowIn(tx), settings.zone),
    signerName: own?.name ?? '',
    mailed: own?.email != null,
    talksTo: await namesToTell(tx, asking),
  }
}

// A parent may not see who teaches what; who will call them they may know.
async function namesToTell(tx: Tx, asking: MyAsking): Promise<string[]> {
  return asSystem(tx, async () => {
    const { people } = await whomToTell(tx, asking.request)
    const names = await readPeople(tx, people.slice(0, 2))
    return [...names.values()].map((one) => one.name)
  })
}

/** By when the first of the answers is wanted, as long as it is to come. */
function sayUntil(mine: readonly MyAsking[], now: Temporal.Instant, zone: string): string | null {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  const dates = mine
    .filter((one) => one.state === 'todo')
    .flatMap((one) => one.dueAt ?? [])
    .filter((at) => Temporal.Instant.compare(at, now) > 0)
    .sort(Temporal.Instant.compare)
  return dates[0] === undefined ? null : sayDay(day(dates[0]), day(now))
}

/** What the sign page draws. */
export function signProps(opened: Opened, actor: PersonActor, form: Form<SignForm>): Omit<SignViewProps, 'slip'> {
  const { asking, mine, text } = opened
  const next = nextAfter(mine, asking)
  const other = text.language === 'en-easy' ? 'en' : 'en-easy'
  return {
    audience: audienceOf(actor, asking.self ? asking.year : null),
    school: opened.school,
    until: opened.until,
    people: cardsOf(mine, asking),
    requestId: asking.request.id,
    text,
    forName: asking.self ? null : asking.name,
    pupil: actor.audience === 'pupil',
    pupilToo: asking.pupilToo,
    wordsHref: opened.easy ? paths.sign.to(asking.request.id, `?words=${other}`) : null,
    form,
    signerName: opened.signerName,
    talksTo: opened.talksTo.length === 0 ? null : listOf(opened.talksTo),
    next: next === null || next.aboutId === asking.aboutId ? null : next.self ? 'self' : next.name,
    mailed: opened.mailed,
    talk: asking.state === 'talk',
  }
}

/** What is to be signed after this: more for the same child first, then for the next in the family, round to the first. */
export function nextAfter(mine: readonly MyAsking[], asking: MyAsking): MyAsking | null {
  const at = mine.indexOf(asking)
  const round = [...mine.slice(at + 1), ...mine.slice(0, Math.max(at, 0))]
  return round.find((one) => one.state === 'todo') ?? null
}

/** Staff and governors have the menu; parents and visitors one thing; young pupils large letters. */
export function audienceOf(actor: PersonActor, year: number | null): SignViewProps['audience'] {
  if (actor.audience === 'staff' || actor.audience === 'governor') return 'staff'
  return actor.audience === 'pupil' && (year ?? 0) <= LAST_EASY_YEAR ? 'middle' : 'public'
}

/** One card for each person, with the first thing that is still to do for them. */
export function cardsOf(mine: readonly MyAsking[], current: MyAsking | null): SwitcherCard[] {
  return [...Map.groupBy(mine, (one) => one.aboutId).values()].flatMap((own) => {
    const open = own.find((one) => one.state === 'todo')
    const said = (state: MyAsking['state']) => own.find((one) => one.state === state)
    const shown = open ?? said('talk') ?? said('signed') ?? own[0]
    if (shown === undefined) return []
    const state = own.some((one) => one === current)
      ? 'now'
      : open !== undefined
        ? 'next'
        : shown.state === 'talk' || shown.state === 'back'
          ? shown.state
          : 'signed'
    return {
      name: shown.name,
      self: shown.self,
      year: shown.yearName,
      state,
      href: paths.sign.to(shown.request.id),
    } as const
  })
}

const dayOf = (at: Temporal.Instant, zone: string) => sayFullDate(at.toZonedDateTimeISO(zone).toPlainDate())

/** An asking as a line of the overview. */
export const lineOf = (one: MyAsking, zone: string): MineLine => ({
  title: one.title,
  name: one.name,
  self: one.self,
  state: one.state,
  says: sayState(one, zone),
  certificateHref:
    one.state === 'signed' && one.signatureId !== null && !one.anonymous ? paths.certificate.to(one.signatureId) : null,
  ways: waysOf(one),
})

function waysOf({ request, state, mayTakeBack, inPart }: MyAsking): MineLine['ways'] {
  const sign = paths.sign.to(request.id)
  // Of a part only somebody says no who never said yes.
  if (state === 'back') return [{ href: sign, says: say('en', inPart ? 'agreement.read_now' : 'agreement.back.again') }]
  const back = (says: 'agreement.back.link' | 'agreement.back.say_no') =>
    mayTakeBack ? [{ href: paths.takeBack.to(request.id), says: say('en', says) }] : []
  if (state !== 'signed')
    return [{ href: sign, says: say('en', 'agreement.read_now') }, ...back('agreement.back.say_no')]
  return [...back('agreement.back.link'), ...(inPart ? [{ href: sign, says: say('en', 'agreement.back.again') }] : [])]
}

function sayState(one: MyAsking, zone: string): string {
  const date = one.signedAt === null ? '' : dayOf(one.signedAt, zone)
  if (one.state === 'signed') {
    const said = say('en', one.anonymous ? 'survey.answered' : 'agreement.said.signed', { date })
    return one.inPart ? `${said} ${say('en', 'agreement.back.in_part')}` : said
  }
  if (one.state === 'back') return sayNo(one, date)
  return say('en', one.state === 'talk' ? 'agreement.state.talk' : 'agreement.state.next')
}

const sayNo = ({ inPart }: { readonly inPart: boolean }, date: string): string =>
  say('en', inPart ? 'agreement.back.said_part' : 'agreement.back.said', { date })

/** What others gave for a pupil as a line, with the way to say no to it. */
export const aboutMeLine = (one: AboutMe, zone: string): MineLine => ({
  title: one.title,
  name: '',
  self: true,
  state: one.backSince === null ? 'signed' : 'back',
  says:
    one.backSince === null
      ? say('en', 'agreement.back.others')
      : say('en', 'agreement.back.said', { date: dayOf(one.backSince, zone) }),
  certificateHref: null,
  ways: [
    {
      href: paths.takeBack.to(one.requestId),
      says: say('en', one.backSince === null ? 'agreement.back.say_no' : 'agreement.back.again'),
    },
  ],
})

/** An earlier signature as a line. */
export const pastLine = (one: PastSignature, zone: string): MineLine => ({
  title: one.title,
  name: one.name,
  self: one.self,
  state: one.outcome === 'signed' ? 'signed' : one.outcome === 'withdrawn' ? 'back' : 'talk',
  says: one.outcome === 'withdrawn' ? sayNo(one, dayOf(one.signedAt, zone)) : dayOf(one.signedAt, zone),
  certificateHref: one.outcome === 'signed' && !one.anonymous ? paths.certificate.to(one.id) : null,
  ways: [],
})

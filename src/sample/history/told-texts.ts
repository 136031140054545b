import type { ToldAtStep } from '#areas/records/index.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import { untoldBy } from '#pack/engines/flow/tells.ts'
import type { Chance } from '../random.ts'
import type { CaseStory } from './case-story.ts'

/** What was written down about telling somebody, by the step; a `#` becomes a digit. */
interface ToldText {
  readonly spokeTo?: string
  readonly reference?: string
  readonly said?: string
  readonly reply: readonly string[]
}

const TOLD: Readonly<Record<string, ToldText>> = {
  advice: {
    spokeTo: 'The officer on duty',
    said: 'What was described to us, without names.',
    reply: [
      'From what we described it does not look like a crime. Keep what we have and deal with it in school.',
      'Unpleasant, but not against the law. She asked us to ring again if it goes on.',
    ],
  },
  police: {
    spokeTo: 'Collar number ####',
    reference: 'REF-####-##',
    said: 'What was found, by whom and when. Nothing was sent.',
    reply: [
      'Do not open anything. An officer will collect the device.',
      'Keep everything as it is and speak to nobody else about it today.',
    ],
  },
  cpslo: {
    spokeTo: 'The liaison officer',
    reply: [
      'She will ring the family’s social worker and be in touch tomorrow.',
      'Told by phone. She asked for our note and has it.',
    ],
  },
  lado: {
    reference: 'LADO ##-###',
    reply: [
      'Strategy meeting to be arranged. Say nothing to the member of staff until then.',
      'Advice given. They will write within two days.',
    ],
  },
  both: { reply: ['The liaison officer and the LADO will speak to each other and come back to the head.'] },
  threshold_lado: {
    reference: 'LADO ##-###',
    reply: ['It meets the threshold for a talk. They will call a meeting this week.'],
  },
  disciplinary: {
    spokeTo: 'The duty adviser',
    reply: ['Follow the procedure, step one. They will send the letters.'],
  },
  victim_parents: {
    said: 'What happened, and what we do about it.',
    reply: [
      'Told at the end of the day, glad to know, and will look at the settings tonight.',
      'Both parents told at the gate, with the interpreter.',
      'The foster carer was told. She will tell the social worker.',
    ],
  },
  inst_parents: {
    said: 'What their child did, and what follows.',
    reply: [
      'They will look at the phone together with the child tonight.',
      'Came in. We agreed what happens at school and at home.',
    ],
  },
  report: { reply: ['Thanked us, and asked to be kept informed.'] },
  pup_network: { reply: ['Wrote through the site’s own form. The account was closed after three days.'] },
  pup_parents: { reply: ['They had seen it and had already talked about it.'] },
  pup_advice: { reply: ['No crime. She offered to visit the class.'] },
  st_hr_first: { reply: ['Do not speak to the person before Thursday’s call. Keep what we have.'] },
  st_hr: { reply: ['A talk first, with a note of it. They see no need for more.'] },
}

const UNTOLD = 'No child was hurt or in danger, and no law was broken. It was about a rule of the school.'

/** What is written down at a step about whom it tells. In a case that still stands open their answer may be to come. */
export function toldFor(
  story: CaseStory,
  step: OpenStep,
  answers: readonly string[],
  moment: Temporal.Instant,
  chance: Chance,
): ToldAtStep[] {
  const untold = untoldBy({ answers: step.answers }, answers, step.branch, [])
  const each = step.tells?.need === 'any' ? step.tells.each.slice(0, 1) : (step.tells?.each ?? [])
  const text = TOLD[step.stepId]
  if (each.length > 0 && text === undefined) throw new TypeError(`no words for telling somebody at ${step.stepId}`)
  const digits = (words = '') => words.replaceAll('#', () => String(chance.whole(0, 9)))
  const waits = story.stopsAt !== undefined && text?.reference !== undefined
  const day = moment.toZonedDateTimeISO('Europe/London').toPlainDate()
  return [
    ...untold.map((one) => ({ ...one, because: UNTOLD })),
    ...each.map((one) => ({
      ...one,
      said: {
        at: moment.subtract({ minutes: chance.whole(2, 25) }),
        way: 'phone' as const,
        spokeTo: digits(text?.spokeTo),
        reference: digits(text?.reference),
        said: text?.said ?? '',
        reply: waits ? '' : chance.pick(text?.reply ?? ['']),
        chaseOn: waits ? day.add({ days: 5 }) : null,
      },
    })),
  ]
}

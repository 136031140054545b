import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Field } from '#pack/types/field.ts'
import type { Scalar } from '#pack/types/value.ts'
import type { Chance } from '../random.ts'
import type { CaseStory } from './case-story.ts'
import { STEP_TEXTS } from './step-texts.ts'
import type { World } from './world.ts'

/** What is entered at a step: what the story says, or words that fit the step. */
export function fieldsFor(
  world: World,
  story: CaseStory,
  step: OpenStep,
  answers: readonly string[],
  moment: Temporal.Instant,
  chance: Chance,
): Record<string, Scalar> {
  const asked = [...step.fields, ...step.answers.filter((one) => answers.includes(one.id)).flatMap((one) => one.fields)]
  return Object.fromEntries(
    asked.flatMap((field): [string, Scalar][] => {
      const value = story.fields?.[field.id] ?? valueFor(world, field, moment, chance)
      return value === null ? [] : [[field.id, value]]
    }),
  )
}

function valueFor(world: World, field: Field, moment: Temporal.Instant, chance: Chance): Scalar | null {
  const local = moment.toZonedDateTimeISO(world.calendar.zone)
  switch (field.type) {
    case 'datetime':
      return local
        .subtract({ minutes: chance.whole(2, 25) })
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
    case 'date':
      return local.toPlainDate().add({ weeks: 2 }).toString()
    case 'person':
    case 'people':
      return null
    default: {
      const texts = STEP_TEXTS[field.id]
      if (texts === undefined) {
        if (field.required) throw new TypeError(`no words for the field ${field.id}`)
        return null
      }
      return chance.pick(texts).replaceAll('#', () => String(chance.whole(0, 9)))
    }
  }
}

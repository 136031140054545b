import { say } from '#core/messages/say.ts'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { PickCards } from '#ui/pick-cards/pick-cards.tsx'
import { YesNo } from '#ui/yes-no/yes-no.tsx'
import { ANYBODY } from '../forms.ts'
import { isEasy } from '../tell-steps.ts'
import type { TellProps } from './tell-parts.tsx'

type Props = Pick<TellProps, 'teller' | 'more' | 'typed' | 'errors'>

/** "Did you come across it by accident?", where the policy asks it. It may be left out. */
export function AccidentField({ teller, more, typed, errors }: Props) {
  if (more.accident === null) return null
  const easy = isEasy(teller)
  return (
    <YesNo
      name="by_accident"
      legend={more.accident}
      legendSize="m"
      hint={say('en', easy ? 'concern.accident.hint.easy' : 'concern.accident.hint')}
      value={typed.by_accident}
      error={errors.by_accident}
      options={[
        { value: 'yes', text: say('en', 'concern.danger.yes') },
        { value: 'no', text: say('en', 'concern.danger.no'), tone: 'no' },
        {
          value: 'unsure',
          text: say('en', easy ? 'concern.accident.unsure.easy' : 'concern.danger.unsure'),
          tone: 'no',
        },
      ]}
    />
  )
}

/** "Who would you like to tell?", where the policy lets whoever tells choose. Nobody is chosen beforehand. */
export function WhomField({ teller, more, typed, errors }: Props) {
  if (more.whom.length === 0) return null
  if (!isEasy(teller))
    return (
      <Checkboxes
        name="to"
        legend={say('en', 'concern.whom')}
        legendSize="m"
        hint={say('en', 'concern.whom.hint')}
        options={more.whom}
        value={typed.to}
        error={errors.to}
      />
    )
  return (
    <PickCards
      name="to"
      age={teller}
      legend={say('en', 'concern.whom.easy')}
      hint={say('en', 'concern.whom.easy.hint')}
      options={[...more.whom, { value: ANYBODY, text: say('en', 'concern.whom.anybody.easy'), picture: 'anybody' }]}
      value={typed.to}
      error={errors.to}
    />
  )
}

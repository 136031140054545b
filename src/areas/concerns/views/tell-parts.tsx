import type { Typed } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import type { PictureName } from '#ui/pick-cards/pictures.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { YesNo } from '#ui/yes-no/yes-no.tsx'
import type { HelpLine } from '../help-lines.ts'
import type { MoreToAsk } from '../more.ts'
import type { Step } from '../tell-steps.ts'
import type { Teller } from '../tellers.ts'
import { DangerNow } from './danger-now.tsx'

/** What every form of telling is drawn from. */
export interface TellProps {
  readonly teller: Teller
  readonly action: string
  /** Where a code is typed; null for somebody signed in. */
  readonly backHref: string | null
  readonly helpHref: string
  readonly step: Step
  readonly worries: readonly {
    readonly id: string
    readonly text: string
    readonly hint: string | null
    readonly picture: PictureName | null
  }[]
  readonly schools: readonly { readonly id: string; readonly name: string }[]
  readonly posts: readonly { readonly value: string; readonly text: string }[]
  readonly lines: readonly HelpLine[]
  readonly more: MoreToAsk
  readonly once: string
  readonly named: boolean
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Whether somebody said that there is danger, or was not sure. */
export const inDangerNow = ({ danger }: Typed): boolean => danger === 'yes' || danger === 'unsure'

/** "Is anyone in danger now?" Whoever says so, or is not sure, sees at once whom to call: no script is needed for it. */
export function DangerField({
  typed,
  errors,
  teller,
  lines,
  sendNow,
}: Pick<TellProps, 'typed' | 'errors' | 'teller' | 'lines'> & { readonly sendNow?: boolean }) {
  const legend =
    teller === 'young' ? 'concern.young.danger' : teller === 'middle' ? 'concern.middle.danger' : 'concern.danger'
  return (
    <YesNo
      name="danger"
      legend={say('en', legend)}
      legendSize="m"
      hint={say('en', 'concern.danger.before')}
      value={typed.danger}
      error={errors.danger}
      options={[
        { value: 'yes', text: say('en', 'concern.danger.yes'), tone: 'danger' },
        { value: 'no', text: say('en', 'concern.danger.no') },
        { value: 'unsure', text: say('en', 'concern.danger.unsure'), tone: 'no' },
      ]}
      after={<DangerNow teller={teller} lines={lines} sendNow={sendNow ?? false} />}
    />
  )
}

/** "Do you want an answer?", in a few words for children and with what it means for everybody else. */
export function AnswerField({
  typed,
  errors,
  teller,
  named,
}: Pick<TellProps, 'typed' | 'errors' | 'teller' | 'named'>) {
  if (teller === 'young' || teller === 'middle')
    return (
      <YesNo
        name="answer"
        legend={say('en', teller === 'young' ? 'concern.young.answer' : 'concern.middle.answer')}
        legendSize="m"
        value={typed.answer}
        error={errors.answer}
        options={[
          { value: 'yes', text: say('en', 'concern.answer.easy.yes') },
          { value: 'no', text: say('en', 'concern.answer.easy.no'), tone: 'no' },
        ]}
      />
    )
  return (
    <Radios
      name="answer"
      legend={say('en', 'concern.answer')}
      legendSize="m"
      value={typed.answer}
      error={errors.answer}
      options={[
        {
          value: 'yes',
          text: say('en', named ? 'concern.answer.named' : 'concern.answer.code'),
          hint: say('en', named ? 'concern.answer.named.hint' : 'concern.answer.code.hint'),
        },
        { value: 'no', text: say('en', 'concern.answer.no') },
      ]}
    />
  )
}

/** Where it happened, for an organisation with several schools. */
export function SchoolField({ schools, typed, errors }: Pick<TellProps, 'schools' | 'typed' | 'errors'>) {
  if (schools.length < 2) return null
  return (
    <Radios
      name="school"
      legend={say('en', 'concern.school')}
      legendSize="m"
      options={schools.map((school) => ({ value: school.id, text: school.name }))}
      value={typed.school}
      error={errors.school}
    />
  )
}

/** Whether it is about one of those who would read it. */
export function AboutPostsField({ posts, typed, errors }: Pick<TellProps, 'posts' | 'typed' | 'errors'>) {
  if (posts.length === 0) return null
  return (
    <Checkboxes
      name="about_posts"
      legend={say('en', 'concern.about_posts')}
      legendSize="m"
      hint={say('en', 'concern.about_posts.hint')}
      options={posts}
      value={typed.about_posts}
      error={errors.about_posts}
    />
  )
}

/** What is known of whoever tells: nothing, or their name. */
export function TraceLine({ named }: { readonly named: boolean }) {
  return (
    <p class="kept-meta kept-gap-top">
      <Icon name="lock" /> {say('en', named ? 'concern.with_name' : 'concern.no_trace')}
    </p>
  )
}

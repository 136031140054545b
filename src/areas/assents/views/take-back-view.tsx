import type { Form as FormValues } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import { Foot } from './foot.tsx'
import type { Use } from './uses-field.tsx'
import { UsesField } from './uses-field.tsx'

export interface TakeBackViewProps {
  readonly requestId: string
  readonly title: string
  readonly name: string
  readonly self: boolean
  /** What they said before: all of it taken back, their own yes; or no yes of theirs, where a pupil reads that others gave one. */
  readonly before: 'back' | 'own_yes' | 'others' | 'unsaid'
  readonly parent: boolean
  readonly isAsked: boolean
  readonly purposes: readonly Use[]
  readonly lost: readonly Use[]
  readonly written: boolean
  readonly follows: readonly string[]
  readonly audience: 'staff' | 'public' | 'middle'
  /** The day of their last word about it, in words. */
  readonly said: string | null
  /** A pupil reads about themselves. */
  readonly pupil: boolean
  readonly form: FormValues<unknown>
}

const en = 'en'

/** Taking back what was given: what then happens, which uses go, and one press. */
export function TakeBackView(props: TakeBackViewProps) {
  const { title, name, before, form } = props
  const lifts = !props.isAsked && (before === 'back' || props.lost.length > 0)
  return (
    <Page
      title={say(en, titleOf(props), { title, name })}
      audience={props.audience}
      back={{ href: paths.mine.to('?see=given'), text: say(en, 'agreement.mine.given') }}
      errors={form.errors}
    >
      <div class={props.audience === 'staff' ? 'kept-measure' : undefined}>
        <p class="govuk-body">{saidBefore(props)}</p>
        {lifts && <Lift {...props} />}
        {props.isAsked && before !== 'back' && props.lost.length > 0 && (
          <>
            <p class="govuk-body">{lostBefore(props)}</p>
            <Uses uses={props.lost} />
          </>
        )}
        {before !== 'back' && <TakeBack {...props} />}
      </div>
      <Foot audience={props.audience} />
    </Page>
  )
}

function TakeBack(props: TakeBackViewProps) {
  const { purposes, form, pupil, follows, before } = props
  const followsKey = before === 'unsaid' ? 'agreement.back.follows_if' : 'agreement.back.follows'
  return (
    <Form action={paths.takeBack.to(props.requestId)}>
      <h2 class="govuk-heading-m">{say(en, 'agreement.back.happens')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say(en, 'agreement.back.at_once')}</li>
        {pupil && <li>{say(en, 'agreement.back.fine')}</li>}
        {!pupil && follows.map((one) => <li>{say(en, followsKey, { what: one })}</li>)}
        {pupil && follows.length > 0 && <li>{say(en, 'agreement.back.follows_pupil')}</li>}
        {props.parent && <li>{say(en, 'agreement.back.beside')}</li>}
        <li>{say(en, before === 'unsaid' ? 'agreement.back.later_first' : 'agreement.back.later')}</li>
        {props.written && <li>{say(en, pupil ? 'agreement.back.written_pupil' : 'agreement.back.written')}</li>}
      </ul>
      <UsesField
        legend={say(en, before === 'unsaid' ? 'agreement.back.which_no' : 'agreement.back.which')}
        hint={say(en, before === 'unsaid' ? 'agreement.back.which_no_hint' : 'agreement.back.which_hint')}
        uses={purposes}
        form={form}
      />
      <Textarea
        name="reason"
        label={say(en, 'agreement.back.reason')}
        hint={say(en, 'agreement.back.reason_hint')}
        rows={3}
        value={form.typed.reason}
        error={form.errors.reason}
      />
      <Button preventDoubleClick>
        {say(en, before === 'own_yes' ? 'agreement.back.press' : 'agreement.back.press_no')}
      </Button>
    </Form>
  )
}

/** A pupil whom nobody asks lifts their own no: what their parents said stands again. */
function Lift({ requestId, lost }: TakeBackViewProps) {
  return (
    <Form action={paths.takeBack.to(requestId)}>
      {lost.length > 0 && <Uses uses={lost} />}
      <p class="govuk-body">{say(en, 'agreement.back.lift')}</p>
      <input type="hidden" name="again" value="yes" />
      <Button preventDoubleClick variant="secondary">
        {say(en, 'agreement.back.again')}
      </Button>
    </Form>
  )
}

function Uses({ uses }: { readonly uses: readonly Use[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {uses.map((one) => (
        <li>{one.says}</li>
      ))}
    </ul>
  )
}

function titleOf({ self, before }: TakeBackViewProps) {
  if (before === 'back') return 'agreement.back.title.said'
  if (before === 'own_yes') return self ? 'agreement.back.title.own' : 'agreement.back.title.for'
  return self ? 'agreement.back.title.no' : 'agreement.back.title.no_for'
}

const lostBefore = ({ before, said }: TakeBackViewProps): string =>
  before === 'unsaid' ? say(en, 'agreement.back.lost', { date: said ?? '' }) : say(en, 'agreement.back.lost_before')

function saidBefore({ before, said, name, lost, isAsked }: TakeBackViewProps): string {
  if (before === 'back') return say(en, 'agreement.back.said', { date: said ?? '' })
  if (before === 'own_yes' && said !== null) return say(en, 'agreement.back.you_said', { date: said })
  if (!isAsked && lost.length > 0) return say(en, 'agreement.back.lost', { date: said ?? '' })
  return say(en, before === 'unsaid' ? 'agreement.back.unsaid' : 'agreement.back.others_said', { name })
}

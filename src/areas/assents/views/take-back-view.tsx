import type { Form as FormValues } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { Button } from '#ui/button/button.tsx'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import { Foot } from './foot.tsx'

/** One use with a yes or no of its own. */
export interface Use {
  readonly id: string
  readonly says: string
}

export interface TakeBackViewProps {
  readonly requestId: string
  readonly title: string
  readonly name: string
  readonly self: boolean
  /** What they said before: all of it taken back, their own yes, or a yes of others. */
  readonly before: 'back' | 'own_yes' | 'others'
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
  const { title, name, self, before, form } = props
  const lifts = !props.isAsked && (before === 'back' || props.lost.length > 0)
  return (
    <Page
      title={say(en, self ? 'agreement.back.title.own' : 'agreement.back.title.for', { title, name })}
      audience={props.audience}
      back={{ href: paths.mine.to('?see=given'), text: say(en, 'agreement.mine.given') }}
      errors={form.errors}
    >
      <div class={props.audience === 'staff' ? 'kept-measure' : undefined}>
        <p class="govuk-body">{saidBefore(props)}</p>
        {lifts && <Lift {...props} />}
        {props.isAsked && before !== 'back' && props.lost.length > 0 && (
          <>
            <p class="govuk-body">{say(en, 'agreement.back.lost_before')}</p>
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
  const { purposes, form, pupil, follows } = props
  return (
    <Form action={paths.takeBack.to(props.requestId)}>
      <h2 class="govuk-heading-m">{say(en, 'agreement.back.happens')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{say(en, 'agreement.back.at_once')}</li>
        {pupil && <li>{say(en, 'agreement.back.fine')}</li>}
        {!pupil && follows.map((one) => <li>{say(en, 'agreement.back.follows', { what: one })}</li>)}
        {pupil && follows.length > 0 && <li>{say(en, 'agreement.back.follows_pupil')}</li>}
        {props.parent && <li>{say(en, 'agreement.back.beside')}</li>}
        <li>{say(en, 'agreement.back.later')}</li>
        {props.written && <li>{say(en, 'agreement.back.written')}</li>}
      </ul>
      {purposes.length > 1 && (
        <Checkboxes
          name="items"
          legend={say(en, 'agreement.back.which')}
          legendSize="m"
          hint={say(en, 'agreement.back.which_hint')}
          options={purposes.map((one) => ({ value: one.id, text: one.says }))}
          value={form.typed.items}
          error={form.errors.items}
        />
      )}
      <Textarea
        name="reason"
        label={say(en, 'agreement.back.reason')}
        hint={say(en, 'agreement.back.reason_hint')}
        rows={3}
        value={form.typed.reason}
        error={form.errors.reason}
      />
      <Button preventDoubleClick>
        {say(en, props.before === 'own_yes' ? 'agreement.back.press' : 'agreement.back.press_no')}
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

function saidBefore({ before, said, name, lost, isAsked }: TakeBackViewProps): string {
  if (before === 'back') return say(en, 'agreement.back.said', { date: said ?? '' })
  if (before === 'own_yes' && said !== null) return say(en, 'agreement.back.you_said', { date: said })
  if (!isAsked && lost.length > 0) return say(en, 'agreement.back.lost', { date: said ?? '' })
  return say(en, 'agreement.back.others_said', { name })
}

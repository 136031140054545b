import type { Form as FormValues } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { Input } from '#ui/input/input.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { Words } from '#ui/words.ts'
import type { AgreementText } from '../agreement-text.ts'
import type { SignForm } from '../forms/read-sign.ts'
import { isOnItsOwn } from '../forms/read-sign.ts'
import { paths } from '../paths.ts'
import { Foot } from './foot.tsx'
import type { SwitcherCard } from './people-switcher.tsx'
import { PeopleSwitcher } from './people-switcher.tsx'
import { OwnQuestions, Promises } from './statements.tsx'

export interface SignViewProps {
  readonly audience: 'staff' | 'public' | 'middle'
  readonly school: string
  /** "Friday 27 November", or null. */
  readonly until: string | null
  readonly people: readonly SwitcherCard[]
  readonly requestId: string
  readonly text: AgreementText
  /** What the child is called by, or null when one signs for oneself. */
  readonly forName: string | null
  readonly pupil: boolean
  readonly pupilToo: boolean
  readonly wordsHref: string | null
  /** What else stands on the slip, such as a job title, drawn as fields. */
  readonly slip: Words
  readonly form: FormValues<SignForm>
  readonly signerName: string
  /** Who gets in touch with somebody who wants to talk first. */
  readonly talksTo: string | null
  /** "Esi", `self`, or null when nobody comes after. */
  readonly next: string | null
  readonly mailed: boolean
  /** Whether they said before that they want to talk first. */
  readonly talk: boolean
}

const en = 'en'

/** One agreement to read and sign, on a phone first: for a child, then at once for the next, or for oneself. */
export function SignView(props: SignViewProps) {
  const { forName, form, text } = props
  const title = props.people.some((one) => !one.self)
    ? say(en, 'agreement.title.family', { school: props.school })
    : say(en, 'agreement.title.own')
  return (
    <Page title={title} lede={ledeOf(props)} audience={props.audience} errors={form.errors}>
      <PeopleSwitcher people={props.people} />
      <div class={props.audience === 'staff' ? 'kept-measure' : undefined}>
        <Form action={paths.sign.to(props.requestId)}>
          <Promises
            text={text}
            forName={forName}
            pupil={props.pupil}
            pupilToo={props.pupilToo}
            wordsHref={props.wordsHref}
            showClauses={props.audience === 'staff' && forName === null && !props.pupil}
          />
          {props.talk && <p class="govuk-inset-text">{say(en, 'agreement.said.talk')}</p>}
          <OwnQuestions text={text} typed={form.typed} errors={form.errors} />
          {props.slip}
          {text.anonymous ? <InsetText>{say(en, 'survey.no_name')}</InsetText> : <Signing {...props} />}
          <input type="hidden" name="text" value={text.hash} />
          <input type="hidden" name="words" value={text.language} />
          {props.audience === 'staff' ? (
            <Button preventDoubleClick>{buttonOf(props)}</Button>
          ) : (
            <button class="kept-big" type="submit">
              {buttonOf(props)} <Icon name="arrow" />
            </button>
          )}
          {!text.anonymous && (
            <p class="kept-meta kept-gap-top">
              {say(en, props.mailed ? 'agreement.copy.mail' : 'agreement.copy.here')}
              {forName !== null && ` ${say(en, 'agreement.private')}`}
            </p>
          )}
        </Form>
      </div>
      <p class="govuk-body kept-noprint">
        <a class="govuk-link" href={paths.mine.to('?see=given')}>
          {say(en, 'agreement.mine.given')}
        </a>
      </p>
      <Foot audience={props.audience} />
    </Page>
  )
}

function Signing(props: SignViewProps) {
  const { form } = props
  return (
    <>
      <Agree {...props} />
      <Input
        name="name"
        label={say(en, 'agreement.name')}
        labelSize="m"
        hint={say(en, 'agreement.name.who', { name: props.signerName })}
        autocomplete="name"
        spellcheck={false}
        value={form.typed.name}
        error={form.errors.name}
      />
    </>
  )
}

function Agree({ forName, form, text, talksTo }: SignViewProps) {
  const reading = text.statements.every((one) => one.answer === 'read' || isOnItsOwn(one))
  const kind = reading ? 'read' : forName === null ? 'own' : 'for'
  return (
    <Radios
      name="agree"
      legend={
        kind === 'for' ? say(en, 'agreement.agree.for', { name: forName ?? '' }) : say(en, `agreement.agree.${kind}`)
      }
      legendSize="m"
      options={[
        { value: 'yes', text: say(en, `agreement.yes.${kind}`) },
        {
          value: 'talk',
          text: say(en, 'agreement.talk'),
          hint: talksTo === null ? say(en, 'agreement.talk.somebody') : say(en, 'agreement.talk.who', { who: talksTo }),
          conditional: (
            <Textarea name="reason" label={say(en, 'agreement.talk.what')} rows={3} value={form.typed.reason} />
          ),
        },
      ]}
      value={form.typed.agree}
      error={form.errors.agree}
    />
  )
}

function ledeOf({ people, pupil, until }: SignViewProps): string {
  if (pupil) return say(en, 'agreement.lede.pupil')
  const family = people.some((one) => !one.self)
  if (until === null) return say(en, family ? 'agreement.lede.family_undated' : 'agreement.lede.own_undated')
  return say(en, family ? 'agreement.lede.family' : 'agreement.lede.own', { date: until })
}

function buttonOf({ forName, next, text }: SignViewProps): string {
  if (text.anonymous) return say(en, 'survey.send')
  if (forName === null) return say(en, 'agreement.sign')
  // Another one for the same child needs no mention: the page says who comes next.
  if (next === null || next === forName) return say(en, 'agreement.sign.for', { name: forName })
  return next === 'self'
    ? say(en, 'agreement.sign.then_you', { name: forName })
    : say(en, 'agreement.sign.then', { name: forName, next })
}

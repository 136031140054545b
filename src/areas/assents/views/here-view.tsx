import type { Typed } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Form } from '#ui/form/form.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Words } from '#ui/words.ts'
import type { AgreementText, Statement } from '../agreement-text.ts'
import { isOnItsOwn } from '../forms/read-sign.ts'
import { OwnQuestions } from './statements.tsx'

export interface HereViewProps {
  readonly text: AgreementText
  readonly action: string
  readonly signerName: string
  /** The member of staff who is beside them. */
  readonly witness: string
  /** What else stands on the slip, drawn as fields. */
  readonly slip: Words
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

const en = 'en'

/** One agreement on a device of the school that is handed over: nothing but the text, a name and one button. */
export function HereView({ text, action, signerName, witness, slip, typed, errors }: HereViewProps) {
  const promised = text.statements.filter((one) => !isOnItsOwn(one))
  const reading = promised.every((one) => one.answer === 'read')
  return (
    <Page
      title={text.title}
      audience="kiosk"
      errors={errors}
      caption={say(en, 'agreement.here.caption', { name: witness })}
    >
      <Form action={action}>
        {text.intro !== null && <p class="govuk-body">{text.intro}</p>}
        <Statements statements={promised} />
        <OwnQuestions text={text} typed={typed} errors={errors} />
        {slip}
        {text.anonymous ? (
          <p class="govuk-body">{say(en, 'survey.no_name_class')}</p>
        ) : (
          <Signing
            agree={say(en, reading ? 'agreement.here.read' : 'agreement.here.agree')}
            signerName={signerName}
            typed={typed}
            errors={errors}
          />
        )}
        <input type="hidden" name="text" value={text.hash} />
        <button class="kept-big" type="submit" data-prevent-double-click="true" data-module="govuk-button">
          {say(en, text.anonymous ? 'survey.send' : 'agreement.sign')} <Icon name="pen" />
        </button>
        {!text.anonymous && <p class="kept-meta kept-gap-top">{say(en, 'agreement.here.not')}</p>}
      </Form>
    </Page>
  )
}

function Statements({ statements }: { readonly statements: readonly Statement[] }) {
  if (statements.length === 0) return null
  return (
    <ol class="kept-says">
      {statements.map((one) => (
        <li>
          {one.says}
          {one.hint !== null && <span class="govuk-hint">{one.hint}</span>}
        </li>
      ))}
    </ol>
  )
}

type SigningProps = Pick<HereViewProps, 'signerName' | 'typed' | 'errors'> & { readonly agree: string }

function Signing({ agree, signerName, typed, errors }: SigningProps) {
  return (
    <>
      <Checkboxes name="agree" options={[{ value: 'yes', text: agree }]} value={typed.agree} error={errors.agree} />
      <Input
        name="name"
        label={say(en, 'agreement.name')}
        labelSize="m"
        hint={say(en, 'agreement.name.who', { name: signerName })}
        autocomplete="off"
        spellcheck={false}
        value={typed.name}
        error={errors.name}
      />
    </>
  )
}

export interface HereDoneProps {
  readonly title: string
  readonly says: string
  readonly backHref: string
}

/** It is signed: the device goes back to whoever handed it over. */
export function HereDoneView({ title, says, backHref }: HereDoneProps) {
  return (
    <Page title={title} lede={says} audience="kiosk">
      <p class="kept-gap-top">
        <a class="kept-link" href={backHref}>
          {say(en, 'agreement.here.back')}
        </a>
      </p>
    </Page>
  )
}

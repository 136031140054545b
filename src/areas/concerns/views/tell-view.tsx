import { say } from '#core/messages/say.ts'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { isEasy } from '../tell-steps.ts'
import { Carry } from './carry.tsx'
import { DangerNow } from './danger-now.tsx'
import { EasyTellView } from './easy-tell-view.tsx'
import { CallFirst, HelpList } from './help-list.tsx'
import { AccidentField, WhomField } from './more-fields.tsx'
import type { TellProps } from './tell-parts.tsx'
import { AboutPostsField, AnswerField, DangerField, inDangerNow, SchoolField, TraceLine } from './tell-parts.tsx'

/** Telling the school: pictures and three short pages for younger pupils, one page and sometimes a second for everybody else. */
export function TellView(props: TellProps) {
  const { teller } = props
  if (isEasy(teller)) return <EasyTellView {...props} teller={teller} />
  const last = props.step === 3
  return (
    <Page
      title={say('en', last ? 'concern.more.title' : 'concern.title')}
      lede={say('en', last ? 'concern.more.lede' : 'concern.lede')}
      audience="public"
      exit={say('en', 'concern.exit')}
      headerEnd={props.backHref === null ? undefined : <a href={props.backHref}>{say('en', 'concern.have_code')}</a>}
      errors={props.errors}
    >
      {!last && <CallFirst />}
      <Form action={props.action}>
        <Carry {...props} />
        {last ? <More {...props} /> : <Whole {...props} />}
        <button class="kept-big" type="submit" data-prevent-double-click="true" data-module="govuk-button">
          {say('en', 'concern.send')}
        </button>
        <TraceLine named={props.named} />
      </Form>
      <HelpList lines={props.lines} />
    </Page>
  )
}

function More(props: TellProps) {
  return (
    <>
      {inDangerNow(props.typed) && <DangerNow {...props} sendNow />}
      <AccidentField {...props} />
      <WhomField {...props} />
    </>
  )
}

function Whole(props: TellProps) {
  const { typed, errors } = props
  return (
    <>
      <Radios
        name="about"
        legend={say('en', 'concern.about')}
        legendSize="m"
        options={props.worries.map(({ id, text, hint }) => ({ value: id, text, hint: hint ?? undefined }))}
        value={typed.about}
        error={errors.about}
      />
      <Textarea
        name="what"
        label={say('en', 'concern.what')}
        labelSize="m"
        hint={say('en', 'concern.what.hint')}
        rows={5}
        value={typed.what}
        error={errors.what}
      />
      <SchoolField {...props} />
      <DangerField {...props} />
      <AboutPostsField {...props} />
      <AnswerField {...props} />
    </>
  )
}

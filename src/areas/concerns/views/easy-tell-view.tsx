import { say } from '#core/messages/say.ts'
import { Form } from '#ui/form/form.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { Page } from '#ui/page/page.tsx'
import { PickCards } from '#ui/pick-cards/pick-cards.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { Carry } from './carry.tsx'
import { DangerNow } from './danger-now.tsx'
import { AccidentField, WhomField } from './more-fields.tsx'
import { ReadToMe } from './read-to-me.tsx'
import type { TellProps } from './tell-parts.tsx'
import { AnswerField, DangerField, inDangerNow, SchoolField, TraceLine } from './tell-parts.tsx'

interface EasyProps extends TellProps {
  readonly teller: 'young' | 'middle'
}

/** Telling in three short pages: what it is about; whether somebody is in danger; whom to tell and whether to answer. */
export function EasyTellView(props: EasyProps) {
  const young = props.teller === 'young'
  const title = titleOf(props)
  return (
    <Page
      title={title}
      heading={false}
      audience={props.teller}
      exit={say('en', 'concern.exit')}
      headerEnd={props.backHref === null ? undefined : <a href={props.backHref}>{say('en', 'concern.have_code')}</a>}
      errors={props.errors}
    >
      <Form action={props.action} class={young ? 'kept-stack' : undefined}>
        <Carry {...props} />
        <div>
          <p class="kept-meta">{props.step} of 3</p>
          <h1>{title}</h1>
          {props.step === 1 && (
            <p class="kept-kind">{say('en', young ? 'concern.young.kind' : 'concern.middle.kind')}</p>
          )}
          <ReadToMe young={young} />
        </div>
        {props.step === 1 ? <First {...props} /> : props.step === 2 ? <Second {...props} /> : <Third {...props} />}
        <p class={young ? undefined : 'kept-gap-top'}>
          <a class="kept-big kept-big--help" href={props.helpHref}>
            <Icon name="hand" />
            {say('en', 'concern.help_now')}
          </a>
        </p>
        <TraceLine named={props.named} />
      </Form>
    </Page>
  )
}

function titleOf({ teller, step }: EasyProps): string {
  if (step === 2) return say('en', 'concern.easy.title.2')
  if (step === 3) return say('en', 'concern.easy.title.3')
  return say('en', teller === 'young' ? 'concern.young.title' : 'concern.middle.title')
}

function First(props: EasyProps) {
  const { typed, errors } = props
  const young = props.teller === 'young'
  return (
    <>
      <PickCards
        name="about"
        age={props.teller}
        legend={say('en', young ? 'concern.young.pick' : 'concern.middle.pick')}
        legendHidden={young}
        options={props.worries.map(({ id, text, picture }) => ({ value: id, text, picture: picture ?? undefined }))}
        value={typed.about}
        error={errors.about}
      />
      {!young && <What {...props} />}
      <SchoolField {...props} />
      <Go says={say('en', 'concern.next')} arrow />
    </>
  )
}

function Second(props: EasyProps) {
  return (
    <>
      <AccidentField {...props} />
      {props.teller === 'young' && <What {...props} />}
      <DangerField {...props} sendNow />
      <Go says={say('en', 'concern.next')} arrow />
    </>
  )
}

function Third(props: EasyProps) {
  return (
    <>
      {inDangerNow(props.typed) && <DangerNow {...props} sendNow />}
      <WhomField {...props} />
      <AnswerField {...props} />
      <Go says={say('en', 'concern.send')} />
    </>
  )
}

function What({ teller, typed, errors }: EasyProps) {
  return (
    <Textarea
      name="what"
      label={say('en', teller === 'young' ? 'concern.young.more' : 'concern.middle.say')}
      labelSize="m"
      hint={say('en', teller === 'young' ? 'concern.young.more.hint' : 'concern.middle.say.hint')}
      rows={teller === 'young' ? 3 : 4}
      value={typed.what}
      error={errors.what}
    />
  )
}

function Go({ says, arrow }: { readonly says: string; readonly arrow?: boolean }) {
  return (
    <button class="kept-big" type="submit" data-prevent-double-click="true" data-module="govuk-button">
      {says} {arrow === true && <Icon name="arrow" />}
    </button>
  )
}

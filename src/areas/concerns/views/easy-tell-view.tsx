import { say } from '#core/messages/say.ts'
import { Form } from '#ui/form/form.tsx'
import { Icon } from '#ui/icon/icon.tsx'
import { Page } from '#ui/page/page.tsx'
import { PickCards } from '#ui/pick-cards/pick-cards.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { TellProps } from './tell-parts.tsx'
import { AnswerField, DangerField, SchoolField, TraceLine } from './tell-parts.tsx'

interface EasyProps extends TellProps {
  readonly teller: 'young' | 'middle'
}

// The drawings that there are; a worry without one is chosen by its words.
const PICTURES: Readonly<Record<string, 'unkind' | 'scary' | 'stranger' | 'other'>> = {
  unkind: 'unkind',
  seen_something: 'scary',
  contact: 'stranger',
  other: 'other',
}

/** Telling in two short pages: what it is about, then whether somebody is in danger and wants an answer. */
export function EasyTellView(props: EasyProps) {
  const young = props.teller === 'young'
  return (
    <Page
      title={say('en', young ? 'concern.young.title' : 'concern.middle.title')}
      heading={false}
      audience={props.teller}
      exit={say('en', 'concern.exit')}
      headerEnd={props.backHref === null ? undefined : <a href={props.backHref}>{say('en', 'concern.have_code')}</a>}
      errors={props.errors}
    >
      <Form action={props.action} class={young ? 'kept-stack' : undefined}>
        <input type="hidden" name="once" value={props.once} />
        <input type="hidden" name="step" value={props.step} />
        <div>
          <p class="kept-meta">{props.step} of 2</p>
          <h1>{say('en', young ? 'concern.young.title' : 'concern.middle.title')}</h1>
          <p class="kept-kind">{say('en', young ? 'concern.young.kind' : 'concern.middle.kind')}</p>
        </div>
        {props.step === 1 ? <First {...props} /> : <Second {...props} />}
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
        options={props.worries.map(({ id, text }) => ({ value: id, text, picture: PICTURES[id] }))}
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
  const { typed } = props
  const young = props.teller === 'young'
  return (
    <>
      <input type="hidden" name="about" value={lineOf(typed.about)} />
      {!young && <input type="hidden" name="what" value={lineOf(typed.what)} />}
      {props.schools.length > 1 && <input type="hidden" name="school" value={lineOf(typed.school)} />}
      {young && <What {...props} />}
      <DangerField {...props} />
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

const lineOf = (typed: string | readonly string[] | undefined): string =>
  typeof typed === 'string' ? typed : (typed?.[0] ?? '')

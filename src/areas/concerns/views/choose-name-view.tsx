import { sayInstant } from '#core/calendar/say-date.ts'
import { say } from '#core/messages/say.ts'
import { Icon } from '#ui/icon/icon.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import type { HelpLine } from '../help-lines.ts'
import type { OwnConcern } from '../own-concern.ts'
import { paths } from '../paths.ts'
import { isEasy } from '../tell-steps.ts'
import type { Teller } from '../tellers.ts'
import { audienceOf } from '../tellers.ts'
import { HelpList } from './help-list.tsx'
import { ReadToMe } from './read-to-me.tsx'

export interface ChooseNameViewProps {
  readonly teller: Teller
  readonly unnamedHref: string
  /** Staff and governors may write down what somebody else told them. */
  readonly forOthers: boolean
  readonly mine: readonly OwnConcern[]
  readonly lines: readonly HelpLine[]
  readonly now: Temporal.Instant
  readonly zone: string
}

/** With or without one's name: two doors, neither chosen beforehand. */
export function ChooseNameView(props: ChooseNameViewProps) {
  return (
    <Page
      title={say('en', 'concern.tell.title')}
      lede={say('en', 'concern.tell.lede')}
      audience={audienceOf(props.teller)}
      exit={say('en', 'concern.exit')}
      headerEnd={<a href="/">{say('en', 'problem.home')}</a>}
    >
      {isEasy(props.teller) && <ReadToMe young={props.teller === 'young'} />}
      <ul class="kept-ways">
        <Way
          href={paths.tellNamed.to()}
          title={say('en', 'concern.tell.named')}
          hint={say('en', 'concern.tell.named.hint')}
        />
        <Way
          href={props.unnamedHref}
          title={say('en', 'concern.tell.unnamed')}
          hint={say('en', 'concern.tell.unnamed.hint')}
        />
        {props.forOthers && (
          <>
            <Way
              href={paths.tellFor.to()}
              title="Write down what somebody told me"
              hint="A child, a caller, a slip of paper, a complaint."
            />
            <Way href={paths.slips.to()} title="Print slips to tell on paper" hint="With a code that opens the form." />
          </>
        )}
        <Way
          href={paths.youSaid.to()}
          title={say('en', 'concern.you_said.title')}
          hint={say('en', 'concern.you_said.lede')}
        />
      </ul>
      {props.mine.length > 0 && (
        <Section id="mine" title={say('en', 'concern.tell.mine')} size="m">
          <ul class="kept-ways kept-ways--plain">
            {props.mine.map((one) => (
              <li>
                <a href={paths.mine.to(one.id)}>
                  <span>
                    {one.begins}
                    <small>{sayInstant(one.toldAt, props.now, props.zone)}</small>
                  </span>
                  <StatePill state={one.answered ? 'kept' : 'due'}>{one.answered ? 'Answered' : 'Open'}</StatePill>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <HelpList lines={props.lines} />
    </Page>
  )
}

function Way({ href, title, hint }: { readonly href: string; readonly title: string; readonly hint: string }) {
  return (
    <li>
      <a href={href}>
        <span>
          {title}
          <small>{hint}</small>
        </span>
        <Icon name="arrow" />
      </a>
    </li>
  )
}

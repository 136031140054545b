import { say } from '#core/messages/say.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Page } from '#ui/page/page.tsx'
import type { HelpLine } from '../help-lines.ts'
import { isEasy } from '../tell-steps.ts'
import type { Teller } from '../tellers.ts'
import { audienceOf } from '../tellers.ts'
import { saysOf } from './danger-now.tsx'
import { HelpLines } from './help-list.tsx'
import { ReadToMe } from './read-to-me.tsx'

/** Help at once: whom to go to and whom to call. */
export function HelpNowView({
  teller,
  backHref,
  lines,
}: {
  readonly teller: Teller
  readonly backHref: string
  readonly lines: readonly HelpLine[]
}) {
  return (
    <Page
      title={say('en', 'concern.help.now.title')}
      audience={audienceOf(teller)}
      exit={say('en', 'concern.exit')}
      back={{ href: backHref, text: say('en', 'concern.help.back') }}
    >
      {isEasy(teller) && <ReadToMe young={teller === 'young'} />}
      <Alert voice="danger" title={say('en', 'concern.danger.before')}>
        {say('en', saysOf(teller))}
      </Alert>
      <HelpLines lines={lines} />
    </Page>
  )
}

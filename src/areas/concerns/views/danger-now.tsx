import { say } from '#core/messages/say.ts'
import { Alert } from '#ui/alert/alert.tsx'
import type { HelpLine } from '../help-lines.ts'
import { ringable } from '../help-lines.ts'
import type { Teller } from '../tellers.ts'
import { HelpLines } from './help-list.tsx'

export interface DangerNowProps {
  readonly teller: Teller
  readonly lines: readonly HelpLine[]
  /** It has more pages: whoever has said the most urgent may leave them out. */
  readonly sendNow?: boolean
}

/** Somebody may be in danger now: whom to call before anything else, and a way to send what was said so far. */
export function DangerNow({ teller, lines, sendNow = false }: DangerNowProps) {
  return (
    <div class="kept-now">
      <Alert voice="danger" title={say('en', 'concern.sent.danger.title')}>
        {say('en', saysOf(teller))}
      </Alert>
      <HelpLines lines={ringable(lines)} />
      {sendNow && (
        <button class="kept-big kept-big--now" type="submit" name="now" value="yes" data-prevent-double-click="true">
          {say('en', teller === 'young' ? 'concern.now.send.young' : 'concern.now.send')}
        </button>
      )}
    </div>
  )
}

/** What to do at once, in words for whoever reads it. */
export const saysOf = (teller: Teller) =>
  teller === 'young'
    ? ('concern.help.now.young' as const)
    : teller === 'middle'
      ? ('concern.help.now.middle' as const)
      : ('concern.help.now.says' as const)

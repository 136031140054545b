import { say } from '#core/messages/say.ts'
import { Listen } from '#ui/listen/listen.tsx'

/** The button that reads a page to whoever cannot read it well yet: the youngest are offered it in their words. */
export const ReadToMe = ({ young = false }: { readonly young?: boolean }) => (
  <Listen
    says={say('en', young ? 'concern.listen.young' : 'concern.listen')}
    stop={say('en', 'concern.listen.stop')}
    one={say('en', 'concern.listen.one')}
  />
)

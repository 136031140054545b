import { say } from '#core/messages/say.ts'
import { Section } from '#ui/layout/layout.tsx'

/** Who else helps, from the policy itself. */
export function HelpList({ lines }: { readonly lines: readonly { readonly who: string; readonly contact: string }[] }) {
  return (
    <Section id="else" title={say('en', 'concern.help.title')}>
      <HelpLines lines={lines} />
    </Section>
  )
}

/** The lines alone. */
export function HelpLines({
  lines,
}: {
  readonly lines: readonly { readonly who: string; readonly contact: string }[]
}) {
  return (
    <ul class="kept-help">
      {lines.map(({ who, contact }) => (
        <li>
          <b>{who}</b>
          {contact}
        </li>
      ))}
    </ul>
  )
}

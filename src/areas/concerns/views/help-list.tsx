import { say } from '#core/messages/say.ts'
import { Icon } from '#ui/icon/icon.tsx'
import { Section } from '#ui/layout/layout.tsx'

/** Who else helps, from the policy itself. */
export function HelpList({
  lines,
  title = say('en', 'concern.help.title'),
}: {
  readonly lines: readonly { readonly who: string; readonly contact: string }[]
  readonly title?: string
}) {
  if (lines.length === 0) return null
  return (
    <Section id="else" title={title}>
      <HelpLines lines={lines} />
    </Section>
  )
}

/** Whom to call before anything else, in view without scrolling. */
export function CallFirst() {
  return (
    <p class="kept-call">
      <Icon name="alert" /> <a href="tel:999">{say('en', 'concern.danger.before')}</a>
    </p>
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
          <Contact text={contact} />
        </li>
      ))}
    </ul>
  )
}

// A number can be pressed on a phone, an address anywhere.
function Contact({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(, )/).map((part) => {
        if (/^[\d ]{3,20}$/.test(part))
          return (
            <a class="govuk-link" href={`tel:${part.replaceAll(' ', '')}`}>
              {part}
            </a>
          )
        if (/^[\w.-]+\.[a-z]{2,}(\/[\w/-]*)?$/.test(part))
          return (
            <a class="govuk-link" href={`https://${part}`} rel="noreferrer">
              {part}
            </a>
          )
        return part
      })}
    </>
  )
}

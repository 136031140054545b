import { TabLinks } from '#ui/tab-links/tab-links.tsx'
import { paths } from '../paths.ts'

/** The ways to look something up in the policy. */
export function PolicyTabs({ here, easy }: { readonly here: 'ask' | 'who' | 'help' | 'law'; readonly easy: boolean }) {
  return (
    <div class="kept-noprint">
      <TabLinks
        label="Look something up"
        items={[
          { href: paths.ask.to(), text: 'May I?', active: here === 'ask' },
          { href: paths.help.to(), text: easy ? 'Get help' : 'Where to get help', active: here === 'help' },
          { href: paths.who.to(), text: easy ? 'Who can help' : 'Who does what', active: here === 'who' },
          { href: paths.law.to(), text: 'The law', active: here === 'law' },
        ]}
      />
    </div>
  )
}

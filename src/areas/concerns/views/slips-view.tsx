import { PrintButton } from '#ui/button/print-button.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

interface SlipsViewProps {
  readonly slips: readonly { readonly receipt: string; readonly qr: string }[]
  readonly organisation: string
  readonly backUrl: string
}

/** Slips to tell on paper. Each is one concern: its code for staff and the number that the child tears off belong together. */
export function SlipsView({ slips, organisation, backUrl }: SlipsViewProps) {
  return (
    <Page
      title="Slips to tell on paper"
      lede="Print them, and empty the box each day. Whoever finds a slip scans its code and types it in. Every printing makes new ones: never copy a slip."
      back={paths.tell.to()}
      actions={<PrintButton primary>Print the slips</PrintButton>}
    >
      {slips.map((slip) => (
        <section class="kept-paper-slip" aria-label={`Slip ${slip.receipt}`}>
          <div class="kept-paper-slip__main">
            <h2 class="govuk-heading-m">Tell us about something</h2>
            <p>You do not need to give your name. You are not in trouble.</p>
            <p>
              <b>In danger now? Do not write: call 999, or go to a grown-up you trust.</b>
            </p>
            <p class="kept-paper-slip__ask">What happened?</p>
            <p class="kept-paper-slip__line" />
            <p class="kept-paper-slip__line" />
            <p class="kept-paper-slip__line" />
            <p class="kept-paper-slip__ask">
              Is anyone in danger now? <Box /> Yes <Box /> No <Box /> I do not know
            </p>
            <p class="kept-paper-slip__ask">
              Do you want an answer? <Box /> Yes <Box /> No
            </p>
            <p class="kept-paper-slip__ask">My name, if I want to say it:</p>
            <p class="kept-paper-slip__line" />
          </div>
          <div class="kept-paper-slip__code">
            <div dangerouslySetInnerHTML={{ __html: slip.qr }} />
            <p class="kept-meta">For staff: scan this to type it in.</p>
          </div>
          <div class="kept-paper-slip__tear">
            <p>
              <b>Tear this off and keep it.</b> Read our answer at {backUrl} with the number
            </p>
            <p class="kept-paper-slip__digits">{slip.receipt}</p>
            <p class="kept-meta">{organisation}</p>
          </div>
        </section>
      ))}
    </Page>
  )
}

const Box = () => <span class="kept-paper-slip__box" aria-hidden="true" />

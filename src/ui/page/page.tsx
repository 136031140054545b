import { useContext } from 'preact/hooks'
import { BackLink } from '../back-link/back-link.tsx'
import { Breadcrumbs, type Crumb } from '../breadcrumbs/breadcrumbs.tsx'
import { ErrorSummary, errorItems } from '../error-summary/error-summary.tsx'
import { Sprite } from '../icon/icon.tsx'
import { NotificationBanner } from '../notification-banner/notification-banner.tsx'
import { SkipLink } from '../skip-link/skip-link.tsx'
import { cx, type Words } from '../words.ts'
import { CallBand, Exit, SampleBanner } from './bands.tsx'
import { ChromeContext } from './chrome.ts'
import { Footer, PublicFooter } from './footer.tsx'
import { Head } from './head.tsx'
import { Header, SlimHeader } from './header.tsx'
import { Nav } from './nav.tsx'

/** For whom a page is: it sets the size of letters, the header and how wide the page is. */
export type Audience = 'staff' | 'public' | 'middle' | 'young' | 'kiosk'

export interface PageProps {
  /** The title of the document, and the heading unless `heading` says otherwise. */
  readonly title: string
  /** Another heading, or `false` when the page draws its own `h1` (a question as legend, a case). */
  readonly heading?: Words
  /** A line over the heading. */
  readonly caption?: Words
  /** A sentence under the heading. */
  readonly lede?: Words
  /** Buttons beside the heading. */
  readonly actions?: Words
  readonly back?: string | { readonly href: string; readonly text: string } | undefined
  readonly breadcrumbs?: readonly Crumb[] | undefined
  /** Faults by field name: the summary links to each, and the title says that there is one. */
  readonly errors?: Readonly<Record<string, string>> | undefined
  readonly audience?: Audience | undefined
  /** Staff: as wide as the window for dense tables. Public: the width of a staff page. */
  readonly wide?: boolean | undefined
  /** Public pages that are only read: styles and script without what works and asks. */
  readonly reading?: boolean | undefined
  /** Public pages: where "Leave this page now" goes. */
  readonly exit?: string | undefined
  /** Public pages: the end of the slim header, for instance the other language. */
  readonly headerEnd?: Words
  /** A band over the whole width before the content, for instance the head of a case. */
  readonly band?: Words
  readonly children?: Words
}

/** A whole document. */
export function Page({ audience = 'staff', ...props }: PageProps) {
  const chrome = useContext(ChromeContext)
  const wrong = Object.keys(props.errors ?? {}).length > 0
  return (
    <html lang={chrome.lang} class="govuk-template">
      <Head
        title={`${wrong ? 'Error: ' : ''}${props.title}`}
        assets={props.reading ? (chrome.assets.reading ?? chrome.assets) : chrome.assets}
      />
      <body class={bodyClass(audience)}>
        <Sprite />
        <SkipLink href="#main">Skip to main content</SkipLink>
        {audience === 'staff' ? (
          <>
            <Header chrome={chrome} />
            <Nav items={chrome.nav} />
          </>
        ) : (
          <SlimHeader chrome={chrome} end={props.headerEnd ?? tellUs(audience, props.exit, chrome.reportHref)} />
        )}
        {chrome.sample && <SampleBanner />}
        {audience === 'staff' && chrome.call && <CallBand {...chrome.call} />}
        {props.exit && <Exit href={props.exit} />}
        <main id="main">
          {props.band}
          <div class={mainClass(audience, props.wide ?? false)}>
            <Top {...props} flash={chrome.flash} />
            {props.children}
          </div>
        </main>
        {audience === 'staff' && <Footer chrome={chrome} />}
        {audience === 'public' && chrome.footerLinks && <PublicFooter links={chrome.footerLinks} />}
      </body>
    </html>
  )
}

// Pupils and parents have no menu: from each of their pages but those of telling itself they can tell the school.
const tellUs = (audience: Audience, exit: string | undefined, href: string) =>
  audience === 'kiosk' || exit !== undefined || href === '' ? undefined : (
    <a class="kept-report" href={href}>
      Tell us
    </a>
  )

function Top(props: PageProps & { flash: string | null }) {
  const back = typeof props.back === 'string' ? { href: props.back, text: 'Back' } : props.back
  const errors = errorItems(props.errors ?? {})
  return (
    <>
      {props.breadcrumbs && <Breadcrumbs items={props.breadcrumbs} collapseOnMobile />}
      {back && <BackLink href={back.href}>{back.text}</BackLink>}
      {props.flash && <NotificationBanner type="success" title="Done" text={props.flash} />}
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {props.heading === false ? null : <Lede {...props} />}
    </>
  )
}

function Lede({ title, heading, caption, lede, actions }: PageProps) {
  return (
    <div class="kept-lede">
      <div>
        {caption && <span class="govuk-caption-xl">{caption}</span>}
        <h1 class="govuk-heading-xl">{heading ?? title}</h1>
        {lede && <p class="govuk-body">{lede}</p>}
      </div>
      {actions && <div class="kept-lede__actions kept-noprint">{actions}</div>}
    </div>
  )
}

const bodyClass = (audience: Audience) =>
  cx(
    'govuk-template__body kept-page',
    audience === 'staff' ? 'kept-staff' : 'kept-public',
    audience !== 'staff' && audience !== 'public' && `kept-${audience}`,
  )

function mainClass(audience: Audience, wide: boolean) {
  if (audience === 'staff') return cx('kept-container kept-main', wide && 'kept-container--wide')
  return wide ? 'kept-container kept-main' : 'kept-narrow'
}

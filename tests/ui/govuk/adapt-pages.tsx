/** From the options of official fixtures that frame a page to our props. */
import type { VNode } from 'preact'
import { BackLink } from '#ui/back-link/back-link.tsx'
import { Breadcrumbs } from '#ui/breadcrumbs/breadcrumbs.tsx'
import { Button } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { ExitThisPage } from '#ui/exit-this-page/exit-this-page.tsx'
import { NotificationBanner } from '#ui/notification-banner/notification-banner.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { PhaseBanner } from '#ui/phase-banner/phase-banner.tsx'
import { ServiceNavigation } from '#ui/service-navigation/service-navigation.tsx'
import { SkipLink } from '#ui/skip-link/skip-link.tsx'
import type { Attributes } from '#ui/words.ts'
import { messages, piece, raw, type TextOptions, words } from './options.ts'

interface LinkOptions extends TextOptions {
  readonly href?: string
}

const backLink = (o: LinkOptions): VNode => (
  <BackLink href={o.href} class={o.classes} attributes={o.attributes}>
    {words(o)}
  </BackLink>
)

const skipLink = (o: LinkOptions): VNode => (
  <SkipLink href={o.href} class={o.classes} attributes={o.attributes}>
    {words(o)}
  </SkipLink>
)

const breadcrumbs = (
  o: TextOptions & { items?: LinkOptions[]; collapseOnMobile?: boolean; labelText?: string },
): VNode => (
  <Breadcrumbs
    items={(o.items ?? []).map((item) => ({ href: item.href, text: words(item), attributes: item.attributes }))}
    collapseOnMobile={o.collapseOnMobile}
    label={o.labelText}
    class={o.classes}
    attributes={o.attributes}
  />
)

interface ButtonOptions extends LinkOptions {
  readonly type?: 'submit' | 'button' | 'reset'
  readonly name?: string
  readonly value?: string
  readonly id?: string
  readonly disabled?: boolean
  readonly isStartButton?: boolean
  readonly preventDoubleClick?: boolean
}

const button = (o: ButtonOptions): VNode => (
  <Button
    href={o.href}
    type={o.type}
    name={o.name}
    value={o.value}
    id={o.id}
    disabled={o.disabled}
    start={o.isStartButton}
    preventDoubleClick={o.preventDoubleClick}
    class={o.classes}
    attributes={o.attributes}
  >
    {o.html && o.isStartButton ? <span>{raw(o.html)}</span> : words(o)}
  </Button>
)

interface SummaryOptions {
  readonly titleText?: string
  readonly titleHtml?: string
  readonly descriptionText?: string
  readonly descriptionHtml?: string
  readonly errorList?: readonly LinkOptions[]
  readonly disableAutoFocus?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

const errorSummary = (o: SummaryOptions): VNode => (
  <ErrorSummary
    title={words({ text: o.titleText ?? '', ...(o.titleHtml ? { html: o.titleHtml } : {}) })}
    description={o.descriptionHtml ? raw(o.descriptionHtml) : o.descriptionText}
    errors={o.errorList?.map((item) => ({ href: item.href, text: words(item), attributes: item.attributes }))}
    disableAutoFocus={o.disableAutoFocus}
    class={o.classes}
    attributes={o.attributes}
  />
)

interface BannerOptions extends TextOptions {
  readonly type?: string
  readonly role?: string
  readonly titleText?: string
  readonly titleHtml?: string
  readonly titleId?: string
  readonly titleHeadingLevel?: string
  readonly disableAutoFocus?: boolean
}

const notificationBanner = (o: BannerOptions): VNode => (
  <NotificationBanner
    type={o.type}
    role={o.role}
    title={o.titleHtml ? raw(o.titleHtml) : o.titleText}
    titleId={o.titleId}
    headingLevel={o.titleHeadingLevel}
    text={o.text}
    disableAutoFocus={o.disableAutoFocus}
    class={o.classes}
    attributes={o.attributes}
  >
    {o.html ? raw(o.html) : undefined}
  </NotificationBanner>
)

interface PanelOptions extends TextOptions {
  readonly titleText?: string
  readonly titleHtml?: string
  readonly headingLevel?: number
  readonly actions?: {
    readonly classes?: string
    readonly attributes?: Attributes
    readonly items?: readonly (LinkOptions & { readonly type?: 'button' | 'submit' })[]
  }
}

function panel(o: PanelOptions): VNode {
  const interruption = o.classes?.includes('govuk-panel--interruption')
  const rest = interruption ? o.classes?.replace('govuk-panel--interruption', '').trim() : o.classes
  return (
    <Panel
      title={o.titleHtml ? raw(o.titleHtml) : o.titleText}
      headingLevel={o.headingLevel}
      interruption={interruption}
      actions={
        o.actions &&
        (o.actions.items ?? []).map(({ classes, text, href, type, attributes }) => ({
          text,
          href,
          type,
          class: classes,
          attributes,
        }))
      }
      actionsClass={o.actions?.classes}
      actionsAttributes={o.actions?.attributes}
      class={rest}
      attributes={o.attributes}
    >
      {words(o)}
    </Panel>
  )
}

const phaseBanner = (o: TextOptions & { tag?: TextOptions }): VNode => (
  <PhaseBanner tag={piece(o.tag)} class={o.classes} attributes={o.attributes}>
    {words(o)}
  </PhaseBanner>
)

interface ExitOptions extends TextOptions {
  readonly id?: string
  readonly redirectUrl?: string
  readonly activatedText?: string
  readonly timedOutText?: string
  readonly pressTwoMoreTimesText?: string
  readonly pressOneMoreTimeText?: string
}

const exitThisPage = (o: ExitOptions): VNode => (
  <ExitThisPage
    id={o.id}
    redirectUrl={o.redirectUrl}
    class={o.classes}
    attributes={o.attributes}
    messages={messages({
      activated: o.activatedText,
      'timed-out': o.timedOutText,
      'press-two-more-times': o.pressTwoMoreTimesText,
      'press-one-more-time': o.pressOneMoreTimeText,
    })}
  >
    {words(o)}
  </ExitThisPage>
)

interface NavigationOptions {
  readonly navigation?: readonly ((LinkOptions & { current?: boolean; active?: boolean }) | null)[]
  readonly serviceName?: string
  readonly serviceUrl?: string
  readonly ariaLabel?: string
  readonly menuButtonText?: string
  readonly menuButtonLabel?: string
  readonly navigationLabel?: string
  readonly navigationId?: string
  readonly navigationClasses?: string
  readonly collapseNavigationOnMobile?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
  readonly slots?: {
    readonly start?: string
    readonly end?: string | { readonly html?: string; readonly align?: string }
    readonly navigationStart?: string
    readonly navigationEnd?: string
  }
}

const slot = (html: string | undefined) => (html ? raw(html) : undefined)

function serviceNavigation(o: NavigationOptions): VNode {
  const end = typeof o.slots?.end === 'string' ? { html: o.slots.end } : o.slots?.end
  return (
    <ServiceNavigation
      items={o.navigation?.map((item) => item && { ...item, text: words(item) })}
      serviceName={o.serviceName}
      serviceUrl={o.serviceUrl}
      label={o.ariaLabel}
      menuText={o.menuButtonText}
      menuLabel={o.menuButtonLabel}
      navigationLabel={o.navigationLabel}
      navigationId={o.navigationId}
      navigationClass={o.navigationClasses}
      collapse={o.collapseNavigationOnMobile}
      start={slot(o.slots?.start)}
      end={slot(end?.html)}
      endInline={end !== undefined && 'align' in end && end.align === 'inline'}
      navigationStart={slot(o.slots?.navigationStart)}
      navigationEnd={slot(o.slots?.navigationEnd)}
      class={o.classes}
      attributes={o.attributes}
    />
  )
}

/** Adapters of what frames a page, by the name of the official component. */
export const pages = {
  button,
  'back-link': backLink,
  'skip-link': skipLink,
  breadcrumbs,
  'error-summary': errorSummary,
  'notification-banner': notificationBanner,
  panel,
  'phase-banner': phaseBanner,
  'exit-this-page': exitThisPage,
  'service-navigation': serviceNavigation,
}

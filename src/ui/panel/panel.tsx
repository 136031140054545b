import { h } from 'preact'
import { Button } from '../button/button.tsx'
import { type Attributes, cx, type Words } from '../words.ts'

export interface PanelAction {
  readonly text: Words
  readonly href?: string | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface PanelProps {
  readonly title: Words
  readonly headingLevel?: number | undefined
  /** Asks to stop and think instead of telling what was done. */
  readonly interruption?: boolean | undefined
  readonly actions?: readonly PanelAction[] | undefined
  readonly actionsClass?: string | undefined
  readonly actionsAttributes?: Attributes | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** What was done, large: the number of a report, a receipt. */
export function Panel(props: PanelProps) {
  const kind = props.interruption ? 'govuk-panel--interruption' : 'govuk-panel--confirmation'
  return (
    <div class={cx('govuk-panel', kind, props.class)} {...props.attributes}>
      {h(`h${props.headingLevel || 1}`, { class: 'govuk-panel__title' }, props.title)}
      {props.children ? <div class="govuk-panel__body">{props.children}</div> : null}
      {props.interruption && props.actions ? (
        <div class={cx('govuk-panel__actions', props.actionsClass)} {...props.actionsAttributes}>
          {props.actions.length > 0 && (
            <div class="govuk-button-group">
              {props.actions.map((action) => (
                <Action {...action} />
              ))}
            </div>
          )}
        </div>
      ) : null}
    </div>
  )
}

function Action({ text, href, type, class: extra, attributes }: PanelAction) {
  if (href && type !== 'button') {
    return (
      <a class={cx('govuk-link govuk-link--inverse', extra)} href={href} {...attributes}>
        {text}
      </a>
    )
  }
  return (
    <Button type={type ?? 'button'} href={href} variant="inverse" class={extra} attributes={attributes}>
      {text}
    </Button>
  )
}

import { type Attributes, cx, type Words } from '../words.ts'

export interface ButtonProps {
  /** Draws a link that looks like a button. */
  readonly href?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | number | undefined
  readonly id?: string | undefined
  /** `small` is ours: for dense staff pages. */
  readonly variant?: 'secondary' | 'warning' | 'inverse' | undefined
  readonly small?: boolean | undefined
  readonly start?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** Something to press: sends its form, or goes somewhere when it has an `href`. */
export function Button(props: ButtonProps) {
  const common = {
    class: cx(
      'govuk-button',
      props.variant && `govuk-button--${props.variant}`,
      props.small && 'kept-button--small',
      props.class,
      props.start && 'govuk-button--start',
    ),
    'data-module': 'govuk-button',
    id: props.id,
    ...props.attributes,
  }
  if (props.href) return <LinkButton {...props} href={props.href} common={common} />
  const double: Attributes =
    props.preventDoubleClick === undefined ? {} : { 'data-prevent-double-click': String(props.preventDoubleClick) }
  const off: Attributes = props.disabled ? { disabled: true, 'aria-disabled': 'true' } : {}
  return (
    <button
      type={props.type || 'submit'}
      value={props.value === '' ? undefined : props.value}
      name={props.name || undefined}
      {...off}
      {...double}
      {...common}
    >
      {props.children}
      {props.start && <StartIcon />}
    </button>
  )
}

// A link that looks like a button is pressed, not dragged.
const undraggable: Attributes = { draggable: 'false' }

function LinkButton({ href, common, start, children }: ButtonProps & { href: string; common: Attributes }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a link drawn as a button goes to a page, as GOV.UK Frontend has it
    <a href={href} role="button" {...undraggable} {...common}>
      {children}
      {start && <StartIcon />}
    </a>
  )
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}

/** Buttons and links that stand beside each other. */
export function ButtonGroup({ children }: { readonly children: Words }) {
  return <div class="govuk-button-group">{children}</div>
}

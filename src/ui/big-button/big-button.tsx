import { Icon, type IconName } from '../icon/icon.tsx'
import { cx, type Words } from '../words.ts'

export interface BigButtonProps {
  /** Draws a link. */
  readonly href?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** The way to a grown-up: marigold, with the icon first. */
  readonly help?: boolean | undefined
  readonly icon?: IconName | undefined
  readonly children: Words
}

/** One large button for pages with one thing on them. */
export function BigButton({ href, name, value, help, icon, children }: BigButtonProps) {
  const mark = icon && <Icon name={icon} />
  const inner = help ? (
    <>
      {mark}
      {children}
    </>
  ) : (
    <>
      {children} {mark}
    </>
  )
  const className = cx('kept-big', help && 'kept-big--help')
  if (href) {
    return (
      <a class={className} href={href}>
        {inner}
      </a>
    )
  }
  return (
    <button class={className} type="submit" name={name} value={value}>
      {inner}
    </button>
  )
}

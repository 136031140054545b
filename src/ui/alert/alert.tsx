import { Icon, type IconName } from '../icon/icon.tsx'
import { cx, type Words } from '../words.ts'

/** The four voices: danger now, something waits (`notice`), good news (`calm`), a wall that stays. */
export type Voice = 'danger' | 'notice' | 'calm' | 'wall'

export interface AlertProps {
  readonly voice?: Voice | undefined
  readonly title: Words
  readonly headingLevel?: 2 | 3 | undefined
  readonly icon?: IconName | undefined
  /** A button or link at the end. */
  readonly action?: Words
  readonly id?: string | undefined
  readonly children?: Words
}

const icons: Readonly<Record<Voice, IconName>> = { danger: 'alert', notice: 'bell', calm: 'tick', wall: 'lock' }

/** Something that wants attention before the rest of the page. */
export function Alert({ voice = 'notice', title, headingLevel = 2, icon, action, id, children }: AlertProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  const headingId = id && `${id}-title`
  return (
    <section class={cx('kept-alert', voice !== 'notice' && `kept-alert--${voice}`)} id={id} aria-labelledby={headingId}>
      <Icon name={icon ?? icons[voice]} />
      <div>
        <Heading id={headingId}>{title}</Heading>
        {children && <p>{children}</p>}
      </div>
      {action}
    </section>
  )
}

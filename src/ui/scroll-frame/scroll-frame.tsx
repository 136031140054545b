import type { Words } from '../words.ts'

export interface ScrollFrameProps {
  readonly label: string
  readonly class?: string | undefined
  readonly id?: string | undefined
  readonly children: Words
}

// A frame that scrolls must be reachable with the keyboard.
const reachable = { tabIndex: 0 }

/** Scrolls inside its own frame on a narrow window, so that the page does not. */
export function ScrollFrame({ label, class: extra = 'kept-scroll', id, children }: ScrollFrameProps) {
  return (
    <section class={extra} aria-label={label} id={id} {...reachable}>
      {children}
    </section>
  )
}

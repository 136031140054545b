import { Icon } from '../icon/icon.tsx'

export interface ListenProps {
  readonly says: string
  /** What the button says while it reads. */
  readonly stop: string
  /** What the small button beside each question is called. */
  readonly one: string
}

/**
 * A button that reads the form aloud. It is hidden until a script finds that this device itself can speak: a voice from
 * elsewhere would carry the page away.
 */
export function Listen({ says, stop, one }: ListenProps) {
  return (
    <button
      class="kept-listen"
      type="button"
      data-module="kept-listen"
      data-stop={stop}
      data-one={one}
      aria-pressed="false"
      hidden
    >
      <Icon name="speaker" />
      <span>{says}</span>
    </button>
  )
}

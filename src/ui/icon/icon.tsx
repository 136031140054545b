import type { ComponentChild } from 'preact'
import { cx } from '../words.ts'

/** Every icon of the product, drawn in lines on a field of 24 by 24. */
const drawings = {
  alert: <path d="M12 3.5L22 20.5H2zM12 10v4.5M12 17.6v.1" />,
  arrow: <path d="M5 12h14M13 6l6 6-6 6" />,
  ask: <path d="M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.1-1.5 2.3M12 18.2v.1" />,
  bell: <path d="M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4" />,
  chat: <path d="M4 5h16v11H10l-5 4v-4H4z" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3.5 2" />
    </>
  ),
  cross: <path d="M6 6l12 12M18 6L6 18" />,
  device: (
    <>
      <rect x="7" y="2.5" width="10" height="19" rx="2" />
      <path d="M11 18.5h2" />
    </>
  ),
  eye: (
    <>
      <path d="M2 12s3.5-6.5 10-6.5S22 12 22 12s-3.5 6.5-10 6.5S2 12 2 12z" />
      <circle cx="12" cy="12" r="2.8" />
    </>
  ),
  eyeoff: (
    <path d="M4 4l16 16M9.5 5.8A9.6 9.6 0 0 1 12 5.5c6.5 0 10 6.5 10 6.5a17 17 0 0 1-3.2 3.9M6 7.6A17 17 0 0 0 2 12s3.5 6.5 10 6.5c1.6 0 3-.4 4.2-1" />
  ),
  hand: (
    <path d="M8 12V5.5a1.5 1.5 0 0 1 3 0V11M11 10.5v-6a1.5 1.5 0 0 1 3 0v6M14 10.5v-4a1.5 1.5 0 0 1 3 0v8c0 4-2 6.5-5.5 6.5-3 0-4.3-1.2-5.8-4L4 13.5a1.5 1.5 0 0 1 2.6-1.5L8 14" />
  ),
  home: <path d="M4 11l8-7 8 7v9h-5v-6H9v6H4z" />,
  lock: (
    <>
      <rect x="5" y="11" width="14" height="9" rx="2" />
      <path d="M8 11V8a4 4 0 0 1 8 0v3" />
    </>
  ),
  pen: <path d="M4 20l1-4.5L16 4.5 19.5 8 8.5 19zM14 6.5l3.5 3.5" />,
  people: (
    <>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5a6.5 6.5 0 0 1 3.5 5.5" />
    </>
  ),
  photo: (
    <>
      <rect x="3" y="5" width="18" height="14" rx="2" />
      <circle cx="9" cy="10.5" r="1.7" />
      <path d="M4 18l6-5 4 3 3-2 4 4" />
    </>
  ),
  print: <path d="M7 9V3h10v6M7 17H4v-8h16v8h-3M7 14h10v7H7z" />,
  speaker: <path d="M4 9.5v5h3.5L13 19V5L7.5 9.5zM16.5 9a4.5 4.5 0 0 1 0 6M19 6.5a8 8 0 0 1 0 11" />,
  tick: <path d="M5 12.5l4.5 4.5L19 7" />,
  wifi: <path d="M3.5 10a12.5 12.5 0 0 1 17 0M7 13.8a7.5 7.5 0 0 1 10 0M10.3 17.5a3 3 0 0 1 3.4 0M5 3.5l14 17" />,
} satisfies Record<string, ComponentChild>

/** The names of the icons. */
export type IconName = keyof typeof drawings

/** One icon beside words that say the same; it needs the sprite that the page draws. */
export function Icon({ name, class: extra }: { readonly name: IconName; readonly class?: string }) {
  return (
    <svg class={cx('kept-icon', extra)} aria-hidden="true" focusable="false">
      <use href={`#i-${name}`} />
    </svg>
  )
}

/** The drawings, once in each page, for every `Icon` in it. */
export function Sprite() {
  return (
    <svg class="kept-sprite" width="0" height="0" aria-hidden="true" focusable="false">
      {Object.entries(drawings).map(([name, drawing]) => (
        <symbol id={`i-${name}`} viewBox="0 0 24 24">
          {drawing}
        </symbol>
      ))}
    </svg>
  )
}

/** All icon names, for the page that shows the parts. */
export const iconNames = Object.keys(drawings).filter((name): name is IconName => name in drawings)

import type { Chrome } from './chrome.ts'

/** The head of every document: title, styles, script. */
export function Head({ title, assets }: { readonly title: string; readonly assets: Chrome['assets'] }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <link rel="icon" href={ICON} />
      <meta name="theme-color" content="#12434e" />
      <title>{`${title} - Kept`}</title>
      {assets.css && <link rel="stylesheet" href={assets.css} />}
      {assets.js && <script type="module" src={assets.js} />}
    </head>
  )
}

// The tick of the word-mark on harbour, inside the page: a browser need not ask for it.
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#12434e"/><path d="M7 17l6 6L26 9" fill="none" stroke="#ffb938" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/></svg>',
)}`

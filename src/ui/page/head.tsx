import type { Chrome } from './chrome.ts'

/** The head of every document: title, styles, script. */
export function Head({ title, assets }: { readonly title: string; readonly assets: Chrome['assets'] }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="theme-color" content="#12434e" />
      <title>{`${title} - Kept`}</title>
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <link rel="alternate icon" href="/favicon.ico" sizes="48x48" />
      {assets.css && <link rel="stylesheet" href={assets.css} />}
      {assets.js && <script type="module" src={assets.js} />}
    </head>
  )
}

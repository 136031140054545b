import type { Words } from '../words.ts'

/** Prints the page it stands on. It shows only with scripts: without them the browser's own menu does it. */
export function PrintButton({ children, primary }: { readonly children: Words; readonly primary?: boolean }) {
  return (
    <button
      class={`govuk-button ${primary ? '' : 'govuk-button--secondary '}kept-button--small`}
      type="button"
      data-module="kept-print"
      hidden
    >
      {children}
    </button>
  )
}

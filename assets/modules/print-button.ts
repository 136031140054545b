/** Shows the buttons that print their page: without scripts the browser's own menu does it. */
export function showPrintButtons(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-module="kept-print"]')) {
    button.hidden = false
    button.addEventListener('click', () => page.defaultView?.print())
  }
}

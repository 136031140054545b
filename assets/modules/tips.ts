/** Closes the words under a square when Escape is pressed, and shows them again at the next visit. */
export function closeTipsOnEscape(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') page.body.classList.add('kept-tips-closed')
  })
  const open = () => page.body.classList.remove('kept-tips-closed')
  page.addEventListener('focusin', open)
  page.addEventListener('mouseover', (event) => {
    if (event.target instanceof Element && event.target.closest('.kept-sq')) open()
  })
}

/** Says how many rows of a list are ticked, and ticks or clears them all with one box in the head of the table. */
export function countChosenRows(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-module="kept-choose"]')) start(form)
}

function start(form: HTMLFormElement): void {
  const says = form.querySelector('[data-chosen]')
  const head = form.querySelector('thead th.tick')
  const boxes = [...form.querySelectorAll<HTMLInputElement>('tbody .tick input[type=checkbox]')]
  if (head === null || boxes.length === 0) return
  const all = form.ownerDocument.createElement('input')
  all.type = 'checkbox'
  all.setAttribute('aria-label', 'Choose all on this page')
  head.replaceChildren(all)
  says?.setAttribute('role', 'status')
  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length
    if (says !== null) says.textContent = chosen === 0 ? 'None chosen' : `${chosen} chosen`
    all.checked = chosen === boxes.length
    all.indeterminate = chosen > 0 && chosen < boxes.length
  }
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked
    count()
  })
  form.addEventListener('change', count)
  // Coming back, a browser ticks again what was ticked, after scripts have run.
  form.ownerDocument.defaultView?.addEventListener('pageshow', count)
  count()
}

/** Brings the step that is now into view in the frame of its chart, where a chart is wider than the window. */
export function showStepNow(page: Document): void {
  for (const step of page.querySelectorAll('.kept-flow .now')) {
    const frame = step.closest('.kept-scroll')
    if (frame === null) continue
    const here = step.getBoundingClientRect()
    const around = frame.getBoundingClientRect()
    frame.scrollLeft += here.left + here.width / 2 - (around.left + around.width / 2)
  }
}

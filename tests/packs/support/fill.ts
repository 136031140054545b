import type { Page } from 'playwright-core'

/** What is written into a form, by the names of its fields; a name and a part for a person. */
export type Answers = Readonly<Record<string, string | boolean | readonly string[]>>

interface Control {
  readonly name: string
  readonly type: string
}

const SHOWN = `[...document.querySelectorAll('main form [name]')]
  .filter((one) => one.type !== 'hidden' && one.tagName !== 'BUTTON' && one.offsetParent !== null)`

const CONTROLS = `${SHOWN}.map((one) => ({ name: one.name, type: one.type }))`

// What stays as it is unless a test says otherwise: rows and people that need not be, and what changes what the form means.
const LEFT =
  '^(counted(_why)?-|person-\\\\d|part-\\\\d|[a-z_]+-\\\\d+-|note$|reason$|not_needed$|gave_up$|taken_back$|view$|words$)'

// Something fitting wherever an answer is still missing, in one go: the answers that matter are given as a person gives them.
const FILL_THE_REST = `(given) => {
  const dates = { day: '23', month: '11', year: '2026', time: '09:30' }
  const left = new RegExp('${LEFT}')
  let filled = 0
  for (const one of ${SHOWN}) {
    if (left.test(one.name) || given.includes(one.name)) continue
    if (one.type === 'radio' || one.type === 'checkbox') {
      if (document.querySelector('main form [name="' + one.name + '"]:checked') !== null) continue
      one.click()
    } else if (one.value !== '') continue
    else if (one.tagName === 'SELECT') {
      if (one.options.length < 2) continue
      one.selectedIndex = 1
    } else if (one.hasAttribute('list')) one.value = document.querySelector('#known-people option')?.value ?? ''
    else one.value = dates[/-(day|month|year|time)$/.exec(one.name)?.[1]] ?? 'Written down'
    one.dispatchEvent(new Event('change', { bubbles: true }))
    filled += 1
  }
  return filled
}`

/** Fills in a form: what a test says, then something fitting wherever an answer is still missing. */
export async function fillIn(page: Page, answers: Answers): Promise<void> {
  const done = new Set<string>()
  const dates = ['day', 'month', 'year', 'time']
  const given = Object.keys(answers).flatMap((name) => [name, ...dates.map((part) => `${name}-${part}`)])
  // An answer may open more fields.
  for (let round = 0; round < 3; round += 1) {
    const before = done.size
    if (done.size < Object.keys(answers).length) {
      const controls: Control[] = await page.evaluate(CONTROLS)
      for (const [name, value] of Object.entries(answers))
        if (!done.has(name) && (await give(page, controls, name, value))) done.add(name)
    }
    const filled: number = await page.evaluate(`(${FILL_THE_REST})(${JSON.stringify(given)})`)
    if (filled === 0 && done.size === before) break
  }
  const missing = Object.keys(answers).filter((name) => !done.has(name))
  if (missing.length > 0) throw new Error(`${page.url()} asks for no ${missing.join(', ')}`)
}

async function give(page: Page, controls: readonly Control[], name: string, value: Answers[string]): Promise<boolean> {
  const one = controls.find((control) => control.name === name)
  if (one !== undefined) {
    const all = typeof value === 'object' ? value : [typeof value === 'boolean' ? (value ? 'yes' : 'no') : value]
    for (const each of all) await put(page, one, each)
    return true
  }
  if (typeof value === 'string' && controls.some((control) => control.name === `${name}-day`)) {
    await date(page, name, value)
    return true
  }
  if (typeof value === 'object' && controls.some((control) => control.name === `${name}-name`)) {
    await page.locator(`main [name="${name}-name"]`).fill(value[0] ?? '')
    // Where there is only one part, nobody is asked for it.
    const asksPart = controls.some((control) => control.name === `${name}-part`)
    if (value[1] !== undefined && asksPart) await page.locator(`main [name="${name}-part"]`).selectOption(value[1])
    return true
  }
  return false
}

async function put(page: Page, { name, type }: Control, value: string): Promise<void> {
  const at = page.locator(`main [name="${name}"]`)
  if (type === 'radio' || type === 'checkbox') await page.locator(`main [name="${name}"][value="${value}"]`).check()
  else if (type === 'select-one') await at.selectOption(value)
  else await at.fill(value)
}

async function date(page: Page, name: string, value: string): Promise<void> {
  const [day = '', time] = value.split(' ')
  const parts = day.split('-')
  for (const [index, part] of ['year', 'month', 'day'].entries())
    await page.locator(`main [name="${name}-${part}"]`).fill(parts[index] ?? '')
  if (time !== undefined) await page.locator(`main [name="${name}-time"]`).fill(time)
}

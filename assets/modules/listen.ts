/** What is read, in the order of the page: the question, its help, the answers and the buttons; and what a page says that asks nothing. */
const READ = [
  'h1, .kept-kind, .govuk-error-message, legend, .govuk-hint, label, button.kept-big, a.kept-big',
  '.kept-lede p, .kept-call a, .kept-alert h2, .kept-alert p, .kept-help li, .kept-ways a',
  '.kept-receipt h2, .kept-receipt p, .kept-says li, .kept-talk p',
].join(', ')

/**
 * Reads the form around a button aloud, or one question of it, or a page that is no form, with a voice of this device only: no
 * word of the page goes to another machine, and it reads without a connection.
 */
export function readAloud(page: Document, window: Window & typeof globalThis): void {
  const speech = window.speechSynthesis
  const button = page.querySelector<HTMLButtonElement>('[data-module="kept-listen"]')
  const form = button?.closest('form') ?? null
  const root = form ?? page.querySelector('main')
  if (button === null || root === null || speech === undefined) return

  const ones = (form === null ? [] : questionsOf(form)).map((question) => ({
    question,
    button: buttonFor(page, question, button),
  }))
  const showIfItCanSpeak = () => {
    const mute = voiceOf(speech, page) === undefined
    for (const one of [button, ...ones.map((each) => each.button)]) one.hidden = mute
  }
  showIfItCanSpeak()
  // Some browsers find their voices only after the page has been drawn.
  speech.addEventListener?.('voiceschanged', showIfItCanSpeak)

  const words = button.querySelector('span')
  const says = words?.textContent ?? ''
  let marked: Element | null = null
  const mark = (element: Element | null) => {
    marked?.classList.remove('kept-read-now')
    marked = element
    marked?.classList.add('kept-read-now')
  }
  const show = (one: HTMLButtonElement, reading: boolean) => {
    one.setAttribute('aria-pressed', String(reading))
    if (one === button && words !== null) words.textContent = reading ? (button.dataset.stop ?? says) : says
  }
  const stop = () => {
    speech.cancel()
    quiet()
  }
  const quiet = () => {
    mark(null)
    for (const one of [button, ...ones.map((each) => each.button)]) show(one, false)
  }
  const speak = (parts: readonly Element[], from: HTMLButtonElement) => {
    const reading = from.getAttribute('aria-pressed') === 'true'
    stop()
    const voice = voiceOf(speech, page)
    if (reading || voice === undefined) return
    parts.forEach((element, at) => {
      const line = new window.SpeechSynthesisUtterance(textOf(element))
      line.voice = voice
      line.lang = voice.lang
      line.rate = 0.9
      line.onstart = () => mark(element)
      if (at === parts.length - 1) line.onend = quiet
      speech.speak(line)
    })
    show(from, true)
  }
  button.addEventListener('click', () => speak(partsOf(root), button))
  for (const one of ones) one.button.addEventListener('click', () => speak(partsOf(one.question), one.button))
  // Somebody leaves the page in a hurry: nothing may go on speaking.
  window.addEventListener('pagehide', () => speech.cancel())
  page.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('.govuk-exit-this-page') !== null) stop()
  })
}

function voiceOf(speech: SpeechSynthesis, page: Document): SpeechSynthesisVoice | undefined {
  const language = (page.documentElement.lang || 'en').slice(0, 2)
  const own = speech.getVoices().filter((voice) => voice.localService && voice.lang.startsWith(language))
  return own.find((voice) => voice.lang.endsWith('GB')) ?? own[0]
}

const partsOf = (root: Element): Element[] =>
  [...root.querySelectorAll(READ)].filter((element) => textOf(element) !== '' && element.getClientRects().length > 0)

// A code is read number by number, as it is written down.
const textOf = (element: Element): string => {
  const text = (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
  return element.matches('.kept-receipt__digits') ? [...text.replaceAll(' ', ',')].join(' ') : text
}

/** Each question of the form: a group of answers, or a field with its label. */
const questionsOf = (root: Element): Element[] =>
  [...root.querySelectorAll('fieldset, .govuk-form-group')].filter(
    (element) =>
      element.querySelector('legend, label') !== null &&
      element.querySelector('fieldset') === null &&
      element.parentElement?.closest('fieldset') == null,
  )

/** A small button beside a question that reads this question and its answers alone. */
function buttonFor(page: Document, question: Element, like: HTMLButtonElement): HTMLButtonElement {
  const button = page.createElement('button')
  button.type = 'button'
  button.className = 'kept-listen kept-listen--one'
  button.hidden = true
  button.setAttribute('aria-pressed', 'false')
  const asks = question.querySelector('legend, label')
  button.setAttribute('aria-label', `${like.dataset.one ?? 'Listen'}: ${asks === null ? '' : textOf(asks)}`)
  const icon = like.querySelector('svg')
  if (icon !== null) button.append(icon.cloneNode(true))
  if (asks?.tagName === 'LEGEND') asks.after(button)
  else question.prepend(button)
  return button
}

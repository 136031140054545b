/** What is read, in the order of the page: the question, its help, the answers and the buttons. */
const READ = 'h1, .kept-kind, .govuk-error-message, legend, .govuk-hint, label, button.kept-big, a.kept-big'

/** Reads the form around a button aloud, with a voice of this device only: no word of the page goes to another machine. */
export function readAloud(page: Document, window: Window & typeof globalThis): void {
  const speech = window.speechSynthesis
  const button = page.querySelector<HTMLButtonElement>('[data-module="kept-listen"]')
  const root = button?.closest('form') ?? page.querySelector('main')
  if (button === null || root === null || speech === undefined) return

  const showIfItCanSpeak = () => {
    button.hidden = voiceOf(speech, page) === undefined
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
  const show = (reading: boolean) => {
    button.setAttribute('aria-pressed', String(reading))
    if (words !== null) words.textContent = reading ? (button.dataset.stop ?? says) : says
    if (!reading) mark(null)
  }
  const stop = () => {
    speech.cancel()
    show(false)
  }
  button.addEventListener('click', () => {
    const reading = button.getAttribute('aria-pressed') === 'true'
    stop()
    const voice = voiceOf(speech, page)
    if (reading || voice === undefined) return
    const parts = partsOf(root)
    parts.forEach((element, at) => {
      const line = new window.SpeechSynthesisUtterance(textOf(element))
      line.voice = voice
      line.lang = voice.lang
      line.rate = 0.9
      line.onstart = () => mark(element)
      if (at === parts.length - 1) line.onend = () => show(false)
      speech.speak(line)
    })
    show(true)
  })
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
  [...root.querySelectorAll(READ)].filter((element) => textOf(element) !== '')

const textOf = (element: Element): string => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim()

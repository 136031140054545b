import type { Web } from '#platform/web/server.ts'

/** The fields of a form. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

export interface RequestOptions {
  /** Other headers; `undefined` leaves one of the usual out. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  /** Another token, or none. */
  readonly csrf?: string | null
}

/** What came back. */
export interface Answer {
  readonly status: number
  readonly body: string
  /** The page's words, without markup. */
  readonly text: string
  /** Where a redirect leads. */
  readonly location: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly forms: readonly PageForm[]
  /** The form that posts to an address. */
  form(action: string): PageForm
}

/** A form of a page, with what its fields hold. */
export interface PageForm {
  readonly action: string
  readonly method: string
  readonly fields: Readonly<Record<string, string>>
}

interface Injected {
  readonly statusCode: number
  readonly body: string
  readonly headers: Answer['headers']
}

/** A browser without scripts: it keeps cookies, and sends what a form holds. */
export class Browser {
  /** The token for forms that are sent without looking at a page first. */
  csrf: string | null = null
  readonly #app: Web
  readonly #origin: string
  readonly #cookies = new Map<string, string>()

  constructor(app: Web, origin: string) {
    this.#app = app
    this.#origin = origin
  }

  /** Takes a Set-Cookie value. */
  keep(setCookie: string): void {
    const [pair = '', ...rules] = setCookie.split(';')
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1)]
    if (rules.some((rule) => /^\s*max-age=0\s*$/i.test(rule)) || value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }

  /** Forgets everything, as a browser does that is closed. */
  forget(): void {
    this.#cookies.clear()
    this.csrf = null
  }

  /** The Cookie header as it would be sent. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get(path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.#send({ method: 'GET', url: path }, { ...options.headers })
  }

  /** Sends fields to an address, with the token of the last page seen unless told. */
  post(path: string, fields: Fields, options: RequestOptions = {}): Promise<Answer> {
    const token = options.csrf === undefined ? this.csrf : options.csrf
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    if (token !== null && !body.has('_csrf')) body.append('_csrf', token)
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...this.#ownPage(), ...options.headers }
    return this.#send({ method: 'POST', url: path, payload: body.toString() }, headers)
  }

  /** Opens a page and sends its form for an address, with other values in some fields. */
  async submit(page: string, action: string, fields: Fields = {}, options: RequestOptions = {}): Promise<Answer> {
    const form = (await this.get(page)).form(action)
    return this.post(form.action, { ...form.fields, ...fields }, options)
  }

  /** Sends a file with text fields, as a multipart form does. */
  upload(path: string, fields: Readonly<Record<string, string>>, file: UploadedFile): Promise<Answer> {
    const edge = 'edge-of-a-part'
    const parts = Object.entries(fields).map(
      ([name, value]) => `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    const payload = Buffer.concat([
      Buffer.from(parts.join('')),
      Buffer.from(
        `--${edge}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: ${file.type}\r\n\r\n`,
      ),
      Buffer.from(file.content),
      Buffer.from(`\r\n--${edge}--\r\n`),
    ])
    const headers = { 'content-type': `multipart/form-data; boundary=${edge}`, ...this.#ownPage() }
    return this.#send({ method: 'POST', url: path, payload }, headers)
  }

  // What a browser adds when the form is on our own page.
  #ownPage(): Record<string, string> {
    return { origin: this.#origin, 'sec-fetch-site': 'same-origin' }
  }

  async #send(
    request: { method: 'GET' | 'POST'; url: string; payload?: string | Buffer },
    headers: Record<string, string | undefined>,
  ): Promise<Answer> {
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
    const cookie = this.cookie === '' ? {} : { cookie: this.cookie }
    const answer = answerOf(await this.#app.inject({ ...request, headers: { ...cookie, ...sent } }))
    for (const line of [answer.headers['set-cookie']].flat()) if (typeof line === 'string') this.keep(line)
    const token = answer.forms.find((form) => form.fields._csrf !== undefined)?.fields._csrf
    if (token !== undefined) this.csrf = token
    return answer
  }
}

export interface UploadedFile {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly content: string | Buffer
}

/** Reads an answer of the application. */
export function answerOf({ statusCode, body, headers }: Injected): Answer {
  const forms = readForms(body)
  return {
    status: statusCode,
    body,
    // Few tests look at it, and a large page takes a while.
    get text() {
      return wordsOf(body)
    },
    location: typeof headers.location === 'string' ? headers.location : undefined,
    headers,
    forms,
    form(action) {
      const found = forms.find((form) => form.action.split('?')[0] === action || form.action === action)
      if (found === undefined)
        throw new Error(`the page has no form for ${action}: ${forms.map((form) => form.action)}`)
      return found
    },
  }
}

function readForms(html: string): PageForm[] {
  return [...html.matchAll(/<form\b((?:[^>"]|"[^"]*")*)>(.*?)<\/form>/gs)].map(([, head = '', inside = '']) => ({
    action: attribute(head, 'action') ?? '',
    method: attribute(head, 'method') ?? 'get',
    fields: Object.fromEntries([...inputsOf(inside), ...textareasOf(inside), ...selectsOf(inside)]),
  }))
}

function inputsOf(html: string): [string, string][] {
  return [...html.matchAll(/<input\b((?:[^>"]|"[^"]*")*)>/g)].flatMap(([, head = '']) => {
    const [name, type] = [attribute(head, 'name'), attribute(head, 'type') ?? 'text']
    const chosen = (type !== 'radio' && type !== 'checkbox') || /\schecked\b/.test(head)
    return name === null || !chosen ? [] : [[name, attribute(head, 'value') ?? '']]
  })
}

const textareasOf = (html: string): [string, string][] =>
  [...html.matchAll(/<textarea\b((?:[^>"]|"[^"]*")*)>(.*?)<\/textarea>/gs)].flatMap(([, head = '', text = '']) => {
    const name = attribute(head, 'name')
    return name === null ? [] : [[name, unescaped(text)]]
  })

// What stands chosen in drop-downs; a test that leaves one at its first line says so itself.
const selectsOf = (html: string): [string, string][] =>
  [...html.matchAll(/<select\b((?:[^>"]|"[^"]*")*)>(.*?)<\/select>/gs)].flatMap(([, head = '', options = '']) => {
    const name = attribute(head, 'name')
    const chosen = [...options.matchAll(/<option\b((?:[^>"]|"[^"]*")*)>/g)].find(([, of = '']) =>
      /\sselected\b/.test(of),
    )
    return name === null || chosen === undefined ? [] : [[name, attribute(chosen[1] ?? '', 'value') ?? '']]
  })

function attribute(head: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(head)?.[1]
  return found === undefined ? null : unescaped(found)
}

const wordsOf = (html: string): string => unescaped(html.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')

const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

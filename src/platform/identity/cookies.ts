/** The session cookie: its name, and the values of Set-Cookie. */
export interface SessionCookie {
  readonly name: string
  set(token: string): string
  clear(): string
  /** The token in a Cookie header, if it looks like one. */
  read(header: string | undefined): string | null
}

const TOKEN = /^[\w-]{43}$/

/** Cookies that a script cannot read and another site cannot send along with a form. */
export function sessionCookie(secure: boolean): SessionCookie {
  // `__Host-` makes browsers refuse the cookie from a subdomain or without TLS; over plain HTTP they refuse the prefix.
  const name = secure ? '__Host-kept' : 'kept'
  const rules = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    name,
    // No Max-Age: on a shared computer the session ends with the browser.
    set: (token) => `${name}=${token}; ${rules}`,
    clear: () => `${name}=; ${rules}; Max-Age=0`,
    read: (header) => tokenIn(header ?? '', name),
  }
}

function tokenIn(header: string, name: string): string | null {
  const values = header
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(`${name}=`))
    .map((part) => part.slice(name.length + 1))
  // Two cookies of one name: somebody planted one. Neither is believed.
  const [value] = values
  return values.length === 1 && value !== undefined && TOKEN.test(value) ? value : null
}

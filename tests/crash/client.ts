import { answerOf } from '#tests/support/browser.ts'

/** What a client was promised: the address of a case whose opening was answered. */
export interface Promised {
  readonly incidents: string[]
  /** Looks at a case that were answered. */
  looks: number
}

/** Opens cases and looks at them, one after the other, until the server is gone. */
export async function openCases(url: string, cookie: string, promised: Promised): Promise<void> {
  const headers = { cookie, origin: url, 'sec-fetch-site': 'same-origin' }
  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`, { headers, redirect: 'manual' })
    return answerOf({ statusCode: response.status, headers: {}, body: await response.text() })
  }
  try {
    const page = await get('/incidents/new')
    if (page.status !== 200) throw new Unexpected(`the form was answered with ${page.status}`)
    const { fields } = page.form('/incidents/new')
    for (;;) {
      const sent = new URLSearchParams({ ...fields, ...CASE })
      const response = await fetch(`${url}/incidents/new`, { method: 'POST', body: sent, headers, redirect: 'manual' })
      await response.body?.cancel()
      const opened = response.headers.get('location')
      if (response.status === 303 && opened !== null) promised.incidents.push(opened.split('/').at(-1) ?? '')
      else if (response.status < 500) throw new Unexpected(`a case was answered with ${response.status}`)
      if (opened !== null && (await get(opened)).status === 200) promised.looks += 1
    }
  } catch (fault) {
    // The connection ended because the server did: that is what this is about.
    if (fault instanceof Unexpected) throw fault
  }
}

class Unexpected extends Error {}

const CASE = {
  title: 'A message that hurt',
  'happened_at-time': '10:15',
  room: 'Room 4',
  device_used: 'Tablet 12',
  kind: 'cyberbullying',
  details: 'Words in a group chat, written while the power may fail at any moment.',
}

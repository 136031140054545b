import { createTransport } from 'nodemailer'
import { BadInput } from '#core/errors.ts'
import { type ComposedMail, composeMail, isAddress, isReachable, type Mail } from './compose-mail.ts'

/** The way out for mail; with `outboxOnly` there is none, and mail is read on the outbox page. */
export interface MailTransport {
  readonly sends: boolean
  deliver(mail: ComposedMail): Promise<void>
  close(): void
}

/** The mail server did not take a message. It carries codes only: an answer could repeat the address. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
  readonly code = 'mail.refused'
  /** Whether trying again is of no use. */
  readonly permanent: boolean
  constructor(reason: string, permanent: boolean) {
    super(`the mail server did not take a message (${reason})`)
    this.permanent = permanent
  }
}

/** No mail leaves; for installations without a mail server. */
export const outboxOnly: MailTransport = {
  sends: false,
  deliver: () => Promise.reject(new Error('nothing is sent from here')),
  close: () => {},
}

/** The transport that the settings ask for. */
export function createMailTransport(settings: {
  readonly smtpUrl: string | null
  readonly from: string
}): MailTransport {
  return settings.smtpUrl === null ? outboxOnly : smtpTransport(new URL(settings.smtpUrl), settings.from)
}

/** Sends a message now, or says that it stays: no mail server, or an address that can reach nobody. */
export async function sendMail(transport: MailTransport, mail: Mail): Promise<'sent' | 'kept'> {
  const composed = composeMail(mail)
  if (!isAddress(composed.to)) throw new BadInput('mail.address', 'This is not one mail address')
  if (!transport.sends || !isReachable(composed.to)) return 'kept'
  await transport.deliver(composed)
  return 'sent'
}

function smtpTransport(url: URL, from: string): MailTransport {
  const transporter = createTransport({
    url: url.href,
    // A password never crosses a network in the clear; a relay on this machine needs none of it.
    requireTLS: url.password !== '' && !/^(localhost|127\..*|\[::1\])$/.test(url.hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    sends: true,
    async deliver({ to, subject, text, html }) {
      // Asks other programs not to answer, so that an absence note does not come back for each reminder.
      const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
      try {
        await transporter.sendMail({ from, to: { name: '', address: to }, subject, text, html, headers })
      } catch (fault) {
        throw refusal(fault)
      }
    },
    close: () => transporter.close(),
  }
}

function refusal(fault: unknown): MailRefused {
  const answer = fault instanceof Error && 'responseCode' in fault ? Number(fault.responseCode) : 0
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown'
  return new MailRefused(answer === 0 ? code : `${code} ${answer}`, answer >= 500 && code !== 'EAUTH')
}

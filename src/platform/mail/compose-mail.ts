/** A message as the rest of the program writes it: plain text of our own, to one person. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A message that is ready to leave: harmless headers, the text, and the same text as plain HTML. */
export interface ComposedMail extends Mail {
  readonly html: string
}

/** Makes a message ready. What people typed may be anywhere in it, so nothing in it can become a header or markup. */
export function composeMail(mail: Mail): ComposedMail {
  const text = mail.text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
  return { to: mail.to.trim(), subject: oneLine(mail.subject), text, html: asHtml(text) }
}

const MOST = 200

/** One line of a header: line ends become spaces, and what hides or turns text goes. */
function oneLine(subject: string): string {
  const line = subject
    .toWellFormed()
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()
  const letters = [...line]
  return letters.length > MOST ? `${letters.slice(0, MOST - 1).join('')}…` : line
}

function asHtml(text: string): string {
  const paragraphs = text.trim().split(/\n{2,}/)
  const body = paragraphs.map((paragraph) => `<p>${linked(paragraph).replaceAll('\n', '<br>')}</p>`).join('\n')
  return `<!doctype html>\n<html lang="en">\n<body>\n${body}\n</body>\n</html>\n`
}

/** Escapes a text and makes its web addresses pressable; a full stop after one is not part of it. */
function linked(text: string): string {
  const parts = text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}’”'])/)
  return parts
    .map((part, at) => (at % 2 === 0 ? escaped(part) : `<a href="${escaped(part)}">${escaped(part)}</a>`))
    .join('')
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)

// Set aside by RFC 2606 and 6761: nobody can have them, and the sample school's people do.
const NOBODYS = /(^|\.)(example(\.(com|net|org))?|test|invalid|localhost|local)$/i

/** Whether mail to an address can reach a person at all. */
export const isReachable = (address: string): boolean =>
  !NOBODYS.test(address.slice(address.lastIndexOf('@') + 1).trim())

/** Whether a text is one mail address and nothing besides. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s\p{Cc}@<>()[\],;:\\"]{1,64}@[^\s\p{Cc}@<>()[\],;:\\"]+$/u.test(text)

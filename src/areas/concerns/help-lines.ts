import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'

/** Somebody outside the school who helps: who, and how to reach them. */
export interface HelpLine {
  readonly who: string
  readonly contact: string
}

// Whoever is in danger reads three names, not ten.
const MOST = 3

/** Whom one can ring: an address is for later. */
export const canBeRung = ({ contact }: HelpLine): boolean => /\d{3}/.test(contact)

/** Whom to ring first. */
export const ringable = (lines: readonly HelpLine[]): readonly HelpLine[] => lines.filter(canBeRung).slice(0, MOST)

const EMERGENCY: HelpLine = { who: 'In danger now', contact: '999' }
// The pack's page on where to turn for help.
const DOCUMENT = 'help_and_advice'

/** The pack's lines of help, one for each paragraph "who: how to reach them", the emergency first. */
export function helpLines(policy: PolicyInForce): HelpLine[] {
  const body = policy.pack.documents[DOCUMENT]?.body
  const lines = body === undefined ? [] : textOf(body).split(/\n+/).flatMap(readLine)
  return lines.some((line) => line.contact.startsWith('999')) ? lines : [EMERGENCY, ...lines]
}

function readLine(text: string): HelpLine[] {
  const at = text.lastIndexOf(': ')
  if (at < 0) return []
  return [
    {
      who: text.slice(0, at).trim(),
      contact: text
        .slice(at + 2)
        .trim()
        .replace(/\.$/, ''),
    },
  ]
}

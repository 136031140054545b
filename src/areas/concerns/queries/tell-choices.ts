import { readSchools } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import { helpContacts } from '#areas/records/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { TellChoices } from '../forms.ts'
import type { HelpLine } from '../help-lines.ts'
import { helpLines } from '../help-lines.ts'
import { mayBringFiles } from '../may-bring-files.ts'
import { isEasy } from '../tell-steps.ts'
import type { Teller } from '../tellers.ts'
import type { Worry } from '../worries.ts'
import { allWorries, KINDS, postsToKeepOut, worriesFor } from '../worries.ts'

export interface FormFacts extends TellChoices {
  readonly teller: Teller
  readonly worries: readonly Worry[]
  readonly schools: readonly { readonly id: string; readonly name: string }[]
  readonly posts: readonly { readonly value: string; readonly text: string }[]
  readonly lines: readonly HelpLine[]
  /** Whether a worry may bring a photo or a document. */
  readonly takesFiles: (worry: string) => boolean
}

// What a child is shown of the lines of help: for the smallest whom to call and whom to talk to, nothing for professionals.
const LINES: Readonly<Partial<Record<Teller, number>>> = { young: 2, middle: 3, older: 6 }

/** The lines of help that fit whoever tells. */
export function linesFor(policy: PolicyInForce, teller: Teller): HelpLine[] {
  const lines = helpLines(policy)
  const most = LINES[teller]
  return most === undefined ? lines : lines.filter((line) => !/\b(adults|staff)\b/i.test(line.who)).slice(0, most)
}

/**
 * Whom the school itself says to ring: those of its registers of contacts who have a number and help this kind of person.
 * For the smallest there are enough numbers already.
 */
export async function schoolLines(tx: Tx, policy: PolicyInForce, teller: Teller | null): Promise<HelpLine[]> {
  if (teller === 'young') return []
  const contacts = await helpContacts(tx, policy, null)
  return contacts
    .filter(
      ({ phone, helps }) => phone !== '' && (helps.length === 0 || helps.some((party) => isFor(policy, party, teller))),
    )
    .slice(0, MOST_OF_SCHOOL)
    .map(({ name, phone }) => ({ who: name, contact: phone }))
}

const MOST_OF_SCHOOL = 6

const isFor = ({ pack }: PolicyInForce, name: string, teller: Teller | null): boolean => {
  const party = pack.parties[name.slice('party/'.length)]
  return teller === null || (party?.kind === 'audience' && party.of.some((kind) => KINDS[teller].includes(kind)))
}

/** What the form of telling shows to this kind of person. */
export async function readFormFacts(tx: Tx, teller: Teller): Promise<FormFacts> {
  const policy = await policyInForce(tx)
  return {
    teller,
    worries: worriesFor(policy, teller),
    schools: await readSchools(tx),
    posts: isEasy(teller) ? [] : postsToKeepOut(policy),
    lines: [...linesFor(policy, teller), ...(await schoolLines(tx, policy, teller))],
    takesFiles: (worry) => mayBringFiles(policy, worry),
    young: teller === 'young',
  }
}

/** What the form shows to a member of staff who writes down what somebody else told: every worry of the policy. */
export async function readEntryFacts(tx: Tx): Promise<FormFacts> {
  const facts = await readFormFacts(tx, 'staff')
  const worries = allWorries(await policyInForce(tx)).map(({ value, text }) => ({
    id: value,
    text,
    hint: null,
    picture: null,
  }))
  return { ...facts, worries }
}

import { textOf } from '#areas/policy/index.ts'
import { newId } from '#core/ids.ts'
import { say } from '#core/messages/say.ts'
import { kindOfLetter, SUBJECT } from '#pack/engines/actions/kinds.ts'
import { fillLetter } from '#pack/engines/letters/fill-letter.ts'
import { LETTER } from '#pack/engines/letters/letter-record.ts'
import type { Effect } from '#pack/types/effect.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { endSteps } from '../commands/end-record.ts'
import { openFollowing } from '../commands/open-following.ts'
import { fromPart } from '../people.ts'
import type { Carrying } from './carry-one.ts'
import { type LetterReader, letterReaders } from './letter-readers.ts'
import { letterValues } from './letter-values.ts'
import { whom } from './whom.ts'

type LetterEffect = Extract<Effect, { letter: string }>

/**
 * Writes a letter of the pack for each person whom it is about, and keeps it with the case. Those whom a mail can reach are
 * let in to read it and told that it waits; the mail says no more, for others may hold the phone. Whatever cannot go so
 * stands open for whoever handles the case: a blank in it, no address, or somebody who may not see the case.
 */
export async function writeLetter(tx: Tx, carrying: Carrying, effect: LetterEffect): Promise<void> {
  const about = aboutWhom(carrying)
  for (const person of about.length === 0 ? [null] : about) await writeOne(tx, carrying, effect, person)
}

// A letter may be about somebody who is only described.
const aboutWhom = ({ record, run, due }: Carrying): readonly string[] =>
  due.branch === null ? whom(record, run, due) : [due.branch]

async function writeOne(tx: Tx, carrying: Carrying, effect: LetterEffect, about: string | null): Promise<void> {
  const { policy, record, due } = carrying
  const id = partsOf(effect.letter)?.id ?? ''
  const document = policy.pack.documents[id]
  if (document?.body === undefined) return
  const readers = await letterReaders(tx, carrying, effect.to ?? 'subject', about)
  const values = await letterValues(tx, carrying, effect, { about, readers })
  const written = fillLetter(textOf(document.body), values)
  const person = about === null ? null : fromPart({ person: about, part: SUBJECT })
  const opened = await openFollowing(
    tx,
    contextOf(tx).actor,
    policy,
    {
      kind: kindOfLetter(id),
      schoolId: record.school_id,
      title: textOf(document.says).slice(0, 200),
      category: null,
      occurredAt: null,
      fields: {
        [LETTER.to]: readers.map((one) => one.name).join(' and '),
        [LETTER.text]: written.text,
        ...(written.missing.length === 0
          ? {}
          : { [LETTER.blanks]: written.missing.map((name) => name.replaceAll('_', ' ')).join(', ') }),
      },
      people: person === null ? [] : [person],
    },
    { id: record.id, circle: record.circle, effect: about === null ? due.key : `${due.key}~${about}` },
  )
  const reached = readers.length > 0 && readers.every((one) => one.email !== null)
  if (opened !== null && reached && written.missing.length === 0) await send(tx, opened.id, readers)
}

async function send(tx: Tx, letterId: string, readers: readonly LetterReader[]): Promise<void> {
  const { actor, clock } = contextOf(tx)
  for (const { personId, email } of readers) {
    if (personId === null || email === null) continue
    await tx
      .insertInto('app.record_reader')
      .values({ organisation_id: actor.organisationId, record_id: letterId, person_id: personId, because: 'named' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .insertInto('app.mail')
      .values({
        organisation_id: actor.organisationId,
        id: newId(clock),
        to_person_id: personId,
        to_address: email,
        subject: say('en', 'letter.mail.subject'),
        body: say('en', 'letter.mail.body'),
        written_at: nowText(tx),
      })
      .execute()
  }
  await enqueue(tx, 'send_mail', {}, { key: `mail:${actor.organisationId}` })
  await endSteps(tx, letterId, 'closed')
}

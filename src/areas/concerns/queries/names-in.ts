import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { capitalWords } from '../you-said.ts'

/** What a text gives away: words that people of the organisation have as a name, and whole names. */
export interface NamesFound {
  readonly words: readonly string[]
  readonly whole: readonly string[]
}

/** Looks for names of people whom the school knows, those who have left too. */
export async function namesIn(tx: Tx, text: string): Promise<NamesFound> {
  const words = capitalWords(text)
  if (words.length === 0) return { words: [], whole: [] }
  const lower = words.map((word) => word.toLowerCase())
  const { rows } = await asSystem(tx, () =>
    sql<{ given: string; family: string; preferred: string | null }>`
      select distinct lower(p.given_name) as given, lower(p.family_name) as family, lower(p.preferred_name) as preferred
        from app.person p
       where p.organisation_id = ${contextOf(tx).actor.organisationId}
         and (string_to_array(lower(p.given_name), ' ') && ${lower} or string_to_array(lower(p.family_name), ' ') && ${lower}
              or lower(p.preferred_name) = any (${lower}))`.execute(tx),
  )
  const known = new Set(rows.flatMap((row) => `${row.given} ${row.family} ${row.preferred ?? ''}`.split(' ')))
  const said = ` ${text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}’'-]+/gu, ' ')} `
  const whole = rows.flatMap((row) =>
    [row.given, row.preferred ?? '']
      .filter((first) => first !== '' && said.includes(` ${first} ${row.family} `))
      .map((first) => `${first} ${row.family}`),
  )
  return { words: words.filter((word) => known.has(word.toLowerCase())), whole: [...new Set(whole)] }
}

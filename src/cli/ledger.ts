import { systemActor } from '#core/actor.ts'
import type { ChainReport } from '#platform/ledger/verify.ts'
import { verifyChain } from '#platform/ledger/verify.ts'
import { knownOrganisations } from '../stamp.ts'
import type { Command } from './command.ts'
import { print, printJson } from './command.ts'
import { organisationOf, withGround } from './with-ground.ts'

/** `kept ledger verify`: walks every chain and names the first entry that does not hold. */
export const verifyCommand: Command = {
  name: 'ledger verify',
  usage: 'ledger verify [--organisation <slug>] [--json]',
  says: 'walks the ledger from its first entry',
  options: { organisation: 'value' },
  run: ({ flags, values }, config) =>
    withGround(config(), async (ground) => {
      const organisations =
        values.organisation === undefined
          ? await knownOrganisations(ground.db)
          : [await organisationOf(ground, values.organisation)]
      const reports: (ChainReport & { organisation: string })[] = []
      for (const { organisationId, slug } of organisations) {
        for (const chain of ['main', 'read'] as const) {
          const report = await ground.db.inTx(systemActor(organisationId, 'ledger/verify'), (tx) =>
            verifyChain(tx, chain),
          )
          reports.push({ organisation: slug, ...report })
          if (!flags.has('json')) print(say(slug, report))
        }
      }
      if (flags.has('json')) printJson({ holds: reports.every((report) => report.bad === null), chains: reports })
      return reports.every((report) => report.bad === null) ? 0 : 1
    }),
}

function say(slug: string, { chain, entries, erasedByRule, bad, head }: ChainReport): string {
  const name = `${slug}, ${chain === 'main' ? 'changes' : 'looks'}`
  if (bad !== null) return `${name}: does NOT hold. Entry ${bad.seq}: ${bad.says}.`
  return `${name}: ${entries} entries hold${erasedByRule === 0 ? '' : `, the details of ${erasedByRule} erased by rule`}. Seal ${head.slice(0, 12)}.`
}

import { policyInForce, readBoard } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import type { Command } from './command.ts'
import { print, printJson } from './command.ts'
import { organisationOf, withGround } from './with-ground.ts'

/** `kept clauses --organisation <slug>`: how every clause stands, as the board shows it. */
export const clausesCommand: Command = {
  name: 'clauses',
  usage: 'clauses --organisation <slug> [--json]',
  says: 'how every clause stands',
  options: { organisation: 'value' },
  run: ({ flags, values }, config) =>
    withGround(config(), async (ground) => {
      const organisation = await organisationOf(ground, values.organisation)
      const { policy, clauses } = await ground.db.inTx(
        systemActor(organisation.organisationId, 'command-line'),
        async (tx) => {
          const inForce = await policyInForce(tx)
          return { policy: inForce, clauses: await readBoard(tx, inForce) }
        },
      )
      const totals = Object.fromEntries(
        [...Map.groupBy(clauses, (clause) => clause.state)].map(([state, own]) => [state, own.length]),
      )
      if (flags.has('json'))
        printJson({
          organisation: organisation.slug,
          policy: { title: policy.title, version: policy.number },
          totals,
          clauses: clauses.map(({ since, ...clause }) => ({ ...clause, since: since?.toString() ?? null })),
        })
      else for (const clause of clauses) print(`${clause.id}  ${clause.state.padEnd(9)}  ${clause.because}`)
      return 0
    }),
}

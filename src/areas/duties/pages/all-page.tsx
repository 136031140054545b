import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { writeSort } from '#core/sort.ts'
import { isByPerson } from '#pack/engines/duties/register.ts'
import { dutiesIn } from '#pack/engines/measures/check-duty.ts'
import type { Web } from '#platform/web/server.ts'
import { filterOf, listQuery } from '../list-query.ts'
import { partiesIn, sayParty } from '../owners.ts'
import { paths } from '../paths.ts'
import { countAll, MOST_COUNTED } from '../queries/all-duties.ts'
import { AllView } from '../views/all-view.tsx'
import { readAll } from './read-all.ts'

const SIZE = 50

/** Everybody's duties by owner, for those who lead and for governors. */
export async function allPage(app: Web): Promise<void> {
  app.get(
    paths.all.route,
    { schema: { querystring: listQuery }, config: { audit: 'duty.list.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const query = { ...request.query, ids: '' }
      const filter = filterOf(query, SIZE)
      const found = await request.inTx(async (tx) => ({
        ...(await readAll(tx, filter)),
        counts: {
          open: await countAll(tx, { ...filter, view: 'open' }),
          late: await countAll(tx, { ...filter, view: 'late' }),
          done: await countAll(tx, { ...filter, view: 'done' }),
          ahead: await countAll(tx, { ...filter, view: 'ahead' }),
        },
      }))
      const { policy, classes, names } = found
      return reply.view(
        <AllView
          rows={found.rows.map((row) => ({
            ...row,
            owner: sayParty(row.pack, row.party, classes, names),
            doneByName: row.doneBy === null ? null : (names.get(row.doneBy) ?? null),
            clauses: row.asks?.clauses ?? [],
          }))}
          counts={found.counts}
          view={query.view}
          query={{ view: query.view, party: query.party, duty: query.duty, sort: writeSort(filter.sort) }}
          page={query.page}
          size={SIZE}
          most={MOST_COUNTED}
          owners={ownersOf(policy)}
          duties={dutiesOf(policy)}
          now={found.now}
          zone={found.zone}
        />,
      )
    },
  )
}

function ownersOf({ pack }: PolicyInForce): { value: string; text: string }[] {
  const parties = new Set(
    dutiesIn(pack).flatMap(([, duty]) => (isByPerson(duty.for_each) ? [] : partiesIn(duty.owner))),
  )
  return [...parties]
    .map((party) => ({ value: party, text: party === 'class_teachers' ? 'Class teachers' : sayParty(pack, party) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))
}

const dutiesOf = ({ pack }: PolicyInForce): { value: string; text: string }[] =>
  dutiesIn(pack)
    .map(([value, duty]) => ({ value, text: textOf(duty.says) }))
    .sort((a, b) => a.text.localeCompare(b.text, 'en-GB'))

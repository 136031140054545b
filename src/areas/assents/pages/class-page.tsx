import { z } from 'zod'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { sayDay } from '#core/calendar/say-date.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import type { Signer } from '#ui/signing-row/signing-row.tsx'
import { agreementText } from '../agreement-text.ts'
import type { AskingRow } from '../asking.ts'
import { paths } from '../paths.ts'
import { listAskings } from '../queries/list-askings.ts'
import { readClass, readClasses } from '../queries/read-classes.ts'
import { ClassView } from '../views/class-view.tsx'
import { ClassesView } from '../views/classes-view.tsx'
import { assentOptions, onPaper } from './overview-page.tsx'

const MOST = 200
const assentName = z
  .string()
  .regex(/^[a-z0-9_]{0,80}$/)
  .catch('')
const querystring = z.object({ assent: assentName })

/** Agreements by class: how far each is, and the roll of one. */
export async function classPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.classes.route,
    { schema: { querystring }, config: { audit: 'agreement.classes.viewed', access: ['staff'] } },
    async (request, reply) => {
      const { assent } = request.query
      const found = await request.inTx(async (tx) => ({
        policy: await policyInForce(tx),
        classes: await readClasses(tx, assent === '' ? null : assent),
      }))
      return reply.view(<ClassesView classes={found.classes} assent={assent} assents={pupilOptions(found.policy)} />)
    },
  )

  app.get(
    paths.class.route,
    {
      schema: { params: z.object({ id: z.uuid() }), querystring },
      config: { audit: 'agreement.class.viewed', access: ['staff'] },
    },
    async (request, reply) => {
      const found = await request.inTx(async (tx) => {
        const policy = await policyInForce(tx)
        const own = await readClass(tx, request.params.id)
        const filter = { view: 'all', assent: null, classId: own.id, words: '', page: 1, size: MOST * 8 } as const
        return { policy, class: own, settings: await readSettings(tx), rows: await listAskings(tx, filter) }
      })
      const asked = [...new Set(found.rows.map((row) => row.assent))]
      const options = pupilOptions(found.policy).filter((one) => asked.includes(one.value))
      const assent = options.find((one) => one.value === request.query.assent) ?? options[0]
      const rows = found.rows.filter((row) => row.assent === assent?.value)
      const today = parts.clock.now().toZonedDateTimeISO(found.settings.zone).toPlainDate()
      return reply.view(
        <ClassView
          class={found.class}
          title={assent?.text ?? 'Agreements'}
          assent={assent?.value ?? ''}
          assents={options}
          roll={rows.map((row) => signerOf(row, signsInClass(found.policy, row.assent)))}
          inClass={signsInClass(found.policy, assent?.value ?? '')}
          signed={rows.filter((row) => row.state === 'signed').length}
          statements={assent === undefined ? [] : statementsOf(found.policy, assent.value)}
          day={sayDay(today, today)}
          onPaper={onPaper(found.policy).includes(assent?.value ?? '')}
          unsignedIds={rows.filter((row) => row.state === 'open' || row.state === 'partly').map((row) => row.id)}
        />,
      )
    },
  )
}

/** The agreements that are asked about pupils. */
export const pupilOptions = (policy: PolicyInForce): { value: string; text: string }[] =>
  assentOptions(policy).filter((one) => policy.pack.assents[one.value]?.about === 'each_pupil')

const statementsOf = (policy: PolicyInForce, assent: string): string[] =>
  agreementText(policy.pack, assent).statements.map((one) => one.says)

const signsInClass = (policy: PolicyInForce, assent: string): boolean =>
  policy.pack.assents[assent]?.ways.includes('class') === true

// On signing day a name that is still to sign opens its page for the tablet; any other, what was said.
function signerOf(row: AskingRow, inClass: boolean): Signer {
  const base = { name: row.name, href: paths.person.to(row.aboutId) }
  if (row.state === 'signed') return { ...base, state: 'signed' }
  if (row.state === 'withdrawn') return { ...base, state: 'help', says: 'Taken back' }
  if (row.talk || row.state === 'refused') return { ...base, state: 'help', says: 'Wants to talk' }
  const href = inClass ? paths.here.to(row.id, row.aboutId) : base.href
  return row.state === 'partly'
    ? { ...base, href, state: 'todo', says: 'One has signed' }
    : { ...base, href, state: 'todo', says: 'Not signed' }
}

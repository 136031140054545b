import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readSchools } from '#areas/people/index.ts'
import { placesOfSchools, textOf } from '#areas/policy/index.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { setOverlay } from '../commands/set-overlay.ts'
import { asKeeper, keepers } from '../keeper.ts'
import { paths } from '../paths.ts'
import { readDraft } from '../queries/read-draft.ts'
import { inputOf } from '../settle/input.ts'
import { type Point, pointAt } from '../settle/points.ts'
import { readAnswer } from '../settle/read-answer.ts'
import { SchoolsView, type SchoolsViewProps } from '../views/schools-view.tsx'

const params = z.object({ draft: z.uuid() })
const body = z.looseObject({
  do: z.enum(['set', 'clear']),
  setting: z.string().max(60),
  school: z.string().max(40),
})
type Sent = z.infer<typeof body>

/** The values that single schools set more strictly. */
export function schoolsPage(app: Web): void {
  app.get(
    paths.overlays.route,
    { schema: { params }, config: keepers('policy.draft.schools.viewed') },
    async (request, reply) => show(request, reply, request.params.draft),
  )
  app.post(
    paths.overlays.route,
    { schema: { params, body }, config: keepers('policy.draft.schools.sent') },
    async (request, reply) => {
      const { draft } = request.params
      const sent = request.body
      const field = `v-${sent.setting}-${sent.school}`
      try {
        const fault = await asKeeper(request, (tx) => carryOut(tx, request, draft, sent))
        if (fault !== null) return await show(request, reply.code(400), draft, { [field]: fault })
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault
        return show(request, reply.code(409), draft, { [field]: fault.message })
      }
      return reply.flash('Set.').redirect(paths.overlays.to(draft, `#setting-${sent.setting}`), 303)
    },
  )
}

async function carryOut(tx: Tx, request: FastifyRequest, draftId: string, sent: Sent): Promise<string | null> {
  const school = (await readSchools(tx)).find(({ id }) => id === sent.school)
  if (school === undefined) throw new NotFound('school.missing')
  const { pack } = await readDraft(tx, draftId)
  const reader = new FormReader(sent)
  const to = sent.do === 'clear' ? null : readAnswer(reader, pack, pointOf(pack, sent.setting))
  const form = reader.done(to)
  if (hasErrors(form)) return Object.values(form.errors).join('. ')
  const value = to === undefined || to === null ? null : typeof to === 'object' ? [...to] : to
  await setOverlay(tx, request.person(), { draftId, school, setting: sent.setting, to: value })
  return null
}

/** A setting as a point, whether its value is plain or says where it comes from. */
function pointOf(pack: Pack, id: string, own?: unknown): Point {
  const setting = pack.settings[id]
  if (setting === undefined) throw new NotFound('policy.setting.missing')
  const place = `settings/${id}/value`
  const point = pointAt(pack, place, false)
  const base: unknown = point?.value
  const value = own ?? (typeof base === 'object' && base !== null && 'value' in base ? base.value : base)
  return {
    place,
    kind: 'value',
    open: false,
    title: textOf(setting.says),
    sentence: '',
    clauses: setting.clauses,
    confidence: null,
    by: null,
    value: { value },
  }
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  errors?: Readonly<Record<string, string>>,
) {
  const view = await asKeeper(request, (tx) => readView(tx, id, errors ?? {}))
  return reply.view(<SchoolsView {...view} {...(errors === undefined ? {} : { errors })} />)
}

async function readView(tx: Tx, id: string, errors: Readonly<Record<string, string>>): Promise<SchoolsViewProps> {
  const { title, pack } = await readDraft(tx, id)
  const schools = await readSchools(tx)
  const places = await placesOfSchools(tx, pack)
  const ownOf = (school: string, setting: string) =>
    Object.values(pack.overlays)
      .find((overlay) => overlay.school === places.get(school))
      ?.sets.find((one) => one.setting === `setting/${setting}`)?.to
  return {
    draft: { id, title },
    settings: Object.entries(pack.settings)
      .filter(([, setting]) => setting.stricter !== undefined)
      .map(([setting, { says, unit, stricter }]) => ({
        id: setting,
        says: textOf(says),
        base: `${sayValue(pointOf(pack, setting).value)}${unit === undefined ? '' : ` ${textOf(unit)}`}`,
        direction: DIRECTIONS[stricter ?? 'narrower'],
        schools: schools.map((school) => {
          const own = ownOf(school.id, setting)
          return {
            id: school.id,
            name: school.name,
            own: own === undefined ? null : sayValue({ value: own }),
            control: inputOf(pack, pointOf(pack, setting, own)),
            error: errors[`v-${setting}-${school.id}`],
          }
        }),
      })),
  }
}

const DIRECTIONS = {
  higher: 'A school may only go higher.',
  lower: 'A school may only go lower.',
  narrower: 'A school may only allow less.',
} as const

function sayValue(point: unknown): string {
  const value: unknown = typeof point === 'object' && point !== null ? Reflect.get(point, 'value') : point
  if (value === undefined) return 'no value yet'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(', ') : String(value)
}

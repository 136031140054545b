import { beforeAll, describe, expect, test } from 'vitest'
import { beginDraft, readDraft } from '#areas/drafting/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { packToYaml } from '#pack/edit/pack-to-yaml.ts'
import { readPlace } from '#pack/edit/place.ts'
import type { Recipients } from '#pack/types/notify.ts'
import { useApp } from '#tests/support/app.ts'
import type { Fields } from '#tests/support/browser.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { gridFields, gridOf } from './forms/grid.ts'
import { filledWith, formAt } from './part-form.ts'
import { paths } from './paths.ts'
import { writeZip } from './yaml/write-zip.ts'

const t = useDatabase('2026-10-19T08:00:00Z')
const app = useApp(t)
const NAME = 'village-primary'
const world: { head?: PersonActor; lead?: PersonActor; teacher?: PersonActor; draft?: string } = {}
const head = () => the(world.head)
const lead = () => the(world.lead)
const draft = () => the(world.draft)

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  const person = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  world.head = await person('Hazel Brook', 'administrator')
  world.lead = await person('Sam Pritchard', 'administrator')
  world.teacher = await person('Jo Marsh')
  world.draft = await t.as(head(), (tx) =>
    beginDraft(tx, head(), { title: 'For 2027', beganFrom: `pack/${NAME}`, content: packNamed(NAME), says: 'Begun' }),
  )
})

const draftNow = () => t.as(head(), (tx) => readDraft(tx, draft()))
const part = (place: string, more: Record<string, string> = {}) => paths.part.to(draft(), readPlace(place) ?? [], more)

/** Saves the form of a part as somebody who has changed some of its fields. */
async function save(place: string, changes: Fields, options: { as?: PersonActor; based?: number } = {}) {
  const now = await draftNow()
  const filled = filledWith(formAt(now.pack, readPlace(place) ?? []))
  const fields = { ...filled, do: 'save', based: String(options.based ?? now.revision), ...changes }
  return app.post(part(place), fields, options.as ?? head())
}
const clauseNow = async (id: string) => (await draftNow()).pack.clauses.find((clause) => clause.id === id)

describe('the form of a part', () => {
  test('holds what the part says, saves what was changed, and undo takes it back', async () => {
    const page = await app.get(part('clauses/M-002'), head())
    expect(page.status).toBe(200)
    expect(page.body).toContain('Two chairs countersign the approved policy')
    const before = await draftNow()
    expect((await save('clauses/M-002', {})).location).toBe(part('clauses/M-002'))
    expect((await draftNow()).revision).toBe(before.revision)
    expect((await save('clauses/M-002', { 'says/en': 'Two chairs sign it.', strength: 'should' })).status).toBe(303)
    expect(await clauseNow('M-002')).toMatchObject({ says: 'Two chairs sign it.', strength: 'should' })
    const shown = await app.get(part('clauses/M-002'), lead())
    expect(shown.text).toMatch(/Last change, Hazel Brook.*Two chairs sign it/s)
    await app.post(paths.undo.to(draft()), { revision: String(before.revision + 1) }, head())
    const after = await draftNow()
    expect(after.pack).toEqual(before.pack)
    expect(after.revision).toBe(before.revision + 2)
  })

  test('gives back everything that was typed, with the fault beside its field', async () => {
    const before = await draftNow()
    const empty = await save('clauses/M-003', { 'says/en': '', strength: 'may', 'note/en': 'Ask the chair' })
    expect(empty.status).toBe(400)
    expect(empty.body).toContain('Ask the chair')
    expect(empty.body).toMatch(/id="says-error"/)
    const senseless = await save('duties/antivirus_all', { clauses: 'M-182, M-999' })
    expect(senseless.status).toBe(400)
    expect(senseless.text).toContain('There is no clause M-999')
    expect(senseless.body).toContain('value="M-182, M-999"')
    expect((await draftNow()).revision).toBe(before.revision)
    const kept = await save('duties/antivirus_all', { clauses: 'M-182, M-999', do: 'anyway' })
    expect(kept.status).toBe(303)
    expect((await app.get(paths.home.to(draft()), head())).text).toContain('There is no clause M-999')
    await app.post(paths.undo.to(draft()), { revision: String(before.revision + 1) }, head())
  })

  test('is checked without being saved, and says a condition in plain words', async () => {
    const before = await draftNow()
    const checked = await save('parties/pupils', { do: 'check' })
    expect(checked.status).toBe(200)
    expect(checked.text).toContain('Checked; nothing is saved yet')
    expect((await draftNow()).revision).toBe(before.revision)
  })

  test('adds, moves and takes out an entry of a list', async () => {
    const list = readPlace('lists/site_category/values') ?? []
    const values = async () => (await draftNow()).pack.lists.site_category?.values.map(({ id }) => id) ?? []
    const before = await values()
    const { revision } = await draftNow()
    const added = await app.post(
      paths.add.to(draft(), list, { after: the(before[0]) }),
      { 'says/en': 'Sites about gambling', do: 'save', based: String(revision) },
      head(),
    )
    expect(added.status).toBe(303)
    expect(await values()).toEqual([before[0], 'sites_about_gambling', ...before.slice(1)])
    const own = [...list, 'sites_about_gambling']
    await app.post(paths.move.to(draft(), own), { after: '-' }, head())
    expect((await values())[0]).toBe('sites_about_gambling')
    expect((await app.get(paths.remove.to(draft(), own), head())).text).toContain('Sites about gambling')
    await app.post(paths.remove.to(draft(), own), { reason: '' }, head())
    expect(await values()).toEqual(before)
    const unsaid = await app.post(paths.remove.to(draft(), ['clauses', 'M-003']), { reason: '' }, head())
    expect(unsaid.status).toBe(400)
  })
})

describe('two people at once', () => {
  test('both keep what they changed in different fields of one clause', async () => {
    const { revision } = await draftNow()
    await save('clauses/M-004', { strength: 'may' }, { as: lead() })
    await save('clauses/M-004', { 'note/en': 'See the minutes' }, { based: revision })
    expect(await clauseNow('M-004')).toMatchObject({ strength: 'may', note: 'See the minutes' })
  })

  test('the second sees what the first changed, loses nothing, and says which stands', async () => {
    const { revision } = await draftNow()
    await save('clauses/M-005', { 'says/en': 'As Sam wrote it.' }, { as: lead() })
    const met = await save('clauses/M-005', { 'says/en': 'As Hazel wrote it.' }, { based: revision })
    expect(met.status).toBe(409)
    for (const words of ['Sam Pritchard', 'As Sam wrote it', 'As Hazel wrote it', 'Before'])
      expect(met.text).toContain(words)
    expect(await clauseNow('M-005')).toMatchObject({ says: 'As Sam wrote it.' })
    const form = met.form(paths.apply.to(draft()))
    expect((await app.post(form.action, form.fields, head())).status).toBe(303)
    expect(await clauseNow('M-005')).toMatchObject({ says: 'As Hazel wrote it.' })
  })

  test('an undo that comes late takes nothing of somebody else back', async () => {
    const { revision } = await draftNow()
    await save('clauses/M-006', { strength: 'may' }, { as: lead() })
    const late = await app.post(paths.undo.to(draft()), { revision: String(revision) }, head())
    expect(late.location).toBe(paths.history.to(draft()))
    expect(await clauseNow('M-006')).toMatchObject({ strength: 'may' })
  })
})

describe('editors of their own', () => {
  test('cut a clause in two, move clauses to a section, and choose what keeps one', async () => {
    await app.post(
      paths.split.to(draft(), ['clauses', 'M-010']),
      { first: 'One half.', second: 'The other half.' },
      head(),
    )
    const after = await draftNow()
    const at = after.pack.clauses.findIndex(({ id }) => id === 'M-010')
    expect(after.pack.clauses[at]?.says).toBe('One half.')
    const added = the(after.pack.clauses[at + 1])
    expect(added).toMatchObject({ says: 'The other half.', kept_by: after.pack.clauses[at]?.kept_by })
    expect((await app.get(paths.text.to(draft()), head())).text).toContain('Sections and clauses')
    const text = await app.get(paths.text.to(draft(), { section: added.section }), head())
    expect(text.text).toContain('The other half.')
    await app.post(paths.text.to(draft()), { ids: [added.id, 'M-011'], section: 'breaches' }, head())
    const moved = (await draftNow()).pack.clauses.filter(({ section }) => section === 'breaches').map(({ id }) => id)
    expect(moved.slice(-2)).toEqual(['M-011', added.id].toSorted((a, b) => moved.indexOf(a) - moved.indexOf(b)))
    const found = await app.get(`${paths.keepers.to(draft(), ['clauses', added.id])}&q=anti-virus`, head())
    expect(found.text).toContain('Duty')
    await app.post(paths.keepers.to(draft(), ['clauses', added.id]), { keepers: 'duty/antivirus_all' }, head())
    expect(await clauseNow(added.id)).toMatchObject({ kept_by: ['duty/antivirus_all'] })
  })

  test('give a part another id: what names it follows, a taken one is refused, and the change is told as one', async () => {
    const at = ['duties', 'antivirus_all']
    expect((await app.get(paths.rename.to(draft(), ['duties', 'antivirus_all', 'says']), head())).status).toBe(404)
    expect((await app.get(paths.rename.to(draft(), at), head())).text).toMatch(/parts? names? it and follows?/)
    const before = (await draftNow()).pack
    const kept = before.clauses.filter(({ kept_by }) => kept_by.includes('duty/antivirus_all')).map(({ id }) => id)
    const taken = Object.keys(before.duties).find((id) => id !== 'antivirus_all') ?? ''
    for (const to of ['', 'antivirus_all', taken, 'Not An Id'])
      expect((await app.post(paths.rename.to(draft(), at), { to }, head())).status, to).toBe(400)
    expect((await app.post(paths.rename.to(draft(), at), { to: 'antivirus_everywhere' }, head())).status).toBe(303)
    const { pack } = await draftNow()
    expect(pack.duties.antivirus_all).toBeUndefined()
    const now = pack.clauses.filter(({ kept_by }) => kept_by.includes('duty/antivirus_everywhere')).map(({ id }) => id)
    expect(now).toEqual(kept)
    expect((await app.get(paths.history.to(draft()), head())).text).toContain(
      'Duty antivirus_all is called antivirus_everywhere now',
    )
    await app.post(paths.rename.to(draft(), ['duties', 'antivirus_everywhere']), { to: 'antivirus_all' }, head())
    expect((await draftNow()).pack).toEqual(before)
  })

  test('fill in who is told, and a table, as a grid', async () => {
    const told = await app.get(paths.told.to(draft()), head())
    expect(told.status).toBe(200)
    const { pack } = await draftNow()
    const rules = Object.fromEntries(Object.entries(pack.notify).map(([id, rule]) => [id, [...toldBy(rule.to)]]))
    await app.post(
      paths.told.to(draft()),
      { ...rules, shown: Object.keys(rules), authority: ['party/head', 'party/governors'] },
      head(),
    )
    expect((await draftNow()).pack.notify.authority?.to).toMatchObject({
      all_of: expect.arrayContaining(['party/governors']),
    })
    const table = the(pack.tables.devices)
    const grid = gridOf(pack, table)
    const fields = gridFields(table, grid)
    const [cell = ''] = Object.keys(fields)
    const [mark = ''] = table.marks.map(({ id }) => id).filter((id) => id !== fields[cell])
    const saved = await app.post(
      paths.grid.to(draft(), ['tables', 'devices']),
      { ...fields, [cell]: mark, do: 'anyway' },
      head(),
    )
    expect(saved.status).toBe(303)
    const now = (await draftNow()).pack
    expect(gridFields(the(now.tables.devices), grid)).toEqual({ ...fields, [cell]: mark })
    expect((await app.get(paths.preview.to(draft(), ['assents', 'staff_agreement']), head())).status).toBe(200)
  })
})

describe('history and files', () => {
  test('every change is in the history, and any can be gone back to', async () => {
    await save('clauses/M-007', { 'says/en': 'As everybody reads it.' })
    const { revision } = await draftNow()
    expect((await app.get(paths.history.to(draft()), lead())).text).toContain('becomes “As everybody reads it.”')
    expect((await app.get(paths.revision.to(draft(), revision), head())).text).toContain('how the draft stands now')
    expect((await app.get(paths.revision.to(draft(), 1), head())).text).toContain('Going back to it would change this')
    await app.post(paths.revision.to(draft(), 1), {}, head())
    expect((await draftNow()).pack).toEqual(packNamed(NAME))
  })

  test('opens the pages of every kind of part, and finds parts by their words', async () => {
    for (const holder of ['duties', 'records', 'assents', 'parties'])
      expect((await app.get(paths.all.to(draft(), { in: holder }), head())).status).toBe(200)
    const pages = [
      'flows/account',
      'flows/consequence/steps/who_broke',
      'tables/devices/rows/staff_bring',
      'pack',
      'terms',
      'assents/staff_agreement',
      'records/incident',
      'settings/next_review',
    ]
    const { pack } = await draftNow()
    for (const place of pages) expect([place, (await app.get(part(place), head())).status]).toEqual([place, 200])
    for (const kind of Object.keys(pack).filter(
      (holder) => !['pack', 'levels', 'terms', 'sections', 'clauses', 'planned'].includes(holder),
    ))
      expect([kind, (await app.get(paths.add.to(draft(), [kind]), head())).status]).toEqual([kind, 200])
    expect((await app.get(paths.home.to(draft(), 'anti-virus protection'), head())).text).toContain('current')
  })

  test('goes out as a zip and comes in again as the same policy; with a fault it is refused at its line', async () => {
    const browser = await app.signedIn(head())
    const upload = async (name: string, content: Buffer | string) => {
      const page = await browser.get(paths.yaml.to(draft()))
      const action = page.forms.find((form) => form.action.includes('token='))?.action ?? ''
      return browser.upload(action, {}, { field: 'files', name, type: 'application/octet-stream', content })
    }
    const before = await draftNow()
    expect((await app.get(paths.zip.to(draft()), head())).headers['content-type']).toBe('application/zip')
    const single = await app.get(paths.file.to(draft(), 'flows/account.yaml'), head())
    expect(single.body).toContain('account:')
    const files = packToYaml({ ...before.pack, terms: { ...before.pack.terms, pupil: 'learner' } })
    const wrong = files.map((file) => ({
      ...file,
      text: file.text.replace('owner: party/network_manager', 'owner: party/nobody'),
    }))
    const refused = await upload('wrong.zip', writeZip(wrong))
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('duties.yaml')
    expect(refused.text).toContain('There is no party/nobody in this pack')
    expect((await upload('broken.zip', Buffer.from('PK\u0003\u0004nothing'))).status).toBe(400)
    expect((await draftNow()).revision).toBe(before.revision)
    expect((await upload('policy.zip', writeZip(files))).status).toBe(303)
    const after = await draftNow()
    expect(after.pack.terms.pupil).toBe('learner')
    expect(after.pack).toEqual({ ...before.pack, terms: after.pack.terms })
  })
})

describe('who may not keep the policy', () => {
  test('opens no page and changes nothing', async () => {
    for (const address of [
      paths.home.to(draft()),
      part('clauses/M-001'),
      paths.history.to(draft()),
      paths.zip.to(draft()),
    ])
      expect([403, 404]).toContain((await app.get(address, world.teacher)).status)
    expect([403, 404]).toContain((await app.post(part('clauses/M-001'), { 'says/en': 'Mine' }, world.teacher)).status)
  })
})

const toldBy = (to: Recipients): readonly string[] => (typeof to === 'string' ? [to] : (Object.values(to)[0] ?? []))

function the<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('there is none')
  return value
}

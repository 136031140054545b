import type { Phase } from '#areas/people/index.ts'
import { PHASES } from '#areas/people/index.ts'
import { faultsOfNewPassword, passwordRules } from '#areas/sign-in/index.ts'
import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'
import type { Pack } from '#pack/types/pack.ts'

/** How many schools the page asks for; more come with a roster. */
export const MOST_SCHOOLS = 5

/** What the page asks for. */
export interface SetUp {
  readonly code: string
  readonly name: string
  readonly slug: string
  readonly schools: readonly { readonly name: string; readonly phases: readonly Phase[] }[]
  readonly givenName: string
  readonly familyName: string
  readonly login: string
  readonly password: string
  /** The name of a pack that is in force at once, or empty. */
  readonly pack: string
  /** A draft to begin with instead: `pack/…`, `blank`, or `document` for one that comes later; null with a pack. */
  readonly draft: string | null
  readonly posts: readonly string[]
}

interface Offer {
  readonly name: string
  readonly posts: readonly { readonly id: string }[]
  readonly pack: Pick<Pack, 'settings'>
}

/** Reads the whole page and names every fault. The code is no secret from whoever typed it: it stays in its field. */
export function readSetUp(
  body: { readonly password: string },
  packs: readonly Offer[],
  drafts: readonly string[],
): Form<SetUp> {
  const reader = new FormReader(body)
  const code = reader.text('code', { required: 'Copy the one-time code from the terminal', max: 200 })
  const name = reader.text('name', { required: 'Enter the name of the organisation', max: 200 })
  const slug = readSlug(reader)
  const schools = readSchools(reader)
  const givenName = reader.text('givenName', { required: 'Enter your first name', max: 200 })
  const familyName = reader.text('familyName', { required: 'Enter your last name', max: 200 })
  const login = readLogin(reader)
  const offered = [...packs.map((one) => one.name), ...drafts.map((one) => draftValue(one))]
  const choice = reader.choice('pack', offered, 'Choose the policy to start from')
  const chosen = packs.find((one) => one.name === choice)?.pack ?? null
  const fault = faultsOfNewPassword(body.password, passwordRules(chosen))
  if (fault !== null) reader.fault('password', fault)
  const draft = drafts.find((one) => draftValue(one) === choice) ?? null
  // Under a draft nothing is in force: only the post that the program itself knows can be held.
  const posts = draft !== null ? ['administrator'] : choice === null ? [] : readPosts(reader, packs, choice)
  return reader.done({
    code,
    name,
    slug,
    schools,
    givenName,
    familyName,
    login,
    password: body.password,
    pack: draft === null ? (choice ?? '') : '',
    draft,
    posts,
  })
}

function readSlug(reader: FormReader): string {
  const slug = reader.text('slug', { required: 'Enter a short name for addresses', max: 60 }).toLowerCase()
  if (slug !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    reader.fault('slug', 'Use small letters, figures and hyphens, like larkbeck-school')
  return slug
}

function readLogin(reader: FormReader): string {
  const login = reader.text('login', { required: 'Enter your mail address', max: 320 })
  if (login !== '' && !/^[^\s@]{1,64}@[^\s@]{1,250}$/.test(login))
    reader.fault('login', 'Enter a mail address like name@school.example')
  return login
}

function readSchools(reader: FormReader): SetUp['schools'] {
  const schools: { name: string; phases: Phase[] }[] = []
  for (let number = 1; number <= MOST_SCHOOLS; number += 1) {
    const field = schoolField(number)
    const name = reader.text(
      field,
      number === 1 ? { required: 'Enter the name of the school', max: 200 } : { max: 200 },
    )
    const phases = reader.choices(`${field}-phases`, PHASES)
    if (name === '' && phases.length > 0) reader.fault(field, 'Enter the name of this school too')
    if (name !== '' && phases.length === 0) reader.fault(`${field}-phases`, 'Choose what this school teaches')
    if (name !== '') schools.push({ name, phases })
  }
  return schools
}

function readPosts(reader: FormReader, packs: readonly Offer[], pack: string): string[] {
  const known = packs.find((one) => one.name === pack)?.posts.map((post) => post.id) ?? []
  const posts = reader.choices(postsField(pack), known)
  if (posts.length === 0)
    reader.fault(postsField(pack), 'Choose at least one post: whoever has none can change nothing')
  return posts
}

/** The name of a school's field. */
export const schoolField = (number: number): string => `school${number}`

/** The name of the field with a pack's posts. */
export const postsField = (pack: string): string => `posts-${pack}`

/** The choice of a draft among the policies to start from. */
export const draftValue = (draft: string): string => `draft/${draft}`

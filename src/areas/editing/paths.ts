import { draftPaths } from '#areas/drafting/index.ts'
import { type Place, placeText } from '#pack/edit/place.ts'

const route = draftPaths.edit.route
const to = draftPaths.edit.to

const query = (fields: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`
}

const atPlace = (rest: string) => ({
  route: `${route}/${rest}`,
  to: (draft: string, place: Place, more: Readonly<Record<string, string | undefined>> = {}) =>
    `${to(draft)}/${rest}${query({ at: placeText(place), ...more })}`,
})

const plain = (rest: string) => ({
  route: `${route}/${rest}`,
  to: (draft: string, more: Readonly<Record<string, string | undefined>> = {}) => `${to(draft)}/${rest}${query(more)}`,
})

/** Every address of the forms with which a draft is edited. */
export const paths = {
  draft: draftPaths.show,
  home: { route, to: (draft: string, search?: string) => `${to(draft)}${query({ q: search })}` },
  /** Everything of a kind: `in=duties`. */
  all: plain('all'),
  /** One part with its form; `kind` for another kind of it. */
  part: atPlace('part'),
  /** A new entry of a list or map. */
  add: atPlace('add'),
  remove: atPlace('remove'),
  move: atPlace('move'),
  /** Another id for a part. */
  rename: atPlace('rename'),
  /** The sections with their clauses, in order. */
  text: plain('text'),
  split: atPlace('split'),
  keepers: atPlace('keepers'),
  grid: atPlace('grid'),
  told: plain('told'),
  preview: atPlace('preview'),
  /** An edit that met another: put in place all the same. */
  apply: plain('apply'),
  undo: plain('undo'),
  history: { route: draftPaths.history.route, to: (draft: string) => draftPaths.history.to(draft) },
  revision: {
    route: `${draftPaths.history.route}/:number`,
    to: (draft: string, number: number) => `${draftPaths.history.to(draft)}/${number}`,
  },
  yaml: draftPaths.yaml,
  zip: { route: `${draftPaths.yaml.route}/pack.zip`, to: (draft: string) => `${draftPaths.yaml.to(draft)}/pack.zip` },
  file: {
    route: `${draftPaths.yaml.route}/file`,
    to: (draft: string, path: string) => `${draftPaths.yaml.to(draft)}/file${query({ path })}`,
  },
} as const

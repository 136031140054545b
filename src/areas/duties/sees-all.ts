import type { Audience } from '#core/actor.ts'

const OVERSEERS: readonly string[] = ['head', 'deputy_head', 'online_safety_lead', 'dsl', 'administrator']

/** Whether somebody sees the duties of all: those who lead, and governors, who read. */
export const seesAll = (audience: Audience, posts: ReadonlySet<string>): boolean =>
  audience === 'governor' || OVERSEERS.some((post) => posts.has(post))

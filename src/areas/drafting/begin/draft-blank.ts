import { stringify } from 'yaml'
import type { NewName } from './pack-head.ts'
import type { Draft } from './types.ts'

/** The smallest pack that says something: who is who, the policy itself, and one clause that it keeps. */
export function draftBlank({ name, letter }: NewName): Draft {
  const file = (path: string, value: unknown) => ({ path, text: stringify(value, { lineWidth: 120 }) })
  return {
    files: [
      file('pack.yaml', { pack: { name, policy: letter, title: 'Online safety policy', language: 'en', draft: true } }),
      file('parties.yaml', {
        parties: {
          head: { kind: 'post', says: 'Head', instead: { named_in_case: 'party/chair' } },
          chair: { kind: 'post', says: 'Chair of governors', instead: { named_in_case: 'party/head' } },
          pupils: { kind: 'audience', says: 'Pupils', of: ['pupil'] },
          parents: { kind: 'audience', says: 'Parents and carers', of: ['parent'] },
          staff: { kind: 'audience', says: 'Staff', of: ['staff'] },
        },
      }),
      file('documents.yaml', {
        documents: {
          policy: {
            says: 'Online safety policy',
            kind: 'policy',
            owner: 'party/head',
            binds: ['party/pupils', 'party/parents', 'party/staff'],
          },
        },
      }),
      file('clauses.yaml', {
        sections: [{ id: 'introduction', title: 'Introduction' }],
        clauses: [
          {
            id: `${letter}-001`,
            section: 'introduction',
            says: 'The school has an online safety policy that everybody whom it binds can read.',
            strength: 'must',
            kind: 'notice',
            area: 'policy',
            kept_by: ['document/policy'],
          },
        ],
      }),
    ],
    beside: [],
    sections: 1,
    clauses: 1,
    left: 0,
  }
}

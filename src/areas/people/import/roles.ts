import type { ClassRole, PersonKind } from './types.ts'

/**
 * OneRoster's roles in the words of the school. It has none for governors and visitors, and lets a sender add words
 * with `ext:` before them, so those are read too.
 */
export const PERSON_ROLES: Readonly<Record<string, PersonKind>> = {
  student: 'pupil',
  teacher: 'staff',
  aide: 'staff',
  administrator: 'staff',
  principal: 'staff',
  counselor: 'staff',
  proctor: 'staff',
  siteadministrator: 'staff',
  districtadministrator: 'staff',
  systemadministrator: 'staff',
  parent: 'parent',
  guardian: 'parent',
  relative: 'parent',
  'ext:governor': 'governor',
  'ext:volunteer': 'volunteer',
  'ext:visitor': 'visitor',
}

/** What somebody does in a class. */
export const CLASS_ROLES: Readonly<Record<string, ClassRole>> = {
  student: 'pupil',
  teacher: 'teacher',
  aide: 'teacher',
  administrator: 'teacher',
  proctor: 'teacher',
}

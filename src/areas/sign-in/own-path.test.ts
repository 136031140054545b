import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each(['/', '/duties', '/incidents?page=2&words=a%20b', '/agreements/sign/0190?x=1'])('goes on to %s', (path) =>
  expect(ownPath(path)).toBe(path),
)

test.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/..//evil.example',
  '/./\\evil.example',
  'duties',
  '',
  ' /duties',
  '/sign-out',
  '/sign-in?next=/duties',
  `/${'x'.repeat(1000)}`,
  undefined,
  ['/duties'],
])('never goes on to %j', (path) => expect(ownPath(path)).toBeNull())

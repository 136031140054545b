import { describe, expect, test } from 'vitest'
import { sessionCookie } from './cookies.ts'

const token = 'A'.repeat(43)

describe('the session cookie', () => {
  test('is out of reach of scripts and other sites, and bound to the host where it may be', () => {
    expect(sessionCookie(true).set(token)).toBe(`__Host-kept=${token}; Path=/; HttpOnly; SameSite=Lax; Secure`)
    expect(sessionCookie(false).set(token)).toBe(`kept=${token}; Path=/; HttpOnly; SameSite=Lax`)
  })

  test('is taken back with the same attributes', () => {
    expect(sessionCookie(true).clear()).toBe('__Host-kept=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0')
  })

  test('is read among others, and not at all when there are two', () => {
    const cookie = sessionCookie(true)
    expect(cookie.read(`a=b; __Host-kept=${token};c=d`)).toBe(token)
    for (const header of [
      undefined,
      '',
      `kept=${token}`,
      '__Host-kept=short',
      `__Host-kept=${token}; __Host-kept=${token}`,
    ]) {
      expect(cookie.read(header)).toBeNull()
    }
  })
})

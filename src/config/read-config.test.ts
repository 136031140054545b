import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { readConfig } from './read-config.ts'

describe('readConfig', () => {
  test('an empty environment gives this machine only, port 3000, the embedded database, web and jobs', () => {
    const config = readConfig({}, 'sample')
    expect(config.web).toMatchObject({ host: '127.0.0.1', port: 3000, baseUrl: 'http://127.0.0.1:3000' })
    expect(config.web.secureCookies).toBe(false)
    expect(config.database.embedded).toBe(true)
    expect(config.run).toEqual({ web: true, jobs: true })
    expect(config.data.folder.endsWith('.kept')).toBe(true)
  })

  test('the key lies beside the data and is refused inside it', () => {
    const { data } = readConfig({ KEPT_DATA: '/srv/kept' }, 'real')
    expect(data.keyFile).toBe('/srv/kept.key')
    expect(() => readConfig({ KEPT_DATA: '/srv/kept', KEPT_KEY_FILE: '/srv/kept/key' }, 'real')).toThrow(
      /must not be inside KEPT_DATA/,
    )
  })

  test('every fault is listed at once', () => {
    const env = { KEPT_PORT: '70000', KEPT_ROLE: 'cook', KEPT_DATABASE_URL: 'mysql://x', KEPT_PROT: '1' }
    expect(() => readConfig(env, 'sample')).toThrow(
      /KEPT_PROT is not.*KEPT_DATABASE_URL must.*KEPT_ROLE must.*KEPT_PORT must/s,
    )
  })

  test('the sample is refused on any address but loopback', () => {
    expect(() => readConfig({ KEPT_HOST: '0.0.0.0' }, 'sample')).toThrow(/sample school/)
    expect(readConfig({ KEPT_HOST: '::1' }, 'sample').web.baseUrl).toBe('http://[::1]:3000')
  })

  test('a real school behind another address must be reached by https', () => {
    expect(() => readConfig({ KEPT_HOST: '0.0.0.0' }, 'real')).toThrow(/KEPT_BASE_URL must say/)
    expect(() => readConfig({ KEPT_BASE_URL: 'http://kept.school.example' }, 'real')).toThrow(/https/)
    const { web } = readConfig({ KEPT_HOST: '0.0.0.0', KEPT_BASE_URL: 'https://kept.school.example/' }, 'real')
    expect(web).toMatchObject({ baseUrl: 'https://kept.school.example', secureCookies: true })
  })

  test('one role alone needs a database of its own', () => {
    expect(() => readConfig({ KEPT_ROLE: 'worker' }, 'real')).toThrow(/KEPT_ROLE=worker needs KEPT_DATABASE_URL/)
  })

  test('no way of printing the settings shows a password', () => {
    const env = {
      KEPT_DATABASE_URL: 'postgres://kept:pond-weed@db.example/kept',
      KEPT_SMTP_URL: 'smtps://kept:pond-weed@mail.example',
      KEPT_MAIL_FROM: 'Kept <kept@school.example>',
    }
    const config = readConfig(env, 'real')
    expect(config.secrets.databaseUrl).toContain('pond-weed')
    expect(JSON.stringify(config)).not.toContain('pond-weed')
    expect(inspect(config, { depth: 9, showHidden: true })).not.toContain('pond-weed')
    expect(() => readConfig({ ...env, KEPT_DATABASE_URL: 'pond-weed' }, 'real')).toThrow(/^(?!.*pond-weed).*$/s)
  })

  test('settings cannot be changed afterwards', () => {
    const config = readConfig({}, 'sample')
    expect(Object.isFrozen(config.web)).toBe(true)
    expect(Object.isFrozen(config.secrets)).toBe(true)
  })
})

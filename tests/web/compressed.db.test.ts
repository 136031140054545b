import { brotliDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

describe('a page of somebody’s own', () => {
  const t = useDatabase()
  const app = useApp(t)

  test('goes out compressed only when no other site can have asked for it, and its token never twice', async () => {
    const school = await givenOrganisation(t)
    await givenPolicy(t, school)
    const lead = await givenPerson(t, school, { kind: 'staff', posts: ['dsl'] })
    const ask = (site?: string, takes = 'gzip, deflate, br') =>
      app.app.inject({
        url: '/policy',
        headers: {
          cookie: cookies,
          'accept-encoding': takes,
          ...(site === undefined ? {} : { 'sec-fetch-site': site }),
        },
      })
    const browser = await app.signedIn(lead)
    const cookies = browser.cookie
    const plain = await ask(undefined)
    expect(plain.headers['content-encoding']).toBeUndefined()
    for (const site of ['cross-site', 'same-site'])
      expect((await ask(site)).headers['content-encoding'], site).toBeUndefined()
    const own = await ask('same-origin')
    expect(own.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
    expect((await ask('none', 'gzip')).headers['content-encoding']).toBe('gzip')
    expect((await ask('none', 'identity')).headers['content-encoding']).toBeUndefined()
    // With styles and scripts (40 kB) the board stays near what a page may weigh at first sight.
    expect(own.rawPayload.length).toBeLessThan(plain.rawPayload.length / 4)

    const tokenIn = (page: string) => /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const [one, other] = [tokenIn(plain.body), tokenIn(brotliDecompressSync(own.rawPayload).toString())]
    expect(one).not.toBe(other)
    expect(one.split('.')[1]).not.toBe(other.split('.')[1])
    for (const csrf of [one, other])
      expect((await browser.post('/notices/read', { notice: '' }, { csrf })).status).not.toBe(403)
    expect((await browser.post('/notices/read', { notice: '' }, { csrf: `${one.slice(0, -4)}AAAA` })).status).toBe(401)
  })
})

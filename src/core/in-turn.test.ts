import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('no more than so many run at once, in order, and a failure frees its place', async () => {
  const limited = inTurn(2)
  const started: number[] = []
  let running = 0
  let most = 0
  const work = (index: number) => async () => {
    started.push(index)
    running += 1
    most = Math.max(most, running)
    await turn()
    running -= 1
    if (index % 2 === 0) throw new Error(`${index}`)
    return index
  }
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((index) => limited(work(index))))
  expect(most).toBe(2)
  expect(started).toEqual([0, 1, 2, 3, 4, 5])
  expect(results.map(({ status }) => status)).toEqual(
    [0, 1, 2, 3, 4, 5].map((index) => (index % 2 === 0 ? 'rejected' : 'fulfilled')),
  )
})

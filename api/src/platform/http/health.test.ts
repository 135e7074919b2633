import { expect, test } from 'vitest'
import { Health } from './health.ts'

test('however many ask at once whether it can work, the database is asked once', async () => {
  let asked = 0
  const answer = Promise.withResolvers<void>()
  const health = new Health({ database: () => (asked++, answer.promise) })
  const reports = Array.from({ length: 50 }, () => health.report())
  answer.resolve()
  for (const report of await Promise.all(reports)) expect(report).toEqual({ ready: true, checks: { database: 'ok' } })
  expect(asked).toBe(1)
  await health.report()
  expect(asked).toBe(2)
})

test('who is leaving is not ready, though a question from before is still open', async () => {
  const answer = Promise.withResolvers<void>()
  const health = new Health({ database: () => answer.promise })
  const before = health.report()
  health.leave()
  answer.resolve()
  expect((await health.report()).ready).toBe(false)
  expect((await before).ready).toBe(false)
})

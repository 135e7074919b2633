import pg from 'pg'
import { expect, test } from 'vitest'
import { useDatabase } from '../../test/harness.ts'
import { urlFor } from './database.ts'
import { UnitTransaction } from './unit-transaction.ts'

const db = useDatabase()

test('who finds every connection taken is told to ask again, and the next one is served', async () => {
  const pool = new pg.Pool({ connectionString: urlFor('botpro_app', db.settings), max: 1, connectionTimeoutMillis: 400 })
  const ask = () => new UnitTransaction({ pool, readOnly: true })
  const first = ask()
  await first.query({ text: 'select 1' })
  await expect(ask().query({ text: 'select 1' })).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 2 })
  await first.rollback()
  const next = ask()
  expect((await next.query({ text: 'select 1 as one' })).rows).toEqual([{ one: 1 }])
  await next.rollback()
  await pool.end()
})

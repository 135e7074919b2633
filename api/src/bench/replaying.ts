import type pg from 'pg'
import type { Sample } from './figures.ts'
import { replay, type RecordedTransaction } from './transaction-record.ts'

/** What opens a conversation first, so that nothing is written into one that is not there yet; then everything else. */
export async function replayAll(pool: pg.Pool, transactions: RecordedTransaction[]): Promise<Sample> {
  const connections = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  const { opening = [], other = [] } = Object.groupBy(transactions, each => (opens(each) ? 'opening' : 'other'))
  const times: number[] = []
  const started = performance.now()
  for (const part of [opening, other]) times.push(...await replayTogether(connections, part))
  const took = (performance.now() - started) / 1000
  for (const connection of connections) connection.release()
  return { perSecond: times.length / took, times }
}

const opens = (transaction: RecordedTransaction) =>
  transaction.some(({ query }) => typeof query === 'object' && query.name === 'conversation-open')

/** Each connection takes the next when it is done with one. Returns how long each took, in milliseconds. */
async function replayTogether(connections: pg.PoolClient[], transactions: RecordedTransaction[]): Promise<number[]> {
  const next = transactions.values()
  const times: number[] = []
  await Promise.all(connections.map(async connection => {
    for (const transaction of next) {
      const sent = performance.now()
      await replay(connection, transaction)
      times.push(performance.now() - sent)
    }
  }))
  return times
}

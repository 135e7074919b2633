import type pg from 'pg'

/** One statement as it was sent, and whether the answer to the one before was awaited first. */
interface Sent {
  query: pg.QueryConfig | string
  waited: boolean
}

export type RecordedTransaction = Sent[]

type Connect = (callback?: never) => Promise<pg.PoolClient>

/** Notes every transaction that goes through a pool: its statements in their order, with their values. */
export class TransactionRecord {
  readonly #pool: pg.Pool
  #transactions: RecordedTransaction[] = []

  constructor(pool: pg.Pool) {
    this.#pool = pool
    const connect = pool.connect.bind(pool) as Connect
    // With a callback it is the pool that asks itself, for a statement outside of transactions.
    pool.connect = ((callback?: never) =>
      (callback ? connect(callback) : connect().then(client => this.#record(client)))) as pg.Pool['connect']
  }

  /** What was noted since this was last asked. */
  take(): RecordedTransaction[] {
    return this.#transactions.splice(0)
  }

  stop(): RecordedTransaction[] {
    delete (this.#pool as Partial<pg.Pool>).connect
    return this.take()
  }

  #record(client: pg.PoolClient): pg.PoolClient {
    const transaction: RecordedTransaction = []
    this.#transactions.push(transaction)
    let unanswered = 0
    const query = (sent: pg.QueryConfig | string) => {
      transaction.push({ query: sent, waited: unanswered === 0 })
      unanswered++
      const answer = client.query(sent)
      const answered = () => { unanswered-- }
      answer.then(answered, answered)
      return answer
    }
    return { query, release: (broken?: boolean) => client.release(broken) } as never
  }
}

/** Sends what was noted once more, through `pg` alone. */
export async function replay(client: pg.ClientBase, transaction: RecordedTransaction): Promise<unknown[]> {
  const answers: pg.QueryResult[] = []
  let unanswered: Promise<pg.QueryResult>[] = []
  for (const { query, waited } of transaction) {
    if (waited) answers.push(...await Promise.all(unanswered.splice(0)))
    unanswered.push(client.query(query as pg.QueryConfig))
  }
  answers.push(...await Promise.all(unanswered))
  return answers.map(({ rows }) => rows)
}

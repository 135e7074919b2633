import type pg from 'pg'
import { NotFound, RateLimited } from './errors.ts'
import { isId } from './ids.ts'

export interface TransactionOptions {
  pool: pg.Pool
  tenantId?: string
  readOnly?: boolean
}

const ABORTED = '25P02'

/** A transaction that takes its connection with its first statement, and sends “begin” along with it. */
export class UnitTransaction {
  readonly #options: TransactionOptions
  #client?: Promise<pg.PoolClient>
  #firstError?: Error
  #over = false

  constructor(options: TransactionOptions) {
    if (options.tenantId !== undefined && !isId(options.tenantId))
      throw new NotFound('The tenant')
    this.#options = options
  }

  async query<Row extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<pg.QueryResult<Row>> {
    if (this.#over) throw new Error('This unit is over: await everything that it does.')
    const client = await (this.#client ??= this.#open())
    return this.#watch(client.query<Row>(query))
  }

  /** The last statement and the commit leave together, so that its row locks last one round trip less. */
  async commit<Row extends pg.QueryResultRow>(
    last?: pg.QueryConfig,
  ): Promise<pg.QueryResult<Row> | undefined> {
    if (last) this.#client ??= this.#open()
    this.#over = true
    const client = await this.#client
    this.#client = undefined
    if (!client) return
    const [written, committed] = await Promise.allSettled([
      last && this.#watch(client.query<Row>(last)),
      this.#watch(client.query('commit')),
    ])
    // Nothing is lost by a commit that failed before it: the server answers it with a rollback.
    const lost = committed.status === 'rejected'
    client.release(lost)
    if (written.status === 'rejected') throw written.reason
    if (lost) throw committed.reason
    if (committed.value.command !== 'COMMIT')
      throw this.#firstError ?? new Error('The transaction was rolled back.')
    return written.value
  }

  async rollback() {
    this.#over = true
    const client = await this.#client?.catch(() => undefined)
    this.#client = undefined
    if (!client) return
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
  }

  async #open() {
    const client = await this.#options.pool.connect().catch(error => { throw noneFree(error) })
    this.#watch(client.query(this.#begin())).catch(() => undefined)
    return client
  }

  // The simple protocol carries both statements in one message; the id was checked to be a UUID.
  #begin() {
    const { readOnly, tenantId } = this.#options
    const begin = readOnly ? 'begin isolation level repeatable read, read only' : 'begin'
    return tenantId ? `${begin}; select set_config('app.tenant_id', '${tenantId}', true)` : begin
  }

  async #watch<Result>(answer: Promise<Result>): Promise<Result> {
    try {
      return await answer
    } catch (error) {
      if ((error as pg.DatabaseError).code === ABORTED && this.#firstError) throw this.#firstError
      // What is no id cannot be the id of anything: for the one who asked, it is not there.
      if ((error as pg.DatabaseError).routine === 'string_to_uuid') throw (this.#firstError ??= new NotFound())
      this.#firstError ??= error as Error
      throw error
    }
  }
}

/** Every connection is taken: whoever asks again in a moment may get one. pg-pool knows this error by its words only. */
const noneFree = (error: Error) => (error.message.startsWith('timeout exceeded when trying to connect')
  ? new RateLimited(2, 'Too much is being done at the moment; try again.') : error)

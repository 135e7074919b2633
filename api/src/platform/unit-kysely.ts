import {
  ControlledTransaction,
  DefaultQueryExecutor,
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  PostgresQueryCompiler,
  Transaction,
  type CompiledQuery,
  type DatabaseConnection,
  type PostgresPool,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { Database } from './database.ts'
import type { UnitTransaction } from './unit-transaction.ts'

const outside = new Error(
  'The database is reached through a unit only: units.tenant, units.platform or units.read.',
)
const noPool: PostgresPool = {
  connect: async () => {
    throw outside
  },
  end: async () => {},
  options: {},
}

class UnitDriver extends PostgresDriver {
  override async commitTransaction() {
    throw new Error('A unit commits by itself, when its work returns.')
  }
  override async rollbackTransaction() {
    throw new Error('A unit is rolled back by an error thrown from its work.')
  }
}

class UnitConnection implements DatabaseConnection {
  readonly #transaction: UnitTransaction
  readonly #types?: pg.CustomTypesConfig

  constructor(transaction: UnitTransaction, types?: pg.CustomTypesConfig) {
    this.#transaction = transaction
    this.#types = types
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const query = { text: sql, values: parameters as unknown[], types: this.#types }
    const { command, rowCount, rows } = await this.#transaction.query(query)
    const changed =
      command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE'
    return { rows: (rows ?? []) as Row[], numAffectedRows: changed ? BigInt(rowCount ?? 0) : undefined }
  }

  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('A unit does not stream: page by key.')
  }
}

const dialect = new PostgresDialect({ pool: noPool })
const driver = new UnitDriver({ pool: noPool })
const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()

const propsOf = (connection: UnitConnection) => ({
  config: { dialect },
  dialect,
  driver,
  executor: new DefaultQueryExecutor(compiler, adapter, { provideConnection: use => use(connection) }),
})

export const kyselyOf = (transaction: UnitTransaction): Transaction<Database> =>
  new Transaction<Database>(propsOf(new UnitConnection(transaction)))

/** MikroORM turns `em.transactional` inside a unit into a savepoint, for which it needs the controlled kind. */
export function controlledKyselyOf(transaction: UnitTransaction, types: pg.CustomTypesConfig) {
  const connection = new UnitConnection(transaction, types)
  return new ControlledTransaction<unknown>({
    ...propsOf(connection),
    connection: { connection, release: () => {} },
  })
}

export { dialect as refusingDialect }

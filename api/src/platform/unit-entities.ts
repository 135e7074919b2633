import { MikroORM, type EntityManager, type Options } from '@mikro-orm/postgresql'
import { createPostgreSqlTypeParsers } from '@mikro-orm/sql'
import pg from 'pg'
import { controlledKyselyOf, refusingDialect } from './unit-kysely.ts'
import type { UnitTransaction } from './unit-transaction.ts'

export type Entities = NonNullable<Options['entities']>

/** MikroORM without a connection of its own: each unit lends it a transaction. */
export class EntityManagers {
  readonly #orm: MikroORM

  constructor(entities: Entities) {
    this.#orm = new MikroORM({
      entities,
      dbName: 'botpro',
      driverOptions: refusingDialect,
      ensureDatabase: false,
      discovery: { warnWhenNoEntities: false },
    })
  }

  for(transaction: UnitTransaction): EntityManager {
    const em = this.#orm.em.fork({ useContext: false }) as EntityManager
    em.setTransactionContext(controlledKyselyOf(transaction, types))
    return em
  }
}

const TEXT_ARRAY: number = 1009
const parsers = createPostgreSqlTypeParsers(pg.types.getTypeParser(TEXT_ARRAY, 'text'))

// MikroORM wants times as text and turns them into dates itself.
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (parsers as Record<number, (text: string) => unknown>)[oid] ??
    pg.types.getTypeParser(oid, format as 'text'),
}

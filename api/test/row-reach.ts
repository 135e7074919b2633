import type pg from 'pg'

export const VERBS = ['select', 'insert', 'update', 'delete'] as const
export type Verb = (typeof VERBS)[number]
export type Whose = 'ours' | 'theirs'

/** A table that is kept apart by row security, and the value of a column by which it is seen whose a row is. */
export interface KeptTable {
  name: string
  column: string
  keys: Record<Whose, string>
  /** What can be written: generated columns cannot. */
  columns: string[]
  /** A row of each, to be written again. */
  rows: Record<Whose, object>
}

/** Such as “select ours”: everything that a connection can do with a table, whoever it is. */
export async function reachOf(client: pg.ClientBase, table: KeptTable): Promise<string[]> {
  const reached: string[] = []
  for (const verb of VERBS)
    for (const whose of ['ours', 'theirs'] as const)
      if (await undone(client, () => tries[verb](client, table, whose))) reached.push(`${verb} ${whose}`)
  return reached
}

type Try = (client: pg.ClientBase, table: KeptTable, whose: Whose) => Promise<boolean>

const tries: Record<Verb, Try> = {
  select: (client, table, whose) => some(client.query(`select from ${table.name} where ${of(table, whose)}`)),
  insert: (client, { name, columns, rows }, whose) => some(client.query(
    `insert into ${name} (${columns}) select ${columns} from jsonb_populate_record(null::${name}, $1)`, [rows[whose]])),
  update: (client, table, whose) => some(client.query(
    `update ${table.name} set ${table.column} = ${table.column} where ${of(table, whose)}`)),
  delete: (client, table, whose) => some(client.query(`delete from ${table.name} where ${of(table, whose)}`)),
}

const of = ({ column, keys }: KeptTable, whose: Whose) => `${column} = '${keys[whose]}'`

// Not even the right to ask is a refusal too; and an unset tenant is an error of its own.
const REFUSALS = ['42501', '42704', '22P02']

/** A row that clashes with another, that others hold on to, or that is kept as it is, was reached all the same: policies come before that. */
const some = (work: Promise<pg.QueryResult>): Promise<boolean> =>
  work.then(result => result.rowCount! > 0, error => {
    if (error.code?.startsWith('23') || error.code === 'P0001') return true
    if (REFUSALS.includes(error.code)) return false
    throw error
  })

/** Whatever the work does in the transaction, it goes on as it was before; works within works, too. */
export async function undone<Result>(client: pg.ClientBase, work: () => Promise<Result>): Promise<Result> {
  await client.query('savepoint before')
  try {
    return await work()
  } finally {
    await client.query('rollback to savepoint before; release savepoint before')
  }
}

/** Whatever is done with the connection, its database stays as it was. */
export async function rolledBack<Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

export async function keptTable(owner: pg.Pool, name: string, column: string, keys: Record<Whose, string>): Promise<KeptTable> {
  const { rows: columns } = await owner.query(`
    select quote_ident(attname) as name from pg_attribute
    where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`, [name])
  const rowOf = async (whose: Whose) => {
    const { rows } = await owner.query(`select to_jsonb(t) as row from ${name} t where ${column} = $1 limit 1`, [keys[whose]])
    if (!rows.length) throw new Error(`${name} holds no row of ${whose}, so nothing can be said of it.`)
    return rows[0].row as object
  }
  return { name, column, keys, columns: columns.map(one => one.name), rows: { ours: await rowOf('ours'), theirs: await rowOf('theirs') } }
}

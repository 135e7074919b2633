import { createHmac, pbkdf2Sync, createHash } from 'node:crypto'
import type pg from 'pg'

export const LOGIN_ROLES = ['botpro_app', 'botpro_platform', 'botpro_jobs'] as const
export type LoginRole = (typeof LOGIN_ROLES)[number]

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

export const passwordOf = (role: LoginRole, secret: string): string =>
  hmac(secret, `database role ${role}`).toString('base64url')

const LIMITS = {
  botpro_app: { statement_timeout: '30s', lock_timeout: '10s', idle_in_transaction_session_timeout: '60s' },
  botpro_platform: {
    statement_timeout: '5min',
    lock_timeout: '10s',
    idle_in_transaction_session_timeout: '60s',
  },
  botpro_jobs: { idle_in_transaction_session_timeout: '60s' },
} satisfies Record<LoginRole, Record<string, string>>

/** Makes the roles and sets their passwords; safe to run at every start, of many processes at once. */
export async function ensureRoles(owner: pg.ClientBase, secret: string): Promise<void> {
  for (let turn = 1; ; turn++) {
    try {
      return await ensureRolesOnce(owner, secret)
    } catch (error) {
      // Roles belong to the whole server, advisory locks to one database: neighbours may still collide.
      const collided = ['XX000', '23505', '42710'].includes((error as pg.DatabaseError).code ?? '')
      await owner.query('rollback')
      if (!collided || turn === 10) throw error
    }
  }
}

async function ensureRolesOnce(owner: pg.ClientBase, secret: string) {
  await owner.query(`begin; select pg_advisory_xact_lock(hashtext('botpro roles'))`)
  const { rows } = await owner.query(`select rolname from pg_roles where rolname like 'botpro\\_%'`)
  const known = new Set(rows.map(row => row.rolname))
  for (const role of LOGIN_ROLES)
    await owner.query(loginRole(role, known.has(role), passwordOf(role, secret)))
  if (!known.has('botpro_search')) await owner.query('create role botpro_search nologin')
  await owner.query(membership)
  await owner.query('commit')
}

function loginRole(role: LoginRole, exists: boolean, password: string): string {
  const limits = Object.entries(LIMITS[role]).map(
    ([name, value]) => `alter role ${role} set ${name} = '${value}';`,
  )
  return `${exists ? 'alter' : 'create'} role ${role} login password '${scramVerifier(role, password)}'; ${limits.join(' ')}`
}

// An owner that is no superuser can give things to a role only as its member.
const membership = `do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant botpro_jobs, botpro_search, botpro_platform to %I with inherit false, set true', current_user);
  end if;
end $$`

/** What PostgreSQL itself would store; so the password never travels and never meets the server's log. */
function scramVerifier(role: LoginRole, password: string): string {
  const salt = hmac(password, `salt of ${role}`).subarray(0, 16)
  const salted = pbkdf2Sync(password, salt, 4096, 32, 'sha256')
  const stored = createHash('sha256').update(hmac(salted, 'Client Key')).digest('base64')
  return `SCRAM-SHA-256$4096:${salt.toString('base64')}$${stored}:${hmac(salted, 'Server Key').toString('base64')}`
}

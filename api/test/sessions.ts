import type { Actor } from '../src/platform/actor.ts'
import { randomToken } from '../src/platform/crypto.ts'
import { newId } from '../src/platform/ids.ts'
import type { Caller } from './client.ts'
import type { TestDatabase } from './harness.ts'

/** A browser in which a member is signed in. */
export async function sessionOf({ owner }: TestDatabase, member: Extract<Actor, { kind: 'MEMBER' }>): Promise<Caller> {
  const token = randomToken()
  await owner.query(`insert into session (id, user_id, token_hash, tenant_id, created_at, last_used_at, expires_at, device, address)
    values ($1, $2, sha256($3::text::bytea), $4, now(), now(), now() + interval '1 day', 'x', 'x')`, [newId(), member.userId, token, member.tenantId])
  return { name: member.role, path: '/graphql', headers: { cookie: `botpro=${token}` } }
}

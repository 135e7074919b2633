import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import { systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { rememberOfContact } from './contact-memory.ts'

const database = useDatabase({ entities })

test('what is named is remembered, null forgets it, and nothing else changes', async () => {
  const world = await newWorld(database)
  const contactId = newId()
  await database.owner.query(`insert into contact (tenant_id, id, name, email, language, created_at, last_seen_at) values ($1, $2, 'Rosa', 'rosa@example.com', 'ES', now(), now())`, [world.tenantId, contactId])
  const after = async (learnt: Record<string, unknown>) => {
    await world.as(systemActor(world.tenantId), unit => rememberOfContact(unit, contactId, learnt))
    return (await database.owner.query('select name, email, phone, attributes from contact where tenant_id = $1 and id = $2', [world.tenantId, contactId])).rows[0]
  }
  expect(await after({ phone: '809-555-1234', cedula: '00100000181' })).toEqual({ name: 'Rosa', email: 'rosa@example.com', phone: '+18095551234', attributes: { cedula: '00100000181' } })
  expect(await after({ email: null, name: 7, cedula: null })).toEqual({ name: 'Rosa', email: null, phone: '+18095551234', attributes: { cedula: null } })
  expect(await after({ name: '  Rosa Peña ', phone: null })).toMatchObject({ name: 'Rosa Peña', email: null, phone: null })
})

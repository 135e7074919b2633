import { randomUUID } from 'node:crypto'
import { newId } from '../../../platform/ids.ts'
import { lock } from '../../../platform/lock.ts'
import type { Unit } from '../../../platform/unit.ts'
import { appendMessages, messageByClientId, type NewMessage } from '../messages/message-store.ts'
import { lockThread, openConversation } from '../visitor/visitor-thread.store.ts'

/** Accounts of every kind, as the migration of the providers lets them be. */
export const ANY_KIND = 'alter table channel_account drop constraint if exists channel_account_kind_check'

const ADMIT = `
  with contact_added as (
    insert into contact (tenant_id, id, language, created_at, last_seen_at) values ($1, $2, 'ES', $5, $5)
  )
  insert into contact_identity (tenant_id, id, contact_id, channel_account_id, external_id, created_at) values ($1, $2, $2, $3, $4, $5)`

export interface Told extends Pick<NewMessage, 'author' | 'visibility' | 'content'> {
  /** By which a repeat is known. */
  clientId: string
  externalId: string
  channelAccountId: string
  at: Date
  status?: NewMessage['status']
}

/** Something that somebody wrote arrives, perhaps again, perhaps late: as channels store it. Returns the message's id. */
export async function arrives(unit: Unit, { channelAccountId, externalId, clientId, at, status = 'SENT', ...told }: Told): Promise<string> {
  const who = { channelAccountId, externalId }
  await lock(unit, `contact:${channelAccountId}:${externalId}`)
  if (!await lockThread(unit, who)) await unit.sql('test-admit', ADMIT, [unit.tenantId, newId(unit.now), channelAccountId, externalId, unit.now])
  const { place, open } = (await lockThread(unit, who, { create: true }))!
  const before = await messageByClientId(unit, place.identityId, { author: told.author, clientId })
  if (before) return before.id
  if (!open) place.conversationId = await openConversation(unit, place, { id: newId(unit.now), language: 'ES' })
  const [stored] = await appendMessages(unit, place, [{ ...told, clientId, text: 'x', status, toldAt: at }])
  return stored!.id
}

export const told = (who: Pick<Told, 'channelAccountId' | 'externalId'>, at: string | Date, more: Partial<Told> = {}): Told =>
  ({ ...who, author: 'CONTACT', clientId: randomUUID(), at: new Date(at), ...more })

import type { Unit } from '../../platform/unit.ts'
import type { Told } from './arrival.ts'

export interface KnownAddress extends Told {
  id: string
  contactId: string
  externalId: string
  aliases: string[]
}

const BY_ADDRESS = `
  with found as (
    select id from contact_identity where tenant_id = $1 and channel_account_id = $2 and external_id = any($3::text[])
    union select identity_id from contact_identity_alias where tenant_id = $1 and channel_account_id = $2 and alias = any($3::text[])
  )
  select i.id, i.contact_id as "contactId", i.external_id as "externalId", i.phone, i.is_phone_trusted as "isPhoneTrusted",
    i.email, i.is_email_trusted as "isEmailTrusted", i.username, i.display_name as name,
    array(select a.alias from contact_identity_alias a where a.tenant_id = $1 and a.identity_id = i.id) as aliases
  from found join contact_identity i on i.tenant_id = $1 and i.id = found.id order by i.id`

/** Those by whom the channel may mean one of these ids, known by it now or once. */
export const addressesKnown = (unit: Unit, channelAccountId: string, ids: readonly string[]): Promise<KnownAddress[]> =>
  unit.sql<KnownAddress>('contact-by-address', BY_ADDRESS, [unit.tenantId, channelAccountId, ids])

const BY_TRUST = `
  select i.contact_id as id, 'PHONE' as kind, i.phone as value from contact_identity i
  where i.tenant_id = $1 and i.phone = $2 and i.is_phone_trusted
  union
  select i.contact_id, 'EMAIL', i.email from contact_identity i
  where i.tenant_id = $1 and i.email = $3 and i.is_email_trusted
  order by 1, 2 desc`

/** Contacts for whom some channel vouches with the same number or e-mail. */
export async function vouchedAlike(unit: Unit, told: Told): Promise<{ id: string; kind: 'PHONE' | 'EMAIL'; value: string }[]> {
  if (!told.isPhoneTrusted && !told.isEmailTrusted) return []
  return unit.sql('contact-by-trust', BY_TRUST, [unit.tenantId, told.isPhoneTrusted ? told.phone : null, told.isEmailTrusted ? told.email : null])
}

const APART = `
  select 1 from contact_merge where tenant_id = $1 and undone_at is not null
    and ((kept_id = $2 and absorbed_id = $3) or (kept_id = $3 and absorbed_id = $2)) limit 1`

/** Whether somebody took these two apart: then no channel's word joins them again. */
export const wereTakenApart = async (unit: Unit, one: string, other: string): Promise<boolean> =>
  (await unit.sql('contact-apart', APART, [unit.tenantId, one, other])).length > 0

const REMEMBER = `
  insert into contact_identity_alias (tenant_id, channel_account_id, alias, identity_id)
  select $1, $2, alias, $3 from unnest($4::text[]) as told (alias)
  where not exists (select 1 from contact_identity i where i.tenant_id = $1 and i.channel_account_id = $2 and i.external_id = alias)
  on conflict do nothing`

/** Further ids of an address. One that is an address of its own stays that. */
export async function rememberAliases(unit: Unit, { id, channelAccountId, aliases }: { id: string; channelAccountId: string; aliases: string[] }) {
  if (aliases.length) await unit.sql('contact-alias', REMEMBER, [unit.tenantId, channelAccountId, id, aliases])
}

const FORGET = 'delete from contact_identity_alias where tenant_id = $1 and channel_account_id = $2 and alias = any($3::text[])'

export const forgetAliases = (unit: Unit, channelAccountId: string, aliases: readonly string[]): Promise<unknown> =>
  unit.sql('contact-alias-forget', FORGET, [unit.tenantId, channelAccountId, aliases])

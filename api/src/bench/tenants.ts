import { randomUUID } from 'node:crypto'
import type { App } from '../app.ts'
import { entities } from '../modules.ts'
import { ChannelAccountService } from '../modules/channels/index.ts'
import { TenantService } from '../modules/tenancy/index.ts'
import { systemActor, type MemberRole } from '../platform/actor.ts'
import { Sealer } from '../platform/crypto.ts'
import { openPools, type DatabaseSettings } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { Units } from '../platform/units.ts'
import { bodyOf } from './documents.ts'
import { askOnce } from './http-wire.ts'
import { portOf } from './stage.ts'

/** A customer of ours with a chat on its site. */
export interface BenchTenant {
  id: string
  channelAccountId: string
}

/** Made before any app is connected, so that the database can still be copied. */
export async function makeTenants(database: DatabaseSettings, count: number): Promise<BenchTenant[]> {
  const pools = openPools(database)
  try {
    const units = new Units({ pools, entities })
    return await Promise.all(Array.from({ length: count }, (_, index) => makeTenant(units, index)))
  } finally {
    await pools.close()
  }
}

async function makeTenant(units: Units, index: number): Promise<BenchTenant> {
  const [id, name] = [newId(), `Casa ${index}`]
  await units.platform({ actor: systemActor() }, unit => new TenantService().create(unit, {
    id, name, slug: `casa-${index}`, sector: 'RETAIL', institution: 'PRIVATE', language: 'ES', currency: 'DOP',
    timeZone: 'America/Santo_Domingo',
  }))
  const channels = new ChannelAccountService({ sealer: new Sealer([{ id: 'k1', secret: 'unused' }]) })
  const made = await units.tenant({ tenantId: id, actor: systemActor(id) }, unit =>
    channels.createWeb(unit, { name: 'Tienda', tenantName: name, allowedOrigins: ['https://example.com'] }))
  return { id, channelAccountId: String(made) }
}

/** The header by which somebody who has just come to the tenant's site is known. */
export async function visitorOf({ modules }: App, { id, channelAccountId }: BenchTenant): Promise<Record<string, string>> {
  const { token } = await modules.visitorTokens.sign({
    tenantId: id, channelAccountId, externalId: `visitor:${randomUUID()}`, origin: 'https://example.com', language: 'ES',
    verified: false,
  }, new Date())
  return { authorization: `Bearer ${token}` }
}

/** Of every person that is made here. */
export const PASSWORD = 'una frase larga y rara'

/** A person of the tenant; her e-mail. */
export async function makeMember({ kernel, modules }: App, { id }: BenchTenant, role: MemberRole): Promise<string> {
  const email = `${newId()}@example.com`
  await kernel.units.platform({ actor: systemActor(), tenantId: id }, unit =>
    modules.enrolment.member(unit, { email, name: 'Ana Pérez', password: PASSWORD, role }))
  return email
}

/** Signs her in once more; the header by which this session is known. */
export async function sessionOf(app: App, email: string): Promise<Record<string, string>> {
  const { headers, body } = await askOnce(portOf(app), {
    path: '/graphql', body: bodyOf('shared', 'SignIn', { input: { email, password: PASSWORD } }),
  })
  const cookie = /set-cookie: ([^;\r]+)/i.exec(headers)?.[1]
  if (!cookie) throw new Error(`Not signed in: ${body}`)
  return { cookie }
}

import { expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { openBroadcast } from '../../../platform/broadcast.ts'
import { Sealer } from '../../../platform/crypto.ts'
import { newId } from '../../../platform/ids.ts'
import { BookableResources, BookableServices } from '../../appointments/index.ts'
import { createConnectors } from '../../connectors/index.ts'
import { ExchangeService } from '../../elena/index.ts'
import { FaqService } from '../../knowledge/index.ts'
import { PaymentSettingsService } from '../../payments/index.ts'
import { RequestTypeService } from '../../requests/index.ts'
import { TemplateInstaller } from './template-installer.ts'
import { botTemplates } from './templates.ts'

const database = useDatabase({ entities })
const sealer = new Sealer([{ id: 'k1', secret: 'x'.repeat(32) }])
const connectors = createConnectors({
  units: database.units, sealer, broadcast: openBroadcast(), clock: () => new Date(), outside: { request: () => Promise.reject(new Error('nothing is asked')) },
  onError: error => { throw error },
})
const installer = new TemplateInstaller({
  connectors, payments: new PaymentSettingsService(sealer), requestTypes: new RequestTypeService(), services: new BookableServices(), resources: new BookableResources(), exchange: new ExchangeService(), faqs: new FaqService(),
})

test.each(botTemplates.map(template => [template.key, template] as const))('the template “%s” brings what its flows stand on, and brings it once', async (_key, template) => {
  const world = await newWorld(database)
  const owner = await world.member('OWNER')
  const install = () => world.as(owner, unit => installer.install(unit, template))
  const count = async (table: string) => Number((await database.owner.query(`select count(*) from ${table} where tenant_id = $1`, [world.tenantId])).rows[0].count)
  const all = async () => Promise.all(['connector', 'request_type', 'appointment_service', 'appointment_resource', 'faq', 'phrase'].map(count))
  const payments = async () => (await database.owner.query('select connector, operation, sealed_secret, version from payment_settings where tenant_id = $1', [world.tenantId])).rows[0]
  await install()
  const brought = await all()
  expect(brought.slice(0, 5)).toEqual([
    template.connectors.length, template.requestTypes?.length ?? 0, template.appointments?.services.length ?? 0, template.appointments?.resources.length ?? 0, 2 * (template.faqs?.length ?? 0),
  ])
  expect(brought[5]! > 0).toBe(template.packs !== undefined)
  expect(await payments()).toMatchObject({ connector: template.payments, operation: 'create_payment', sealed_secret: expect.any(String), version: expect.any(Number) })
  const before = await payments()
  await install()
  expect(await all()).toEqual(brought)
  expect(await payments()).toEqual(before)
})

test('whoever has her own payment provider keeps it, and a system of hers under the same key makes no sample links', async () => {
  const settings = new PaymentSettingsService(sealer)
  for (const own of ['own_provider', 'store']) {
    const world = await newWorld(database)
    const owner = await world.member('OWNER')
    const kept = () => database.owner.query('select connector from payment_settings where tenant_id = $1', [world.tenantId]).then(({ rows }) => rows[0]?.connector ?? null)
    if (own === 'store') {
      await database.owner.query(`insert into connector (tenant_id, id, key, name, description, kind, base_url, headers, auth, created_at, changed_at)
        values ($1, $2, 'store', 'Tienda', '', 'REST', 'https://store.example.com', '[]', '{"kind":"NONE","secrets":[]}', now(), now())`, [world.tenantId, newId()])
    } else await world.as(owner, unit => settings.change(unit, { version: 0, connector: own, operation: 'links', minutes: 60 }))
    const before = await kept()
    await world.as(owner, unit => installer.install(unit, botTemplates.find(({ key }) => key === 'retail')!))
    expect(await kept()).toBe(before)
  }
})

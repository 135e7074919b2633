import { expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { openBroadcast } from '../../../platform/broadcast.ts'
import { Sealer } from '../../../platform/crypto.ts'
import { BookableResources, BookableServices } from '../../appointments/index.ts'
import { createConnectors } from '../../connectors/index.ts'
import { ExchangeService } from '../../elena/index.ts'
import { FaqService } from '../../knowledge/index.ts'
import { RequestTypeService } from '../../requests/index.ts'
import { TemplateInstaller } from './template-installer.ts'
import { botTemplates } from './templates.ts'

const database = useDatabase({ entities })
const connectors = createConnectors({
  units: database.units, sealer: new Sealer([{ id: 'k1', secret: 'x'.repeat(32) }]), broadcast: openBroadcast(), clock: () => new Date(), outside: { request: () => Promise.reject(new Error('nothing is asked')) },
  onError: error => { throw error },
})
const installer = new TemplateInstaller({
  connectors, requestTypes: new RequestTypeService(), services: new BookableServices(), resources: new BookableResources(), exchange: new ExchangeService(), faqs: new FaqService(),
})

test.each(botTemplates.map(template => [template.key, template] as const))('the template “%s” brings what its flows stand on, and brings it once', async (_key, template) => {
  const world = await newWorld(database)
  const owner = await world.member('OWNER')
  const install = () => world.as(owner, unit => installer.install(unit, template))
  const count = async (table: string) => Number((await database.owner.query(`select count(*) from ${table} where tenant_id = $1`, [world.tenantId])).rows[0].count)
  const all = async () => Promise.all(['connector', 'request_type', 'appointment_service', 'appointment_resource', 'faq', 'phrase'].map(count))
  await install()
  const brought = await all()
  expect(brought.slice(0, 5)).toEqual([
    template.connectors.length, template.requestTypes?.length ?? 0, template.appointments?.services.length ?? 0, template.appointments?.resources.length ?? 0, 2 * (template.faqs?.length ?? 0),
  ])
  expect(brought[5]! > 0).toBe(template.packs !== undefined)
  await install()
  expect(await all()).toEqual(brought)
})

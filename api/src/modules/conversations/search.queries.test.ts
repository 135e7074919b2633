import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import type { Actor } from '../../platform/actor.ts'
import { ContactService } from '../contacts/index.ts'
import { MenuBot } from './bot/menu-bot.ts'
import { searchConversations } from './search.queries.ts'
import { VisitorMessageService } from './visitor/visitor-message.service.ts'

const database = useDatabase({ entities })
const service = new VisitorMessageService({ contacts: new ContactService(), bot: new MenuBot() })
let world: World
let ana: Actor

beforeAll(async () => {
  world = await newWorld(database)
  ana = await world.member()
  const text = 'Mi pedido PED-48213 no llegó; llámeme al 809-555-0100 o escriba a juan.perez@example.com. Cédula 001-1234567-8, crédito pre-aprobado'
  await world.as(world.visitor(), unit => service.receive(unit, { clientId: randomUUID(), text, attachmentIds: [], language: 'ES' }))
})

const found = async (text: string) => {
  const page = await world.as(ana, unit => searchConversations(unit, { text, first: 5 }))
  return page.edges.length
}

test.each([
  'PED-48213', '48213', 'ped 482', '809-555-0100', '555-0100', 'juan.perez@example.com', 'juan.per', '001-1234567-8', 'cedula',
  'LLEGO pedido', 'pre-aprobado', 'pedido: "PED-48213"',
])('what was written is found by “%s”', async text => {
  expect(await found(text)).toBe(1)
})

test.each(['48214', 'pedido 99999', "' | nada", 'pedido:* & ! \\ nada', 'maria@example.com'])('nothing is found by “%s”', async text => {
  expect(await found(text)).toBe(0)
})

test.each(["'", '\\', '!', '(a', 'a:*b', `'a' <-> b`, 'x'.repeat(5000), '&|!()'])('“%s” is no error of ours', async text => {
  expect(await found(text)).toBeLessThanOrEqual(1)
})

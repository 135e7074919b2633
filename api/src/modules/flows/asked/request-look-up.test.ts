import { beforeEach, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { systemActor } from '../../../platform/actor.ts'
import { newId } from '../../../platform/ids.ts'
import { RequestService } from '../../requests/index.ts'
import { lookUpRequest } from './request-look-up.ts'

const database = useDatabase({ entities })
const requests = new RequestService()
let world: World
let [hers, another]: string[] = []
let number: string

beforeEach(async () => {
  world = await newWorld(database)
  hers = await contact()
  another = await contact()
  number = (await bot(unit => requests.open(unit, { type: 'claim', title: 'Cobro doble', contactId: hers }))).number
})

async function contact(): Promise<string> {
  const id = newId()
  await database.owner.query(`insert into contact (tenant_id, id, name, language, created_at, last_seen_at) values ($1, $2, 'Ana Ejemplo', 'ES', now(), now())`, [world.tenantId, id])
  return id
}

const bot = <Result>(work: Parameters<typeof world.as<Result>>[1]) => world.as(systemActor(world.tenantId), work)
const found = async (where: Record<string, string>, contactId = hers!, language: 'ES' | 'EN' = 'ES') => {
  const result = await bot(unit => lookUpRequest(requests, unit, { where, contactId, language }))
  return result.ok ? result.data : result
}

test('she finds her request by its number however she writes it, in her language', async () => {
  expect(await found({ number })).toMatchObject({ number, title: 'Cobro doble', state: 'Recibida', stateKey: 'new', isFinal: false })
  expect(await found({ number: number.toLowerCase().replaceAll('-', ' ') }, hers, 'EN')).toMatchObject({ number, state: 'Received' })
})

test('nobody finds what is another’s, nor what is not there', async () => {
  expect(await found({ number }, another)).toBeNull()
  expect(await found({ number: 'S-2020-999999' })).toBeNull()
  expect(await found({})).toBeNull()
})

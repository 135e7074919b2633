import { expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { storeDelivery, waitingDeliveries } from './delivery.store.ts'

const database = useDatabase({ entities })

test('deliveries are taken by number and by bytes, the oldest first, and one that is too large by itself alone', async () => {
  const world = await newWorld(database)
  const { channelAccountId } = world
  const admin = await world.member('ADMIN')
  await world.as(admin, async unit => {
    for (const bytes of [900, 500, 400, 300]) await storeDelivery(unit, { channelAccountId, headers: {}, body: Buffer.alloc(bytes, 'a') })
  })
  const taken = (most: number, mostBytes: number) => world.as(admin, async unit =>
    (await waitingDeliveries(unit, { channelAccountId, most, mostBytes })).map(({ body }) => body.length))
  expect(await taken(64, 100)).toEqual([900])
  expect(await taken(64, 1500)).toEqual([900, 500])
  expect(await taken(64, 10_000)).toEqual([900, 500, 400, 300])
  expect(await taken(3, 10_000)).toEqual([900, 500, 400])
})

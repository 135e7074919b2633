import { expect, test } from 'vitest'
import { newWorld, type World } from '../../../../test/world.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { openBroadcast } from '../../../platform/broadcast.ts'
import { newId } from '../../../platform/ids.ts'
import type { Actor } from '../../../platform/actor.ts'
import { botProApproves, bots, channels, database, done, golive, publishing, served, useBots } from '../bots/bots.fixture.ts'
import { LiveBots } from '../versions/live-bots.ts'
import { listBotChannels } from './bot-channel.queries.ts'
import type { Assignment } from './bot-channel.service.ts'
import { ServedBots } from './served-bots.ts'

useBots()

interface Company {
  world: World
  owner: Actor
}

async function company(): Promise<Company> {
  const world = await newWorld(database)
  return { world, owner: await world.member('OWNER') }
}

async function liveBot({ world, owner }: Company): Promise<string> {
  const botId = done(await world.as(owner, unit => bots.create(unit, { name: 'Asistente', language: 'ES' })))
  const linted = await world.as(owner, unit => publishing.lint(unit, botId))
  done(await world.as(owner, unit => publishing.publish(unit, { botId, note: 'x', reasons: [], draftRevision: 1 }, { ...linted, tests: [], items: [] })))
  for (const stage of ['TEST', 'REVIEW', 'LIVE'] as const) await move({ world, owner }, botId, stage)
  return botId
}

async function move({ world, owner }: Company, botId: string, stage: 'BUILD' | 'TEST' | 'REVIEW' | 'LIVE') {
  if (stage === 'LIVE') await botProApproves(botId, world.tenantId)
  const seen = await golive.checklist(await world.as(owner, unit => golive.look(unit, botId)))
  done(await world.as(owner, unit => golive.move(unit, { botId, stage, overrideReason: 'x' }, seen)))
}

const assign = ({ world, owner }: Company, botId: string, more: Partial<Assignment> = {}) =>
  world.as(owner, unit => channels.assign(unit, { botId, channelAccountId: world.channelAccountId, hours: 'ALWAYS', intervals: [], ...more }))

const serving = ({ world, owner }: Company, at?: string, channelAccountId = world.channelAccountId) =>
  world.as(owner, unit => served.for(unit, channelAccountId, at ? new Date(`${at}-04:00`) : unit.now))

test('a bot answers where it was put, from the moment that it is live until it is not', async () => {
  const ours = await company()
  const botId = await liveBot(ours)
  expect(await serving(ours)).toBeNull()
  done(await assign(ours, botId))
  expect(await serving(ours)).toMatchObject({ botId, versionId: expect.any(String) })
  expect(await serving(ours, undefined, newId())).toBeNull()
  await move(ours, botId, 'BUILD')
  expect(await serving(ours)).toBeNull()
})

test('a bot rests out of its hours, and is gone where it is not live, or was put nowhere', async () => {
  const ours = await company()
  const botId = await liveBot(ours)
  const standing = (at: string) => ours.world.as(ours.owner, unit => served.standing(unit, { channelAccountId: ours.world.channelAccountId, botId }), new Date(`${at}-04:00`))
  expect(await standing('2026-11-23T10:00:00')).toBe('GONE')
  done(await assign(ours, botId, { hours: 'OPEN' }))
  expect([await standing('2026-11-23T10:00:00'), await standing('2026-11-22T10:00:00')]).toEqual(['SERVES', 'RESTS'])
  await move(ours, botId, 'BUILD')
  expect(await standing('2026-11-23T10:00:00')).toBe('GONE')
})

test('a bot is gone only where it is not live by now, also for a process that has not heard of it', async () => {
  const ours = await company()
  const botId = await liveBot(ours)
  const unheard = new ServedBots(openBroadcast())
  const standing = () => ours.world.as(ours.owner, unit => unheard.standing(unit, { channelAccountId: ours.world.channelAccountId, botId }))
  expect(await standing()).toBe('GONE')
  done(await assign(ours, botId))
  expect(await standing()).toBe('SERVES')
})

test('another answers while people work than while they do not', async () => {
  const ours = await company()
  const [day, night] = [await liveBot(ours), await liveBot(ours)]
  done(await assign(ours, day, { hours: 'OPEN' }))
  done(await assign(ours, night, { hours: 'CLOSED' }))
  expect([await serving(ours, '2026-11-23T10:00:00'), await serving(ours, '2026-11-22T10:00:00')]).toMatchObject([{ botId: day }, { botId: night }])
  expect(await ours.world.as(ours.owner, unit => listBotChannels(unit))).toHaveLength(2)
})

test('of two that are put on a channel at once one is, and the other is told which', async () => {
  const ours = await company()
  const both = [await liveBot(ours), await liveBot(ours)]
  const results = await Promise.all(both.map(botId => assign(ours, botId)))
  expect(results.filter(one => typeof one === 'string')).toHaveLength(1)
  expect(results.find(one => typeof one !== 'string')).toMatchObject({ code: 'BOT_CHANNEL_TAKEN', botChannelId: expect.any(String) })
})

test('hours are changed in place, given up, and taken over from what was put away', async () => {
  const ours = await company()
  const [first, second] = [await liveBot(ours), await liveBot(ours)]
  done(await assign(ours, first))
  done(await assign(ours, first, { hours: 'WEEKLY', intervals: [{ weekday: 'MONDAY', opens: '09:00', closes: '12:00' }] }))
  expect(await assign(ours, second, { hours: 'WEEKLY', intervals: [{ weekday: 'MONDAY', opens: '11:00', closes: '13:00' }] })).toMatchObject({ code: 'BOT_CHANNEL_TAKEN' })
  done(await assign(ours, second, { hours: 'WEEKLY', intervals: [{ weekday: 'MONDAY', opens: '12:00', closes: '13:00' }] }))
  expect([await serving(ours, '2026-11-23T11:59:00'), await serving(ours, '2026-11-23T12:00:00')]).toMatchObject([{ botId: first }, { botId: second }])
  await ours.world.as(ours.owner, unit => channels.unassign(unit, { botId: second, channelAccountId: ours.world.channelAccountId }))
  expect(await serving(ours, '2026-11-23T12:00:00')).toBeNull()
  await move(ours, first, 'BUILD')
  done(await ours.world.as(ours.owner, unit => bots.archive(unit, first)))
  expect(await assign(ours, second)).toBe(second)
})

test.each([
  ['no hours of its own', []], ['hours that end before they begin', [{ weekday: 'MONDAY' as const, opens: '12:00', closes: '09:00' }]],
  ['hours that share time', [{ weekday: 'MONDAY' as const, opens: '09:00', closes: '12:00' }, { weekday: 'MONDAY' as const, opens: '11:00', closes: '13:00' }]],
])('%s are refused', async (_what, intervals) => {
  const ours = await company()
  const botId = done(await ours.world.as(ours.owner, unit => bots.create(unit, { name: 'Uno', language: 'ES' })))
  expect(typeof await assign(ours, botId, { hours: 'WEEKLY', intervals })).toBe('object')
})

test('a channel of nobody, or of another company, takes no bot; nor do agents put one there', async () => {
  const [ours, theirs] = [await company(), await company()]
  const botId = done(await ours.world.as(ours.owner, unit => bots.create(unit, { name: 'Uno', language: 'ES' })))
  await expect(assign(ours, botId, { channelAccountId: theirs.world.channelAccountId })).rejects.toThrow(NotFound)
  await expect(assign({ ...ours, owner: await ours.world.member('AGENT') }, botId)).rejects.toThrow(Forbidden)
})

test('a version is compiled once, for its own company alone', async () => {
  const [ours, theirs] = [await company(), await company()]
  const botId = await liveBot(ours)
  done(await assign(ours, botId))
  const { versionId } = (await serving(ours))!
  const live = new LiveBots({ bytes: 1_000_000 })
  const get = ({ world, owner }: Company) => world.as(owner, unit => live.get(unit, versionId))
  const [one, same] = await Promise.all([get(ours), get(ours)])
  expect(one!.flows.get('bienvenida')!.steps.has('say1')).toBe(true)
  expect(same).toBe(one)
  expect(await get(ours)).toBe(one)
  expect(await get(theirs)).toBeUndefined()
})

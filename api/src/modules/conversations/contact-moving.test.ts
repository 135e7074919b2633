import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import { systemActor } from '../../platform/actor.ts'
import { newId } from '../../platform/ids.ts'
import { News } from '../../platform/news.ts'
import type { Unit } from '../../platform/unit.ts'
import { ContactService, MergeService, SuggestionService, type Admitted, type Arrival } from '../contacts/index.ts'
import { holdThreads, moveConversations } from './contact-moving.ts'
import { MenuBot } from './bot/menu-bot.ts'
import { timelineOf } from './timeline.queries.ts'
import { VisitorMessageService } from './visitor/visitor-message.service.ts'

const database = useDatabase({ entities })
const news = new News().on('contact.moving', (unit, { identityIds }) => holdThreads(unit, identityIds)).on('contact.merged', moveConversations)
const [merges, suggestions] = [new MergeService(news), new SuggestionService()]
const contacts = new ContactService({ merges, suggestions })
const messages = new VisitorMessageService({ contacts, bot: new MenuBot() })

interface Scene {
  world: World
  accounts: string[]
  system<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result>
  agent<Result>(work: (unit: Unit) => Promise<Result>): Promise<Result>
  arrives(arrival: Partial<Arrival> & { externalId: string }): Promise<Admitted>
}

/** A tenant with three channel accounts and an agent. */
async function newScene(): Promise<Scene> {
  const world = await newWorld(database)
  const member = await world.member()
  const accounts = [world.channelAccountId, newId(), newId()]
  for (const id of accounts.slice(1))
    await database.owner.query(`insert into channel_account (tenant_id, id, kind, name, created_at) values ($1, $2, 'WEB', 'x', now())`, [world.tenantId, id])
  const system: Scene['system'] = work => world.as(systemActor(world.tenantId), work)
  return {
    world, accounts, system, agent: work => world.as(member, work),
    arrives: arrival => system(unit => contacts.admit(unit, { channelAccountId: accounts[0]!, language: 'ES', verified: false, ...arrival })),
  }
}

const says = ({ world }: Scene, externalId: string) => world.as(world.visitor(externalId), unit =>
  messages.receive(unit, { clientId: randomUUID(), text: 'quiero hablar con una persona', attachmentIds: [], language: 'ES' }))

const rows = async (text: string, values: unknown[]) => (await database.owner.query(text, values)).rows

/** Everything of contacts and of whom conversations are, without what only counts changes. */
async function stateOf({ world: { tenantId } }: Scene): Promise<unknown> {
  return [
    await rows('select id, name, email, phone, verified, attributes, last_seen_at, merged_into from contact where tenant_id = $1 order by id', [tenantId]),
    await rows('select id, contact_id from contact_identity where tenant_id = $1 order by id', [tenantId]),
    await rows('select id, contact_id, identity_id from conversation where tenant_id = $1 order by id', [tenantId]),
  ]
}

describe('an address', () => {
  test('that comes back with another id and names the old one is the same address, known by both', async () => {
    const scene = await newScene()
    const first = await scene.arrives({ externalId: '18095550123', phone: '18095550123', isPhoneTrusted: true, name: 'Marta' })
    expect(await scene.arrives({ externalId: 'DO.abc', aliases: ['18095550123'] })).toEqual(first)
    expect(await scene.arrives({ externalId: '18095550123' })).toEqual(first)
    const [identity] = await rows('select external_id, phone, display_name from contact_identity where id = $1', [first.identityId])
    expect(identity).toEqual({ external_id: 'DO.abc', phone: '+18095550123', display_name: 'Marta' })
  })

  test('of which the channel says that it is another known one joins their contacts and stays an address', async () => {
    const scene = await newScene()
    const [one, other] = [await scene.arrives({ externalId: 'a' }), await scene.arrives({ externalId: 'b' })]
    const both = await scene.arrives({ externalId: 'b', aliases: ['a'] })
    expect(both).toEqual({ contactId: one.contactId, identityId: other.identityId })
    expect(await rows('select count(*)::int as count from contact_identity where contact_id = $1', [one.contactId])).toEqual([{ count: 2 }])
  })

  test('that was renamed is found by its new id, and the number given up belongs to nobody', async () => {
    const scene = await newScene()
    const first = await scene.arrives({ externalId: 'DO.abc', aliases: ['18095550123'], phone: '+18095550123', isPhoneTrusted: true })
    await scene.system(unit => contacts.rename(unit, { channelAccountId: scene.accounts[0]!, was: ['DO.abc', '18095550123'], becomes: 'DO.xyz' }))
    expect(await scene.arrives({ externalId: 'DO.xyz' })).toEqual(first)
    expect(await scene.arrives({ externalId: 'DO.abc' })).toEqual(first)
    const next = await scene.arrives({ externalId: '18095550123', phone: '+18095550123', isPhoneTrusted: true })
    expect(next.contactId).not.toBe(first.contactId)
  })

  test('gives a name to a contact who has none, and takes none away', async () => {
    const scene = await newScene()
    const { contactId } = await scene.arrives({ externalId: 'a', name: 'Marta' })
    await scene.arrives({ externalId: 'a', name: 'Otra' })
    expect(await rows('select name from contact where id = $1', [contactId])).toEqual([{ name: 'Marta' }])
  })
})

describe('two channels', () => {
  test('that vouch for the same number or e-mail, however written, have one contact', async () => {
    const scene = await newScene()
    const [, sms, mail] = scene.accounts
    const one = await scene.arrives({ externalId: 'a', phone: '(809) 555-0123', isPhoneTrusted: true, email: 'Ana@Example.com', isEmailTrusted: true })
    expect((await scene.arrives({ externalId: 'b', channelAccountId: sms, phone: '+1 809 555 0123', isPhoneTrusted: true })).contactId).toBe(one.contactId)
    expect((await scene.arrives({ externalId: 'c', channelAccountId: mail, email: 'ana@example.COM', isEmailTrusted: true })).contactId).toBe(one.contactId)
  })

  test('of which one only heard the number suggest it, with the number, and join nothing', async () => {
    const scene = await newScene()
    const one = await scene.arrives({ externalId: 'a', phone: '+18095550123', isPhoneTrusted: true })
    const other = await scene.arrives({ externalId: 'b', phone: '+18095550123' })
    expect(other.contactId).not.toBe(one.contactId)
    expect(await rows('select evidence, value, state from contact_suggestion where tenant_id = $1', [scene.world.tenantId]))
      .toEqual([{ evidence: 'PHONE', value: '+18095550123', state: 'OPEN' }])
  })

  test('do not join again whom somebody took apart', async () => {
    const scene = await newScene()
    const [one, other] = [await scene.arrives({ externalId: 'a' }), await scene.arrives({ externalId: 'b' })]
    const pair = { contactId: one.contactId, absorbedId: other.contactId }
    const merge = await scene.agent(unit => merges.merge(unit, pair))
    await scene.agent(unit => merges.unmerge(unit, (merge as { id: string }).id))
    const trusted = { phone: '+18095550123', isPhoneTrusted: true }
    await scene.arrives({ externalId: 'a', ...trusted })
    expect((await scene.arrives({ externalId: 'b', ...trusted })).contactId).toBe(other.contactId)
  })

  test('by which fifty people first write in the same moment make fifty contacts', async () => {
    const scene = await newScene()
    const phones = Array.from({ length: 50 }, (_, index) => `+1809555${1000 + index}`)
    const both = await Promise.all(phones.flatMap(phone => scene.accounts.slice(0, 2).map(channelAccountId =>
      scene.arrives({ channelAccountId, externalId: phone, phone, isPhoneTrusted: true }))))
    expect(new Set(both.map(one => one.identityId)).size).toBe(100)
    expect(new Set(both.map(one => one.contactId)).size).toBe(50)
  })
})

describe('two contacts', () => {
  test('of another tenant are not there for whoever joins, and what they have in common is not suggested', async () => {
    const [ours, theirs] = [await newScene(), await newScene()]
    const mine = await ours.arrives({ externalId: 'a', phone: '+18095550123', isPhoneTrusted: true })
    const hers = await theirs.arrives({ externalId: 'a', phone: '+18095550123', isPhoneTrusted: true })
    expect(hers.contactId).not.toBe(mine.contactId)
    const before = await stateOf(theirs)
    for (const pair of [{ contactId: mine.contactId, absorbedId: hers.contactId }, { contactId: hers.contactId, absorbedId: mine.contactId }])
      await expect(ours.agent(unit => merges.merge(unit, pair))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await stateOf(theirs)).toEqual(before)
    expect(await rows('select id from contact_suggestion where tenant_id = any($1)', [[ours.world.tenantId, theirs.world.tenantId]])).toEqual([])
  })

  test('who are joined have one timeline, the newest first, page after page', async () => {
    const scene = await newScene()
    for (const id of ['a', 'b', 'a', 'b']) await says(scene, id)
    const [one, other] = [await scene.arrives({ externalId: 'a' }), await scene.arrives({ externalId: 'b' })]
    await scene.agent(unit => merges.merge(unit, { contactId: one.contactId, absorbedId: other.contactId }))
    const seen: string[] = []
    for (let after: string | undefined, more = true; more;) {
      const page = await scene.agent(unit => timelineOf(unit, one.contactId, { first: 3, after }))
      seen.push(...page.edges.map(({ node }) => node.id))
      ;({ hasNextPage: more, endCursor: after } = page.pageInfo)
    }
    const all = await rows('select id from message where tenant_id = $1 order by sent_at desc, id desc', [scene.world.tenantId])
    expect(seen).toEqual(all.map(row => row.id))
    expect(seen.length).toBeGreaterThan(4)
  })

  test('who are joined while one of them writes lose no conversation to the one that is gone', async () => {
    for (let round = 0; round < 10; round++) {
      const scene = await newScene()
      const [one, other] = [await scene.arrives({ externalId: 'a' }), await scene.arrives({ externalId: 'b' })]
      await Promise.all([says(scene, 'b'), scene.agent(unit => merges.merge(unit, { contactId: one.contactId, absorbedId: other.contactId }))])
      expect(await rows('select contact_id from conversation where tenant_id = $1', [scene.world.tenantId])).toEqual([{ contact_id: one.contactId }])
    }
  })
})

const step = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), who: fc.nat(5) }),
  fc.record({ kind: fc.constant('vouched' as const), who: fc.nat(5), account: fc.nat(1), phone: fc.nat(3) }),
  fc.record({ kind: fc.constant('alias' as const), who: fc.nat(5), other: fc.nat(5) }),
  fc.record({ kind: fc.constant('merge' as const), one: fc.nat(9), other: fc.nat(9) }),
  fc.record({ kind: fc.constant('unmerge' as const), which: fc.nat(9) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

async function take(scene: Scene, does: Step) {
  const { tenantId } = scene.world
  if (does.kind === 'write') return says(scene, `p${does.who}`)
  if (does.kind === 'vouched') return scene.arrives({ channelAccountId: scene.accounts[does.account]!, externalId: `p${does.who}`, phone: `+1809555012${does.phone}`, isPhoneTrusted: true, name: `N${does.who}` })
  if (does.kind === 'alias') return scene.arrives({ channelAccountId: scene.accounts[1]!, externalId: `p${does.who}`, aliases: [`p${does.other}`] })
  if (does.kind === 'merge') {
    const all = await rows('select id from contact where tenant_id = $1 order by id', [tenantId])
    if (all.length === 0) return
    const [contactId, absorbedId] = [all[does.one % all.length].id, all[does.other % all.length].id]
    return mergeAndBack(scene, contactId, absorbedId)
  }
  const all = await rows('select id from contact_merge where tenant_id = $1 order by id', [tenantId])
  if (all.length) await scene.agent(unit => merges.unmerge(unit, all[does.which % all.length].id))
}

/** Joined, taken apart, which must leave things as they were, and joined again. */
async function mergeAndBack(scene: Scene, contactId: string, absorbedId: string) {
  const before = await stateOf(scene)
  const merge = await scene.agent(unit => merges.merge(unit, { contactId, absorbedId }))
  if (!('keptId' in merge)) return
  await scene.agent(unit => merges.unmerge(unit, merge.id))
  expect(await stateOf(scene)).toEqual(before)
  await scene.agent(unit => merges.merge(unit, { contactId, absorbedId }))
}

test('whatever is admitted, joined and taken apart, each address is under one contact that stands, with all its conversations', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async steps => {
    const scene = await newScene()
    let conversations = 0
    for (const one of steps) {
      await take(scene, one)
      const [now] = await rows(`select count(*)::int as all, count(*) filter (where c.contact_id = i.contact_id)::int as right,
        count(*) filter (where k.merged_into is null)::int as standing
        from conversation c join contact_identity i on i.id = c.identity_id join contact k on k.id = c.contact_id where c.tenant_id = $1`, [scene.world.tenantId])
      expect(now.all).toBeGreaterThanOrEqual(conversations)
      conversations = now.all
      expect([now.right, now.standing]).toEqual([now.all, now.all])
      expect(await rows('select i.id from contact_identity i join contact k on k.id = i.contact_id where i.tenant_id = $1 and k.merged_into is not null', [scene.world.tenantId])).toEqual([])
    }
  }), { numRuns: 25 })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../src/app.ts'
import { ask, post, subscribe, type Caller } from './client.ts'
import { Company } from './company.ts'
import { Desk, snapshot } from './desk.ts'
import { dice } from './dice.ts'
import { NO_REDIS, openRedis } from './redis.ts'
import { useStand } from './stand.ts'
import { Talk } from './talk.ts'

const stand = useStand()
const EVENTS = 'subscription { conversationEvents { kind message { text } } }'
const TYPING = 'subscription($conversationId: ID!) { conversationTyping(conversationId: $conversationId) { conversationId } }'

const agent = (company: Company) => company.caller('AGENT')

test('without Redis another process delivers all the same, within the time between two looks at the log', { timeout: 20_000 }, async () => {
  const other = await stand.open()
  const company = await Company.found(stand.database, stand.app)
  const watcher = subscribe(other.url, await agent(company), { query: EVENTS })
  await watcher.saw(event => event.kind === 'READY')
  await new Talk(stand.url).says(await company.visitor(), 'por el otro lado')
  await watcher.saw(event => event.message?.text === 'por el otro lado', 9000)
  watcher.cut()
})

describe('with Redis several processes behave as one', () => {
  let redis: Awaited<ReturnType<typeof openRedis>>
  let apps: [App, App]
  let company: Company

  beforeAll(async () => {
    redis = await openRedis()
    if (!redis) return
    apps = [await stand.open({ REDIS_URL: redis.url }), await stand.open({ REDIS_URL: redis.url })]
    company = await Company.found(stand.database, apps[0])
  })
  afterAll(() => redis?.stop())

  /** A test that another machine may not be able to run; its end says so. */
  const withRedis = (title: string, body: () => Promise<void>) =>
    test(title, { timeout: 30_000 }, async context => {
      if (!redis) return context.skip(NO_REDIS)
      await body()
    })

  withRedis('news written through one is heard at once through the other', async () => {
    const watcher = subscribe(apps[1].url, await agent(company), { query: EVENTS })
    await watcher.saw(event => event.kind === 'READY')
    for (const text of ['uno', 'dos', 'tres']) {
      await new Talk(apps[0].url).says(await company.visitor(), text)
      await watcher.saw(event => event.message?.text === text, 1500)
    }
    watcher.cut()
  })

  withRedis('who types at one is seen typing at the other', async () => {
    const conversationId = company.ids.conversation
    const watcher = subscribe(apps[1].url, await agent(company), { query: TYPING, variables: { conversationId } })
    const typist = await agent(company)
    const type = () => ask(apps[0].url, typist, 'mutation($id: ID!) { showAgentTyping(conversationId: $id) }', { id: conversationId })
    // Signals are kept nowhere: they are repeated, as the desk repeats them.
    const timer = setInterval(() => void type().catch(() => {}), 200)
    await watcher.saw(event => event.conversationId === conversationId, 5000).finally(() => clearInterval(timer))
    watcher.cut()
  })

  withRedis('a right withdrawn at one ends the socket and the requests at the other', async () => {
    const member = await company.member('AGENT')
    const watcher = subscribe(apps[1].url, member, { query: EVENTS })
    await watcher.saw(event => event.kind === 'READY')
    await ask(apps[0].url, await company.caller('OWNER'),
      'mutation($memberId: ID!) { disableMember(input: { memberId: $memberId }) { __typename } }', { memberId: member.memberId })
    const patience = new Promise(resolve => setTimeout(resolve, 2000, 'still open'))
    expect(await Promise.race([watcher.ended, patience])).toEqual({ closed: 4410 })
    const codeNow = async () => (await post(apps[1].url, member, { query: '{ inboxCounts { all } }' })).code
    await expect.poll(codeNow, { timeout: 1500 }).toBe('FORBIDDEN')
  })

  withRedis('screens that go from one to the other with every cut miss nothing and repeat nothing', async () => {
    const { roll, seed } = dice()
    const other = await Company.found(stand.database, apps[0])
    const staff = await Promise.all(Array.from({ length: 12 }, () => other.member('AGENT')))
    let turn = 0
    const either = () => apps[turn++ % 2]!.url
    const desks = await Promise.all(staff.map(one => new Desk(either, one).open()))
    await Promise.all(Array.from({ length: 4 }, (_, index) => converse(other, staff[index]!, { roll, desks, either })))
    const end = await new Talk(apps[0].url).cursor(staff[0]!)
    await Promise.all(desks.map(desk => desk.reaches(end)))
    const truth = await snapshot(apps[1].url, staff[0]!)
    for (const desk of desks) {
      expect(desk.state, `seed ${seed}`).toEqual(truth)
      expect(desk.seqs, `seed ${seed}`).toEqual([...new Set(desk.seqs)].toSorted((a, b) => a - b))
      desk.close()
    }
  })

  interface Playing {
    roll: () => number
    desks: Desk[]
    either: () => string
  }

  async function converse(other: Company, member: Caller, { roll, desks, either }: Playing) {
    const visitor = await other.visitor()
    const text = `quiero hablar con una persona ${crypto.randomUUID()}`
    await new Talk(either()).says(visitor, text)
    const id = await new Talk(either()).conversationOf(member, text)
    await new Talk(either()).claim(member, id)
    for (let round = 0; round < 12; round++) {
      desks[Math.floor(roll() * desks.length)]!.cut()
      await new Talk(either()).says(visitor, `pregunta ${round}`)
      await new Talk(either()).reply(member, id, `respuesta ${round}`)
    }
  }

  withRedis('two first messages of one visitor through two processes make one contact and one conversation', async () => {
    const visitors = await Promise.all(Array.from({ length: 20 }, () => company.visitor()))
    await Promise.all(visitors.flatMap(visitor => apps.map(app => new Talk(app.url).says(visitor, 'hola'))))
    const { rows } = await stand.database.owner.query(`
      select count(*)::int as messages, count(distinct m.identity_id)::int as identities, count(distinct c.contact_id)::int as contacts,
        count(distinct c.id)::int as conversations
      from message m join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id
      where m.tenant_id = $1 and m.author = 'CONTACT' and m.text = 'hola'`, [company.tenantId])
    expect(rows).toEqual([{ messages: 40, identities: 20, contacts: 20, conversations: 20 }])
  })

  withRedis('they count requests together', async () => {
    const environment = { REDIS_URL: redis!.url, RATE_LIMIT_FACTOR: '0.05' }
    const tight = [await stand.open(environment), await stand.open(environment)]
    const visitor = await company.visitor()
    const codes: (string | undefined)[] = []
    for (let round = 0; round < 8; round++)
      for (const app of tight) codes.push((await post(app.url, visitor, { query: '{ visitorThread { owner } }' })).code)
    expect(codes.filter(code => code === undefined)).toHaveLength(12)
    expect(codes.filter(code => code === 'RATE_LIMITED')).toHaveLength(4)
  })

  withRedis('when Redis goes away they go on, and the log is still read', async () => {
    const own = await openOwnRedis()
    if (!own) return
    const pair = [await stand.open({ REDIS_URL: own.url, LOG_LEVEL: 'silent' }), await stand.open({ REDIS_URL: own.url, LOG_LEVEL: 'silent' })]
    const watcher = subscribe(pair[1]!.url, await agent(company), { query: EVENTS })
    await watcher.saw(event => event.kind === 'READY')
    await own.stop()
    await new Talk(pair[0]!.url).says(await company.visitor(), 'sin Redis')
    await watcher.saw(event => event.message?.text === 'sin Redis', 9000)
    watcher.cut()
  })

  withRedis('when Redis takes what it is asked and answers nothing they go on as well', async () => {
    const own = await openOwnRedis()
    if (!own) return
    const app = await stand.open({ REDIS_URL: own.url, LOG_LEVEL: 'silent' })
    const watcher = subscribe(app.url, await agent(company), { query: EVENTS })
    await watcher.saw(event => event.kind === 'READY')
    own.freeze()
    for (const text of ['uno', 'dos', 'tres']) await new Talk(app.url).says(await company.visitor(), `${text} sin respuesta`)
    await watcher.saw(event => event.message?.text === 'tres sin respuesta', 9000)
    watcher.cut()
    await own.stop()
  })

  /** One that may be stopped; the one of `REDIS_URL` is not ours. */
  const openOwnRedis = async () => (process.env['REDIS_URL'] ? undefined : openRedis())
})

import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../src/platform/actor.ts'
import { pruneEvents, renewEpoch } from '../src/platform/event-log.ts'
import { ask, subscribe, type Caller } from './client.ts'
import { Company } from './company.ts'
import { Desk, seqOf, snapshot } from './desk.ts'
import { dice } from './dice.ts'
import { useStand } from './stand.ts'
import { Talk } from './talk.ts'

const stand = useStand()
let talk: Talk

beforeAll(() => {
  talk = new Talk(stand.url)
})

const EVENTS = 'subscription($after: Cursor) { conversationEvents(after: $after) { kind cursor message { text } } }'
const VISITOR_EVENTS = 'subscription($after: Cursor) { visitorEvents(after: $after) { kind cursor message { text } } }'

/** A visitor and an agent who keep writing, each in any order that the dice say. */
async function keepTalking({ company, agent, roll, rounds }: { company: Company; agent: Caller; roll: () => number; rounds: number }) {
  const visitor = await company.visitor()
  const text = `quiero hablar con una persona ${crypto.randomUUID()}`
  await talk.says(visitor, text)
  const id = await talk.conversationOf(agent, text)
  const steps = [
    () => talk.says(visitor, `mensaje ${roll()}`), () => talk.says(visitor, `otro ${roll()}`), () => talk.claim(agent, id),
    () => talk.reply(agent, id, `respuesta ${roll()}`), () => talk.note(agent, id, 'nota'), () => talk.read(agent, id),
    () => talk.acknowledge(visitor, 999, 999), () => talk.close(agent, id), () => talk.reopen(agent, id), () => talk.handBack(agent, id),
  ]
  for (let round = 0; round < rounds; round++) {
    // What cannot be done at the moment is refused, and changes nothing.
    await steps[Math.floor(roll() * steps.length)]!().catch(() => {})
    await sleep(roll() * 40)
  }
}

test('chatwoot#995, #3916, #4157, #6411: fifty screens whose sockets are cut at random miss nothing, repeat nothing and end equal to the server', { timeout: 60_000 }, async () => {
  const { roll, seed } = dice()
  const company = await Company.found(stand.database, stand.app)
  const agents = await Promise.all(Array.from({ length: 4 }, () => company.member('AGENT')))
  const callers = await Promise.all(Array.from({ length: 50 }, async (_, index) => company.session('AGENT', agents[index % 4]!.userId)))
  const desks = await Promise.all(callers.map(caller => new Desk(stand.url, caller).open()))
  const from = desks.map(desk => desk.seqs[0]!)
  let over = false
  const cutting = Promise.all(desks.map(async desk => {
    while (!over) {
      await sleep(50 + roll() * 800)
      desk.cut()
    }
  }))
  await Promise.all(Array.from({ length: 8 }, (_, index) => keepTalking({ company, agent: agents[index % 4]!, roll, rounds: 40 })))
  over = true
  await cutting
  const end = await talk.cursor(agents[0]!)
  await Promise.all(desks.map(desk => desk.reaches(end)))
  const { rows } = await stand.database.owner.query<{ seq: string }>('select seq from event_log where tenant_id = $1 order by seq', [company.tenantId])
  const truth = await snapshot(stand.url, agents[0]!)
  for (const [index, desk] of desks.entries()) {
    const expected = rows.map(row => Number(row.seq)).filter(seq => seq > from[index]!)
    expect(desk.seqs.slice(1), `seed ${seed}`).toEqual(expected)
    expect(desk.state, `seed ${seed}`).toEqual(truth)
    expect(desk.begun).toBe(1)
    desk.close()
  }
  const cuts = desks.reduce((sum, desk) => sum + desk.cuts, 0)
  expect(cuts).toBeGreaterThan(100)
  console.log(`50 screens, ${cuts} cuts, ${rows.length} events each, seed ${seed}`)
})

describe('a cursor that cannot be gone on from is told so, never passed over in silence', () => {
  let company: Company
  let agent: Caller
  let visitor: Caller
  beforeAll(async () => {
    company = await Company.found(stand.database, stand.app)
    agent = await company.caller('AGENT')
    visitor = await company.caller('VISITOR')
  })

  const endOf = async (caller: Caller, after: string) => {
    const { ended, events } = subscribe(stand.url, caller, { query: caller.path === '/graphql' ? EVENTS : VISITOR_EVENTS, variables: { after } })
    return { ...await ended, events: events.length }
  }
  const bothEnd = async (after: string, code: string) => {
    for (const caller of [agent, visitor]) expect(await endOf(caller, after), caller.name).toEqual({ code, events: 0 })
  }
  const cursorAt = (epoch: string, seq: number) => Buffer.from(`${epoch}.${seq}`).toString('base64url')
  const epochOf = (cursor: string) => Buffer.from(cursor, 'base64url').toString('latin1').split('.')[0]!
  const asPlatform = <Result>(work: Parameters<typeof stand.app.kernel.units.platform<Result>>[1]) =>
    stand.app.kernel.units.platform({ actor: systemActor() }, work)

  test('when it is older than what is kept', async () => {
    const old = await talk.cursor(agent)
    await talk.says(visitor, 'uno')
    await asPlatform(unit => pruneEvents(unit, new Date(Date.now() + 1000)))
    await bothEnd(old, 'RESYNC_REQUIRED')
  })

  test('when it is of another tenant', async () => {
    const other = await Company.found(stand.database, stand.app)
    await bothEnd(await talk.cursor(await other.caller('AGENT')), 'RESYNC_REQUIRED')
  })

  test('when it lies ahead of the log, as after a restore', async () => {
    const now = await talk.cursor(agent)
    await bothEnd(cursorAt(epochOf(now), seqOf(now) + 1), 'RESYNC_REQUIRED')
  })

  test('when it is no cursor at all', async () => {
    for (const nonsense of ['', 'x', 'ñ', cursorAt('zz', 1), cursorAt('aa', -1), 'A'.repeat(5000)].filter(Boolean)) await bothEnd(nonsense, 'BAD_USER_INPUT')
  })

  test('when the database is restored while somebody watches; she begins anew and sees everything', async () => {
    const desk = await new Desk(stand.url, agent).open()
    const hers = await new Desk(stand.url, visitor).open()
    await asPlatform(renewEpoch)
    await talk.says(visitor, 'después de la restauración')
    await expect.poll(() => [desk.begun, hers.begun], { timeout: 8000 }).toEqual([2, 2])
    await expect.poll(() => desk.state, { timeout: 3000 }).toEqual(await snapshot(stand.url, agent))
    await expect.poll(() => hers.state, { timeout: 3000 }).toEqual(await snapshot(stand.url, visitor))
    expect(desk.endings).toContainEqual({ code: 'RESYNC_REQUIRED' })
    desk.close()
    hers.close()
  })
})

test('chatwoot#14934: whoever was away for more than the log gives at once gets all of it, in order', { timeout: 30_000 }, async () => {
  const company = await Company.found(stand.database, stand.app)
  const agent = await company.caller('AGENT')
  const after = await talk.cursor(agent)
  const missed = 1700
  await stand.database.owner.query(`
    with place as (update event_cursor set last_seq = last_seq + $3 where tenant_id = $1 returning last_seq - $3 as base)
    insert into event_log (tenant_id, seq, at, kind, conversation_id)
    select $1, base + n, now(), 'CONVERSATION_CHANGED', $2 from place, generate_series(1, $3::int) n`,
  [company.tenantId, company.ids.conversation, missed])
  const back = subscribe(stand.url, agent, { query: EVENTS, variables: { after } })
  await back.saw(event => seqOf(event.cursor) === seqOf(after) + missed, 20_000)
  expect(back.events.map(event => seqOf(event.cursor) - seqOf(after))).toEqual(Array.from({ length: missed }, (_, index) => index + 1))
  back.cut()
})

test('whoever is cut off while a new name goes to several conversations gets the rest when she is back', async () => {
  const company = await Company.found(stand.database, stand.app)
  const [agent, visitor] = [await company.caller('AGENT'), await company.visitor()]
  for (const text of ['la primera', 'la segunda']) {
    await talk.says(visitor, text)
    await talk.close(agent, await talk.conversationOf(agent, text))
  }
  const query = 'subscription($after: Cursor) { conversationEvents(after: $after) { kind cursor conversation { id contact { name } } } }'
  const watcher = subscribe(stand.url, agent, { query })
  await watcher.saw(event => event.kind === 'READY')
  const id = await talk.conversationOf(agent, 'la primera')
  const { conversation: { contact } } = await ask(stand.url, agent, 'query($id: ID!) { conversation(id: $id) { contact { id version } } }', { id })
  await ask(stand.url, agent, 'mutation($input: ChangeContactInput!) { changeContact(input: $input) { __typename } }',
    { input: { contactId: contact.id, version: contact.version, name: 'Rosa Peña', language: 'ES' } })
  await expect.poll(() => watcher.events.length).toBe(3)
  const [, first, second] = watcher.events
  expect(first.conversation.id).not.toBe(second.conversation.id)
  const back = subscribe(stand.url, agent, { query, variables: { after: first.cursor } })
  await back.saw(event => event.conversation.id === second.conversation.id)
  for (const one of [watcher, back]) one.cut()
})

test('a visitor hears her own thread and nothing else, and never a note', async () => {
  const company = await Company.found(stand.database, stand.app)
  const agent = await company.caller('AGENT')
  const [ada, eva] = [await company.visitor(), await company.visitor()]
  const hers = subscribe(stand.url, ada, { query: VISITOR_EVENTS })
  await hers.saw(event => event.kind === 'READY')
  for (const [visitor, name] of [[ada, 'Ada'], [eva, 'Eva']] as const) {
    await talk.says(visitor, `quiero hablar con una persona, soy ${name}`)
    const id = await talk.conversationOf(agent, `quiero hablar con una persona, soy ${name}`)
    await talk.claim(agent, id)
    await talk.note(agent, id, `nota sobre ${name}`)
    await talk.reply(agent, id, `Buenas, ${name}`)
    await talk.close(agent, id)
    await talk.reopen(agent, id)
    await talk.reply(agent, id, `Adiós, ${name}`)
  }
  await talk.says(ada, 'fin')
  await hers.saw(event => event.message?.text === 'fin')
  const heard = hers.texts.join('\n')
  expect(heard).toContain('Buenas, Ada')
  expect(heard).toContain('Adiós, Ada')
  expect(heard).not.toMatch(/nota|Eva/)
  const later = subscribe(stand.url, ada, { query: VISITOR_EVENTS, variables: { after: hers.events[0].cursor } })
  await later.saw(event => event.message?.text === 'fin')
  expect(later.events).toEqual(hers.events.slice(1))
  for (const one of [hers, later]) one.cut()
})

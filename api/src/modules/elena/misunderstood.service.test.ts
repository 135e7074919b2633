import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { wordingsOnly, writeFaq } from '../../../test/small-knowledge.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import { systemActor, type Actor } from '../../platform/actor.ts'
import { openBroadcast } from '../../platform/broadcast.ts'
import { newId } from '../../platform/ids.ts'
import { tidyElena } from './elena.tidy.ts'
import { IntentService } from './intent.service.ts'
import { LiveModels } from './live-models.ts'
import { listMisunderstood, type MisunderstoodReason } from './misunderstood.queries.ts'
import { MisunderstoodService } from './misunderstood.service.ts'
import { listPhrases } from './phrase.queries.ts'

const database = useDatabase({ entities })
const intents = new IntentService({ live: new LiveModels(openBroadcast()) })
const queue = new MisunderstoodService(wordingsOnly)

let world: World
let supervisor: Actor
let intentId: string
beforeEach(async () => {
  world = await newWorld(database)
  supervisor = await world.member('SUPERVISOR')
  intentId = await world.as(systemActor(), unit => intents.create(unit, { name: 'block_card', description: null, action: 'ANSWER', answers: [] })) as string
})

interface Contact {
  contactId: string
  conversationId: string
  identityId: string
}

async function contact(): Promise<Contact> {
  const [contactId, identityId, conversationId] = [newId(), newId(), newId()]
  const { owner } = database
  await owner.query(`insert into contact (tenant_id, id, language, created_at, last_seen_at) values ($1, $2, 'ES', now(), now())`, [world.tenantId, contactId])
  await owner.query(`insert into contact_identity (tenant_id, id, contact_id, channel_account_id, external_id, created_at) values ($1, $2, $3, $4, $5, now())`,
    [world.tenantId, identityId, contactId, world.channelAccountId, identityId])
  await owner.query(`insert into conversation (tenant_id, id, contact_id, identity_id, channel_account_id, status, owner, language, opened_at, last_activity_at)
    values ($1, $2, $3, $4, $5, 'OPEN', 'BOT', 'ES', now(), now())`, [world.tenantId, conversationId, contactId, identityId, world.channelAccountId])
  return { contactId, conversationId, identityId }
}

let position = 0
async function says({ contactId, conversationId, identityId }: Contact, text: string, reason: MisunderstoodReason = 'LOW_CONFIDENCE') {
  const messageId = newId()
  await database.owner.query(`insert into message (tenant_id, id, conversation_id, identity_id, position, author, text, status, sent_at)
    values ($1, $2, $3, $4, $5, 'CONTACT', $6, 'READ', now())`, [world.tenantId, messageId, conversationId, identityId, ++position, text])
  await world.as(systemActor(), unit => queue.note(unit, {
    messageId, contactId, conversationId, text, reason, language: 'ES', confidence: 0.3, guesses: [{ intent: 'block_card', probability: 0.4 }],
  }))
  return messageId
}

const waiting = (more: object = {}) => world.as(supervisor, async unit => (await listMisunderstood(unit, { first: 10, ...more })).edges.map(({ node }) => node))
const phrasesNow = () => world.as(supervisor, async unit => (await listPhrases(unit, intentId, { first: 50 })).edges.map(({ node }) => node.text).toSorted())

describe('messages that were not understood', () => {
  test('are grouped by likeness and told with what they could have been', async () => {
    const ana = await contact()
    const first = await says(ana, 'quiero bloquear mi tarjeta')
    const second = await says(await contact(), 'bloquear la tarjeta', 'HANDED_OFF')
    await says(ana, 'otra cosa muy distinta')
    const [group, other] = await waiting()
    expect(group).toMatchObject({
      id: first, text: 'bloquear la tarjeta', count: 2, reasons: ['HANDED_OFF', 'LOW_CONFIDENCE'], misunderstoodIds: [second, first],
      guesses: [{ intent: 'block_card', probability: expect.closeTo(0.4) }],
    })
    expect(other).toMatchObject({ count: 1 })
    expect(await waiting({ reasons: ['HANDED_OFF'] })).toHaveLength(1)
    expect(await waiting({ search: 'DISTÍNTA' })).toMatchObject([{ text: 'otra cosa muy distinta' }])
    expect(await waiting({ language: 'EN' })).toEqual([])
  })

  test('come page by page, none twice and none left out', async () => {
    const ana = await contact()
    for (const text of ['uno alfa', 'dos beta', 'tres gama', 'cuatro delta', 'cinco épsilon']) await says(ana, text)
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await world.as(supervisor, unit => listMisunderstood(unit, { first: 2, after }))
      seen.push(...page.edges.map(({ node }) => node.text))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined
    } while (after)
    expect(seen.toSorted()).toEqual(['cinco épsilon', 'cuatro delta', 'dos beta', 'tres gama', 'uno alfa'])
  })

  test('teach an intent once when they are assigned; taking it back takes the phrases that came of them', async () => {
    const ana = await contact()
    const ids = [await says(ana, 'Bloquéame la tarjeta'), await says(ana, 'bloqueame la tarjeta!'), await says(ana, 'congela mi tarjeta')]
    const assigned = await world.as(supervisor, unit => queue.assign(unit, { misunderstoodIds: ids, intentId }))
    expect(assigned).toMatchObject({ misunderstoodIds: ids, phrases: [expect.any(String), expect.any(String)] })
    expect(await phrasesNow()).toEqual(['Bloquéame la tarjeta', 'congela mi tarjeta'])
    expect(await waiting()).toEqual([])
    await world.as(supervisor, unit => queue.return(unit, [ids[0]!]))
    expect(await phrasesNow()).toEqual(['Bloquéame la tarjeta', 'congela mi tarjeta'])
    await world.as(supervisor, unit => queue.return(unit, ids))
    expect(await phrasesNow()).toEqual([])
    expect((await waiting()).flatMap(({ misunderstoodIds }) => misunderstoodIds).toSorted()).toEqual(ids.toSorted())
  })

  test('may be assigned in better words, and are judged once by two at once', async () => {
    const id = await says(await contact(), 'blokea eso ya!!')
    const assign = () => world.as(supervisor, unit => queue.assign(unit, { misunderstoodIds: [id], intentId, phrase: { text: 'bloquea la tarjeta', entities: [] } }))
    const done = await Promise.all([assign(), assign()])
    expect(done.map(each => 'misunderstoodIds' in each && each.misunderstoodIds.length).toSorted()).toEqual([0, 1])
    expect(await phrasesNow()).toEqual(['bloquea la tarjeta'])
    expect(await world.as(supervisor, unit => queue.assign(unit, { misunderstoodIds: [], intentId: newId() }))).toMatchObject({ field: 'intentId' })
  })

  test('are dismissed, which is undone too; the same message noted again waits once', async () => {
    const ana = await contact()
    const id = await says(ana, 'nada que ver')
    await world.as(supervisor, unit => queue.dismiss(unit, [id]))
    expect(await waiting()).toEqual([])
    await world.as(supervisor, unit => queue.return(unit, [id]))
    await world.as(systemActor(), unit => queue.note(unit, { messageId: id, ...ana, text: 'nada que ver', reason: 'THUMBS_DOWN', language: 'ES', confidence: null, guesses: [] }))
    expect(await waiting()).toMatchObject([{ count: 1, reasons: ['THUMBS_DOWN'] }])
  })

  test('are reported by agents too, with what they meant where that is known', async () => {
    const ana = await contact()
    const id = await says(ana, 'bloquear la tarjeta')
    const agent = await world.member('AGENT')
    const report = (messageId: string, more: object = {}) => world.as(agent, unit => queue.report(unit, { messageId, ...more }))
    expect(await report(id)).toEqual({ messageId: id })
    expect(await waiting()).toMatchObject([{ reasons: ['CORRECTED'], guesses: [{ probability: expect.closeTo(0.4) }] }])
    await report(id, { intentId })
    expect(await waiting()).toMatchObject([{ count: 1, guesses: [{ intent: 'block_card', probability: 1 }] }])
    await expect(report(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await report(id, { intentId: newId() })).toMatchObject({ field: 'intentId' })
  })

  test('are for supervisors to judge, not for agents and analysts', async () => {
    for (const role of ['AGENT', 'ANALYST'] as const) {
      const other = await world.member(role)
      await expect(world.as(other, unit => listMisunderstood(unit, { first: 1 }))).rejects.toMatchObject({ code: 'FORBIDDEN' })
      await expect(world.as(other, unit => queue.dismiss(unit, []))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})

describe('assigning to a question', () => {
  const wordings = async (faqId: string) => (await database.owner.query('select wordings from faq where id = $1', [faqId])).rows[0].wordings as string[]
  const assign = (ids: string[], more: object) => world.as(supervisor, unit => queue.assign(unit, { misunderstoodIds: ids, ...more }))
  const giveBack = (...ids: string[]) => world.as(supervisor, unit => queue.return(unit, ids))

  test('adds each different text as a wording, but what it knows and what is too long; undoing takes back what came of them alone', async () => {
    const ana = await contact()
    const faqId = await writeFaq(database, world.tenantId, { question: '¿Cómo bloqueo la tarjeta?', wordings: ['bloquear tarjeta'] })
    const ids = []
    for (const text of ['Congelar mi tarjeta', 'congelar mi tarjeta!', 'Bloquear tarjeta', 'cómo bloqueo la tarjeta', 'x'.repeat(501)]) ids.push(await says(ana, text))
    expect(await assign(ids, { faqId })).toEqual({ misunderstoodIds: ids, phrases: [], wordings: ['Congelar mi tarjeta'] })
    expect(await wordings(faqId)).toEqual(['bloquear tarjeta', 'Congelar mi tarjeta'])
    expect(await waiting()).toEqual([])
    await giveBack(ids[0]!)
    expect(await wordings(faqId)).toEqual(['bloquear tarjeta', 'Congelar mi tarjeta'])
    await giveBack(...ids)
    expect(await wordings(faqId)).toEqual(['bloquear tarjeta'])
    expect((await waiting()).flatMap(({ misunderstoodIds }) => misunderstoodIds)).toHaveLength(5)
  })

  test('what a later message led to as well stays until that one is given back too', async () => {
    const ana = await contact()
    const faqId = await writeFaq(database, world.tenantId, { question: '¿Cómo bloqueo la tarjeta?' })
    const [first, second] = [await says(ana, 'congelar tarjeta'), await says(ana, 'Congelar tarjeta')]
    await assign([first], { faqId })
    expect(await assign([second], { faqId })).toMatchObject({ wordings: [] })
    await giveBack(first)
    expect(await wordings(faqId)).toEqual(['congelar tarjeta'])
    await giveBack(second)
    expect(await wordings(faqId)).toEqual([])
  })

  test('may be done in better words, which have to fit', async () => {
    const id = await says(await contact(), 'blokea eso ya!!')
    const faqId = await writeFaq(database, world.tenantId, { question: '¿Cómo bloqueo la tarjeta?' })
    const typed = (text: string) => assign([id], { faqId, phrase: { text, entities: [] } })
    for (const text of [' ', 'x'.repeat(501)]) expect(await typed(text)).toMatchObject({ field: 'phrase.text' })
    expect(await typed(' bloquear mi tarjeta ya ')).toMatchObject({ wordings: ['bloquear mi tarjeta ya'] })
    await giveBack(id)
    expect(await wordings(faqId)).toEqual([])
  })

  test('needs a question of the tenant’s, and no intent beside it', async () => {
    const id = await says(await contact(), 'bloquear tarjeta')
    const faqId = await writeFaq(database, world.tenantId, { question: '¿Cómo bloqueo la tarjeta?' })
    expect(await assign([id], { faqId, intentId })).toMatchObject({ field: 'faqId' })
    expect(await assign([id], {})).toMatchObject({ field: 'intentId' })
    expect(await assign([id], { faqId: newId() })).toMatchObject({ field: 'faqId' })
    const other = await newWorld(database)
    expect(await assign([id], { faqId: await writeFaq(database, other.tenantId, { question: 'otra' }) })).toMatchObject({ field: 'faqId' })
    expect((await waiting())[0]?.misunderstoodIds).toEqual([id])
  })

  test('a question that is erased leaves what was judged as it is', async () => {
    const id = await says(await contact(), 'congelar tarjeta')
    const faqId = await writeFaq(database, world.tenantId, { question: '¿Cómo bloqueo la tarjeta?' })
    await assign([id], { faqId })
    await database.owner.query('delete from faq where id = $1', [faqId])
    expect(await waiting()).toEqual([])
    await giveBack(id)
    expect((await waiting())[0]?.misunderstoodIds).toEqual([id])
  })
})

describe('erasing a contact', () => {
  test('leaves nothing of hers in the queue; what somebody made of it before is the tenant’s', async () => {
    const [ana, eva] = [await contact(), await contact()]
    const judged = await says(ana, 'bloquear la tarjeta roja')
    await says(ana, 'algo de Ana')
    await says(eva, 'algo de Eva')
    await world.as(supervisor, unit => queue.assign(unit, { misunderstoodIds: [judged], intentId }))
    await database.owner.query('delete from contact where tenant_id = $1 and id = $2', [world.tenantId, ana.contactId])
    expect((await waiting()).map(({ text }) => text)).toEqual(['algo de Eva'])
    expect((await database.owner.query('select id from misunderstood_message where tenant_id = $1 and contact_id = $2', [world.tenantId, ana.contactId])).rows).toEqual([])
    expect(await phrasesNow()).toEqual(['bloquear la tarjeta roja'])
  })
})

test('what can no longer be undone is tidied away, and what waits stays for half a year', async () => {
  const ana = await contact()
  const [old, fresh] = [await says(ana, 'vieja'), await says(ana, 'nueva')]
  await world.as(supervisor, unit => queue.dismiss(unit, [old]))
  const tidyAt = (days: number) => database.units.platform({ actor: systemActor(), now: new Date(Date.now() + days * 86_400_000) }, tidyElena)
  const left = async () => (await database.owner.query('select id from misunderstood_message where tenant_id = $1', [world.tenantId])).rows.map(row => row.id)
  await tidyAt(29)
  expect(await left()).toHaveLength(2)
  await tidyAt(31)
  expect(await left()).toEqual([fresh])
  await tidyAt(181)
  expect(await left()).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { newWorld } from '../../../../test/world.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { as, auditOf, botOf, channels, create, database, done, flows, flowsOf, golive, operator, publish, botProApproves, reviews, tests, useBots, world } from '../bots/bots.fixture.ts'
import { listApprovals } from './bot-approval.queries.ts'
import { listReviews, reviewOf } from './bot-review.queries.ts'
import { botProItems, reviewItems } from './bot-review.service.ts'
import type { StageMove } from './golive.service.ts'

useBots()

const look = async (botId: string) => golive.checklist(await as(unit => golive.look(unit, botId)))
const move = async (botId: string, stage: StageMove['stage'], more: Partial<StageMove> = {}) => {
  const seen = await look(botId)
  return as(unit => golive.move(unit, { botId, stage, ...more }, seen))
}
const missing = async (botId: string) => (await look(botId)).items.filter(({ isDone }) => !isDone).map(({ key }) => key)
const approvals = async (botId: string) => (await as(unit => listApprovals(unit, { botId, first: 20 }))).edges.map(({ node }) => node)
const asOperator = <Result>(work: Parameters<typeof database.units.platform<Result>>[1]) => database.units.platform({ actor: operator }, work)

async function inReview(): Promise<string> {
  const botId = await create()
  done(await publish(botId))
  for (const stage of ['TEST', 'REVIEW'] as const) done(await move(botId, stage, { overrideReason: 'x' }))
  return botId
}

const green = { key: 'saludo', name: 'bien', channel: 'WEB', language: 'ES', lines: [{ kind: 'CONTACT', text: 'hola' }], recordings: [] }

describe('going live', () => {
  test('with everything there asks for no reason, and says who let it go on', async () => {
    const botId = await create()
    expect(await missing(botId)).toEqual(['TESTS_GREEN', 'VERSION_PUBLISHED', 'CHANNELS_LIVE', 'CONTENT_APPROVED', 'DESIGN_REVIEWED', 'LINES_CERTIFIED'])
    done(await move(botId, 'TEST', { note: 'Lista para probar' }))
    done(await as(unit => tests.save(unit, { botId, document: green })))
    const versionId = done(await publish(botId))
    done(await move(botId, 'REVIEW'))
    done(await as(unit => channels.assign(unit, { botId, channelAccountId: world.channelAccountId, hours: 'ALWAYS', intervals: [] })))
    done(await as(unit => golive.approve(unit, { botId, item: 'CONTENT_APPROVED', isDone: true, note: 'Leído' })))
    expect(await move(botId, 'LIVE')).toMatchObject({ code: 'GO_LIVE_ITEMS_MISSING', items: [{ key: 'DESIGN_REVIEWED' }, { key: 'LINES_CERTIFIED' }] })
    for (const item of botProItems) done(await asOperator(unit => reviews.review(unit, { tenantId: world.tenantId, botId, item, isDone: true, note: 'Bien' })))
    expect(await missing(botId)).toEqual([])
    done(await move(botId, 'LIVE', { overrideReason: 'No hizo falta' }))
    expect(await botOf(botId)).toMatchObject({ stage: 'LIVE', liveVersionId: versionId })
    expect((await approvals(botId)).map(({ kind, item, toStage, byName, side, overrideReason }) => [kind, item ?? toStage, byName, side, overrideReason])).toEqual([
      ['STAGE_MOVED', 'LIVE', 'Ana Reyes', 'TENANT', null], ['ITEM_APPROVED', 'LINES_CERTIFIED', 'Eva de BotPro', 'BOTPRO', null],
      ['ITEM_APPROVED', 'DESIGN_REVIEWED', 'Eva de BotPro', 'BOTPRO', null], ['ITEM_APPROVED', 'CONTENT_APPROVED', 'Ana Reyes', 'TENANT', null],
      ['STAGE_MOVED', 'REVIEW', 'Ana Reyes', 'TENANT', null], ['STAGE_MOVED', 'TEST', 'Ana Reyes', 'TENANT', null],
    ])
    expect((await auditOf(botId)).map(({ action }) => action)).toEqual(expect.arrayContaining(['bot.stage-moved', 'bot.item-approved', 'bot.assigned']))
  })

  test('with something missing asks for a reason, which stays with what was missing', async () => {
    const botId = await create()
    done(await move(botId, 'TEST'))
    done(await publish(botId))
    expect(await move(botId, 'REVIEW')).toMatchObject({ code: 'GO_LIVE_ITEMS_MISSING', items: [{ key: 'TESTS_GREEN' }] })
    done(await move(botId, 'REVIEW', { overrideReason: ' Sin pruebas aún ' }))
    expect((await approvals(botId))[0]).toMatchObject({ overrideReason: 'Sin pruebas aún', missing: ['TESTS_GREEN'] })
  })

  test('goes one stage after the other, back at any time, and live only with something to serve', async () => {
    const botId = await create()
    expect(await move(botId, 'REVIEW', { overrideReason: 'x' })).toMatchObject({ code: 'INVALID_INPUT', field: 'stage' })
    expect(await move(botId, 'BUILD')).toMatchObject({ code: 'INVALID_INPUT', field: 'stage' })
    done(await move(botId, 'TEST'))
    done(await move(botId, 'REVIEW', { overrideReason: 'x' }))
    expect(await move(botId, 'LIVE', { overrideReason: 'x' })).toMatchObject({ code: 'NOTHING_PUBLISHED' })
    done(await publish(botId))
    await botProApproves(botId)
    done(await move(botId, 'LIVE', { overrideReason: 'x' }))
    done(await move(botId, 'BUILD', { note: 'Se cayó el sistema' }))
    expect(await botOf(botId)).toMatchObject({ stage: 'BUILD', liveVersionId: null })
  })

  test('on a site, without BotPro’s part, takes a reason', async () => {
    const botId = await inReview()
    expect(await move(botId, 'LIVE')).toMatchObject({ code: 'GO_LIVE_ITEMS_MISSING', canOverride: true })
    done(await move(botId, 'LIVE', { overrideReason: 'Urge' }))
    expect((await approvals(botId))[0]).toMatchObject({ overrideReason: 'Urge', missing: expect.arrayContaining(['DESIGN_REVIEWED', 'LINES_CERTIFIED']) })
  })

  test('on a WhatsApp line needs BotPro’s certification whatever reason the company gives, until somebody of BotPro’s lets it pass and says why', async () => {
    const botId = await inReview()
    const lineId = newId()
    await database.owner.query(`insert into channel_account (tenant_id, id, kind, name, state, created_at, version) values ($1, $2, 'WHATSAPP', 'Línea', 'LIVE', now(), 1)`, [world.tenantId, lineId])
    done(await as(unit => channels.assign(unit, { botId, channelAccountId: lineId, hours: 'ALWAYS', intervals: [] })))
    expect(await move(botId, 'LIVE', { overrideReason: 'Urge' })).toMatchObject({ code: 'GO_LIVE_ITEMS_MISSING', canOverride: false })
    const review = (item: (typeof botProItems)[number], overrideReason: string) => asOperator(unit => reviews.review(unit, { tenantId: world.tenantId, botId, item, isDone: true, overrideReason }))
    expect(await review('DESIGN_REVIEWED', 'x'.repeat(501))).toMatchObject({ field: 'overrideReason' })
    for (const item of botProItems) done(await review(item, 'Cliente de confianza'))
    done(await move(botId, 'LIVE', { overrideReason: 'Urge' }))
    expect((await approvals(botId)).slice(0, 3).map(({ kind, item, side, overrideReason, versionNumber }) => [kind, item, side, overrideReason, versionNumber])).toEqual([
      ['STAGE_MOVED', null, 'TENANT', 'Urge', 1], ['ITEM_APPROVED', 'LINES_CERTIFIED', 'BOTPRO', 'Cliente de confianza', 1], ['ITEM_APPROVED', 'DESIGN_REVIEWED', 'BOTPRO', 'Cliente de confianza', 1],
    ])
  })

  test('on a site does not open a WhatsApp line to it afterwards: that waits for the certification, and a line that it has only changes its hours', async () => {
    const botId = await inReview()
    done(await move(botId, 'LIVE', { overrideReason: 'Urge' }))
    const lineId = newId()
    await database.owner.query(`insert into channel_account (tenant_id, id, kind, name, state, created_at, version) values ($1, $2, 'WHATSAPP', 'Ventas', 'LIVE', now(), 1)`, [world.tenantId, lineId])
    const assign = (hours: 'ALWAYS' | 'OPEN') => as(unit => channels.assign(unit, { botId, channelAccountId: lineId, hours, intervals: [] }))
    const certify = (isDone: boolean) => asOperator(unit => reviews.review(unit, { tenantId: world.tenantId, botId, item: 'LINES_CERTIFIED', isDone, ...isDone && { overrideReason: 'De confianza' } }))
    const refused = { code: 'GO_LIVE_ITEMS_MISSING', canOverride: false, items: [{ key: 'LINES_CERTIFIED' }] }
    expect(await assign('ALWAYS')).toMatchObject(refused)
    done(await certify(true))
    done(await assign('ALWAYS'))
    done(await certify(false))
    done(await assign('OPEN'))
    done(await as(unit => channels.unassign(unit, { botId, channelAccountId: lineId })))
    expect(await assign('OPEN')).toMatchObject(refused)
  })

  test('is judged anew with each version that serves at once: who approves its texts, and why it serves though something is missing, stays with it', async () => {
    const botId = await inReview()
    await botProApproves(botId)
    done(await move(botId, 'LIVE', { overrideReason: 'Urge' }))
    const [flow] = await flowsOf(botId)
    done(await as(unit => flows.duplicate(unit, { flowId: flow!.id })))
    expect(await publish(botId, { approvesContent: true })).toMatchObject({ code: 'GO_LIVE_ITEMS_MISSING', canOverride: true, items: [{ key: 'TESTS_GREEN' }, { key: 'CHANNELS_LIVE' }] })
    done(await as(unit => tests.save(unit, { botId, document: green })))
    // The bots of other tests leave it.
    await database.owner.query('delete from bot_channel where tenant_id = $1', [world.tenantId])
    done(await as(unit => channels.assign(unit, { botId, channelAccountId: world.channelAccountId, hours: 'ALWAYS', intervals: [] })))
    expect(await publish(botId)).toMatchObject({ items: [{ key: 'CONTENT_APPROVED' }] })
    const versionId = done(await publish(botId, { approvesContent: true }))
    expect(await missing(botId)).toEqual([])
    expect((await approvals(botId)).slice(0, 2)).toMatchObject([
      { kind: 'VERSION_PUBLISHED', versionId, versionNumber: 2, byName: 'Ana Reyes', overrideReason: null, missing: [] }, { kind: 'ITEM_APPROVED', item: 'CONTENT_APPROVED', versionId, versionNumber: 2 },
    ])
    done(await as(unit => flows.duplicate(unit, { flowId: flow!.id })))
    done(await publish(botId, { overrideReason: ' Solo un acento ' }))
    expect((await approvals(botId))[0]).toMatchObject({ kind: 'VERSION_PUBLISHED', versionNumber: 3, overrideReason: 'Solo un acento', missing: ['CONTENT_APPROVED'] })
    done(await asOperator(unit => reviews.review(unit, { tenantId: world.tenantId, botId, item: 'DESIGN_REVIEWED', isDone: false })))
    done(await as(unit => flows.duplicate(unit, { flowId: flow!.id })))
    expect(await publish(botId, { approvesContent: true })).toMatchObject({ canOverride: true, items: [{ key: 'DESIGN_REVIEWED' }] })
    expect(await botOf(botId)).toMatchObject({ stage: 'LIVE' })
  })

  test('is of the draft that was looked at', async () => {
    const botId = await create()
    const seen = await look(botId)
    done(await as(unit => flows.create(unit, { botId, name: 'Nueva' })))
    expect(await as(unit => golive.move(unit, { botId, stage: 'TEST' }, seen))).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  test('counts what the company said of a version for that version alone', async () => {
    const botId = await create()
    expect(await as(unit => golive.approve(unit, { botId, item: 'CONTENT_APPROVED', isDone: true }))).toMatchObject({ field: 'botId' })
    done(await publish(botId))
    expect(await as(unit => golive.approve(unit, { botId, item: 'DESIGN_REVIEWED', isDone: true }))).toMatchObject({ field: 'item' })
    expect(await as(unit => golive.approve(unit, { botId, item: 'QUEUE_STAFFED', isDone: true }))).toMatchObject({ field: 'item' })
    done(await as(unit => golive.approve(unit, { botId, item: 'CONTENT_APPROVED', isDone: true })))
    expect(await missing(botId)).not.toContain('CONTENT_APPROVED')
    done(await as(unit => golive.approve(unit, { botId, item: 'CONTENT_APPROVED', isDone: false })))
    expect(await missing(botId)).toContain('CONTENT_APPROVED')
    done(await as(unit => golive.approve(unit, { botId, item: 'CONTENT_APPROVED', isDone: true })))
    const [flow] = await flowsOf(botId)
    done(await as(unit => flows.duplicate(unit, { flowId: flow!.id })))
    done(await publish(botId))
    expect(await missing(botId)).toContain('CONTENT_APPROVED')
  })

  test('is for those who configure', async () => {
    const botId = await create()
    const agent = await world.member('AGENT')
    const seen = await look(botId)
    await expect(as(unit => golive.move(unit, { botId, stage: 'TEST' }, seen), agent)).rejects.toThrow(Forbidden)
    await expect(as(unit => golive.look(unit, botId), agent)).rejects.toThrow(Forbidden)
  })
})

describe('BotPro’s part', () => {
  test('lists bots that wait for it, and no longer those that do not', async () => {
    const botId = await create({ name: 'Para revisar' })
    const waits = async () => (await asOperator(unit => listReviews(unit, { first: 100 }, botProItems.length))).edges.some(({ node }) => node.botId === botId)
    expect(await waits()).toBe(false)
    done(await move(botId, 'TEST'))
    done(await move(botId, 'REVIEW', { overrideReason: 'x' }))
    expect(await waits()).toBe(true)
    const review = (item: (typeof botProItems)[number], isDone = true) => asOperator(unit => reviews.review(unit, { tenantId: world.tenantId, botId, item, isDone }))
    for (const item of botProItems) done(await review(item))
    expect(await waits()).toBe(false)
    done(await review('DESIGN_REVIEWED', false))
    expect(await waits()).toBe(true)
    const items = await asOperator(async unit => reviewItems(unit, (await reviewOf(unit, { tenantId: world.tenantId, botId }))!))
    expect(items.map(({ key, isDone }) => [key, isDone])).toEqual([['DESIGN_REVIEWED', false], ['LINES_CERTIFIED', true]])
    expect((await auditOf(botId)).at(-1)).toMatchObject({ action: 'bot.item-withdrawn', detail: { item: 'DESIGN_REVIEWED' } })
  })

  test('is no company’s, of no bot that is not up for it, and of no other tenant’s bot', async () => {
    const botId = await create()
    const typed = { tenantId: world.tenantId, botId, item: 'DESIGN_REVIEWED' as const, isDone: true }
    await expect(asOperator(unit => reviews.review(unit, typed))).rejects.toThrow(NotFound)
    await expect(as(unit => reviews.review(unit, typed))).rejects.toThrow(Forbidden)
    done(await move(botId, 'TEST'))
    done(await move(botId, 'REVIEW', { overrideReason: 'x' }))
    const other = await newWorld(database)
    await expect(asOperator(unit => reviews.review(unit, { ...typed, tenantId: other.tenantId }))).rejects.toThrow(NotFound)
    expect(await asOperator(unit => reviews.review(unit, { ...typed, item: 'CONTENT_APPROVED' }))).toMatchObject({ field: 'item' })
  })
})

import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { BotFile, Flow } from '@botpro/graphql/flows'
import { botProApproves, as, auditOf, botOf, bots, create, database, documentOf, done, flows, flowsOf, golive, publish, publishing, restoring, tests, useBots } from '../bots/bots.fixture.ts'
import { draftOf } from '../bots/bot.queries.ts'
import { listVersions, loadVersions, versionContent } from './bot-version.queries.ts'
import { writeBotFile } from './bot-file.ts'
import { bots as anyBots } from './random-bots.fixture.ts'

useBots()

const versionOf = async (id: string) => (await as(unit => loadVersions(unit, [id])))[0]!
const draft = (botId: string) => as(unit => draftOf(unit, botId))
const written = (name: string) => ({ key: 'saludo', name, channel: 'WEB', language: 'ES', lines: [{ kind: 'CONTACT', text: 'hola' }], recordings: [] })

async function change(botId: string, change: (flow: Flow) => Flow): Promise<string> {
  const [flow] = await flowsOf(botId)
  const document = await documentOf(flow!.id)
  return done(await as(unit => flows.save(unit, { flowId: flow!.id, revision: flow!.revision, document: change(document) })))
}

describe('publishing', () => {
  test('makes numbered versions that say what the draft said, whatever is drafted afterwards', async () => {
    const botId = await create()
    const before = (await draft(botId)).content
    const first = done(await publish(botId, { note: ' Empezamos ' }))
    expect(await versionOf(first)).toMatchObject({ number: 1, note: 'Empezamos', flowCount: 1, testCount: 0, isLive: false })
    await change(botId, flow => ({ ...flow, name: 'Otra' }))
    const second = done(await publish(botId))
    expect(await versionOf(second)).toMatchObject({ number: 2 })
    expect((await as(unit => versionContent(unit, first))).content).toEqual(before)
    expect(await botOf(botId)).toMatchObject({ latestVersionId: second, liveVersionId: null })
    expect((await auditOf(botId)).at(-1)).toMatchObject({ action: 'bot.published', detail: { number: 2, isLive: false } })
  })

  test('numbers versions without a gap however many publish at once', async () => {
    const botId = await create()
    const all = await Promise.all(Array.from({ length: 5 }, () => publish(botId)))
    const numbers = await Promise.all(all.map(async one => (await versionOf(done(one))).number!))
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4, 5])
  })

  test('is of the draft that was looked at', async () => {
    const botId = await create()
    const linted = await as(unit => publishing.lint(unit, botId))
    await change(botId, flow => ({ ...flow, name: 'Otra' }))
    const late = { botId, draftRevision: 1, note: 'x', reasons: [] }
    expect(await as(unit => publishing.publish(unit, late, { ...linted, tests: [] }))).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await as(unit => publishing.publish(unit, { ...late, draftRevision: 2 }, { ...linted, tests: [] }))).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  test('stops at errors, whatever reasons are given', async () => {
    const botId = await create()
    await change(botId, flow => ({ ...flow, start: 'nowhere' }))
    expect(await publish(botId, { reasons: [{ code: 'NO_START', reason: 'Porque sí' }] })).toMatchObject({ code: 'BOT_HAS_ERRORS', findings: [{ flow: 'bienvenida', field: 'start' }] })
    expect(await botOf(botId)).toMatchObject({ latestVersionId: null })
  })

  test('asks for a reason for each kind of warning, and keeps it', async () => {
    const botId = await create()
    await change(botId, flow => ({ ...flow, name: '¿Qué?' }))
    done(await as(unit => flows.create(unit, { botId, name: '¿Y esto?' })))
    expect(await publish(botId, { reasons: [{ code: 'ASKING_NAME', reason: '  ' }] })).toMatchObject({ code: 'REASONS_MISSING', findings: [{}, {}] })
    const id = done(await publish(botId, { reasons: [{ code: 'ASKING_NAME', reason: ' Son preguntas ' }] }))
    expect((await versionOf(id)).accepted).toEqual([{ code: 'ASKING_NAME', count: 2, reason: 'Son preguntas' }])
  })

  test('stops at failing tests unless a reason is given, which stays with the version', async () => {
    const botId = await create()
    done(await as(unit => tests.save(unit, { botId, document: written('mal') })))
    expect(await publish(botId)).toMatchObject({ code: 'BOT_TESTS_FAILING', tests: [{ key: 'saludo', name: 'mal' }] })
    const id = done(await publish(botId, { overrideTests: 'Sale hoy' }))
    expect(await versionOf(id)).toMatchObject({ testsOverride: 'Sale hoy', failedTests: [{ key: 'saludo', message: 'It went otherwise.' }] })
    expect((await auditOf(botId)).at(-1)).toMatchObject({ detail: { testsOverride: 'Sale hoy', failedTests: ['saludo'] } })
    const [{ id: testId }] = (await database.owner.query('select id from bot_test where bot_id = $1', [botId])).rows
    done(await as(unit => tests.save(unit, { botId, testId, revision: 1, document: written('bien') })))
    expect(await versionOf(done(await publish(botId, { overrideTests: 'No hace falta' })))).toMatchObject({ testsOverride: null, failedTests: [] })
  })

  test.each([['note', { note: ' ' }], ['note', { note: 'x'.repeat(501) }]])('needs a %s that fits', async (field, more) => {
    expect(await publish(await create(), more)).toMatchObject({ code: 'INVALID_INPUT', field })
  })

  test('of what is put away waits until it is back', async () => {
    const botId = await create()
    done(await as(unit => bots.archive(unit, botId)))
    expect(await publish(botId)).toMatchObject({ code: 'INVALID_INPUT', field: 'botId' })
  })

  test('leaves versions that no role of the API changes', async () => {
    const id = done(await publish(await create()))
    for (const text of [`update bot_version set note = 'x' where id = $1`, 'delete from bot_version where id = $1']) {
      await expect(as(unit => unit.sql(`test-${text.slice(0, 6)}`, text, [id]))).rejects.toThrow(/permission denied/)
      await expect(database.units.platform({ actor: { kind: 'SYSTEM' } }, unit => unit.sql(`test-${text.slice(0, 6)}`, text, [id]))).rejects.toThrow(/permission denied/)
    }
  })

  test('fills as many pages as there are versions, the newest first', async () => {
    const botId = await create()
    for (let number = 1; number <= 5; number++) done(await publish(botId, { note: `Nota ${number}` }))
    const read: (number | null)[] = []
    for (let after: string | undefined; ;) {
      const page = await as(unit => listVersions(unit, { botId, snapshots: false, first: 2, after }))
      read.push(...page.edges.map(({ node }) => node.number))
      if (!page.pageInfo.hasNextPage) break
      after = page.pageInfo.endCursor
    }
    expect(read).toEqual([5, 4, 3, 2, 1])
  })
})

describe('a version that is restored', () => {
  test('becomes the draft; the draft as it was is kept and can be gone back to', async () => {
    const botId = await create()
    const first = done(await publish(botId))
    const [welcome] = await flowsOf(botId)
    await change(botId, flow => ({ ...flow, name: 'Otra' }))
    done(await as(unit => flows.create(unit, { botId, name: 'Nueva' })))
    const drafted = (await draft(botId)).content
    const { snapshotId } = done(await as(unit => restoring.restore(unit, first)))
    expect((await draft(botId)).content).toEqual((await as(unit => versionContent(unit, first))).content)
    expect((await flowsOf(botId)).map(({ id }) => id)).toEqual([welcome!.id])
    expect((await flowsOf(botId))[0]!.revision).toBe(3)
    done(await as(unit => restoring.restore(unit, snapshotId)))
    expect((await draft(botId)).content).toEqual(drafted)
    const pages = await Promise.all([false, true].map(snapshots => as(unit => listVersions(unit, { botId, snapshots, first: 10 }))))
    expect(pages.map(({ edges }) => edges.length)).toEqual([1, 3])
  })

  test('that says what the draft says is no change, and one of nobody is not found', async () => {
    const botId = await create()
    const id = done(await publish(botId))
    expect(await as(unit => restoring.restore(unit, id))).toMatchObject({ code: 'INVALID_INPUT', field: 'versionId' })
    await expect(as(unit => restoring.restore(unit, botId))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('makes whoever has a flow open too late to overwrite it', async () => {
    const botId = await create()
    const id = done(await publish(botId))
    await change(botId, flow => ({ ...flow, name: 'Otra' }))
    const [flow] = await flowsOf(botId)
    const mine = await documentOf(flow!.id)
    done(await as(unit => restoring.restore(unit, id)))
    expect(await as(unit => flows.save(unit, { flowId: flow!.id, revision: flow!.revision, document: { ...mine, name: 'Mía' } }))).toMatchObject({ code: 'FLOW_CHANGED_MEANWHILE' })
  })
})

describe('a file', () => {
  const exported = async (botId: string) => {
    const { name, description, content } = await draft(botId)
    return writeBotFile({ name, description }, content)
  }

  test('that is exported, imported and exported again is the same, for any bot', async () => {
    await fc.assert(fc.asyncProperty(anyBots, async content => {
      const file: BotFile = { format: 'botpro.bot/1', name: 'Prueba', ...content }
      const botId = await create({ name: null, file: JSON.stringify(file) })
      const text = await exported(botId)
      expect(text).toBe(writeBotFile({ name: 'Prueba', description: null }, content))
      const again = await create({ name: null, file: text })
      expect(await exported(again)).toBe(text)
      for (const id of [botId, again]) done(await as(unit => bots.archive(unit, id)))
    }), { numRuns: 15 })
  })

  test('replaces a draft as a whole, so that it can be undone, and nothing where something is wrong with it', async () => {
    const [botId, other] = [await create(), await create({ language: 'EN' })]
    const before = await exported(botId)
    const { snapshotId } = done(await as(async unit => restoring.import(unit, { botId, file: await exported(other) })))
    expect((await draft(botId)).content).toEqual((await draft(other)).content)
    expect(await as(unit => restoring.import(unit, { botId, file: '{' }))).toMatchObject({ code: 'INVALID_BOT_FILE', problemCount: 1 })
    done(await as(unit => restoring.restore(unit, snapshotId)))
    expect(await exported(botId)).toBe(before)
  })
})

describe('a bot that is live', () => {
  const goLive = async (botId: string) => {
    for (const stage of ['TEST', 'REVIEW', 'LIVE'] as const) {
      if (stage === 'LIVE') await botProApproves(botId)
      const seen = await golive.checklist(await as(unit => golive.look(unit, botId)))
      done(await as(unit => golive.move(unit, { botId, stage, overrideReason: 'Es una prueba' }, seen)))
    }
  }

  test('serves what is published at once, and an older version where somebody says why', async () => {
    const botId = await create()
    const first = done(await publish(botId))
    expect(await as(unit => publishing.use(unit, { versionId: first, reason: 'Ya' }))).toMatchObject({ code: 'BOT_IS_NOT_LIVE' })
    await goLive(botId)
    expect(await botOf(botId)).toMatchObject({ liveVersionId: first })
    await change(botId, flow => ({ ...flow, name: 'Otra' }))
    const second = done(await publish(botId, { overrideReason: 'Es una prueba' }))
    expect(await botOf(botId)).toMatchObject({ liveVersionId: second })
    expect(await as(unit => publishing.use(unit, { versionId: first, reason: ' ' }))).toMatchObject({ field: 'reason' })
    done(await as(unit => publishing.use(unit, { versionId: first, reason: 'La nueva falla' })))
    expect(await versionOf(first)).toMatchObject({ isLive: true })
    expect((await auditOf(botId)).at(-1)).toMatchObject({ action: 'bot.version-used', detail: { number: 1, reason: 'La nueva falla' } })
    const { snapshotId } = done(await as(unit => restoring.restore(unit, first)))
    expect(await as(unit => publishing.use(unit, { versionId: snapshotId, reason: 'x' }))).toMatchObject({ field: 'versionId' })
  })

  test('is not put away', async () => {
    const botId = await create()
    done(await publish(botId))
    await goLive(botId)
    expect(await as(unit => bots.archive(unit, botId))).toMatchObject({ code: 'BOT_IS_LIVE' })
  })
})

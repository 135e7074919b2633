import { describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { newWorld } from '../../../../test/world.ts'
import { loadBots, listBots, draftOf } from './bot.queries.ts'
import { MOST_BOTS } from './bot.service.ts'
import { as, auditOf, botOf, bots, create, database, done, flowsOf, template, useBots, world } from './bots.fixture.ts'

useBots()

describe('a bot', () => {
  test('begins from nothing with a greeting in its language', async () => {
    const id = await create({ name: ' Asistente ', language: 'EN' })
    expect(await botOf(id)).toMatchObject({ name: 'Asistente', stage: 'BUILD', settings: { languages: ['EN'], mainFlow: 'bienvenida' }, draftRevision: 1 })
    expect(await flowsOf(id)).toMatchObject([{ key: 'bienvenida', name: 'Welcome', stepCount: 1, triggerKinds: ['FIRST_MESSAGE'], revision: 1 }])
    expect(await auditOf(id)).toMatchObject([{ action: 'bot.created', detail: { name: 'Asistente', template: null } }])
  })

  test('begins with a template under the template’s name, or under one of its own', async () => {
    expect(await botOf(await create({ name: null, template: 'bank' }))).toMatchObject({ name: 'Banca', description: 'Para cooperativas' })
    expect(await botOf(await create({ name: 'Mía', template: 'bank' }))).toMatchObject({ name: 'Mía' })
    expect(await as(unit => bots.create(unit, { template: 'none', language: 'ES' }))).toMatchObject({ code: 'INVALID_INPUT', field: 'template' })
    expect(await as(unit => bots.create(unit, { template: 'bank', file: '{}', language: 'ES' }))).toMatchObject({ code: 'INVALID_INPUT', field: 'file' })
  })

  test('begins with a file, and not with half of one', async () => {
    const id = await create({ name: null, file: JSON.stringify(template) })
    expect((await as(unit => draftOf(unit, id))).content.flows).toEqual(template.flows)
    const before = (await as(unit => listBots(unit, { archived: true }))).length
    expect(await as(unit => bots.create(unit, { file: JSON.stringify({ ...template, flows: [{}] }), language: 'ES' }))).toMatchObject({ code: 'INVALID_BOT_FILE' })
    expect((await as(unit => listBots(unit, { archived: true }))).length).toBe(before)
  })

  test('has a name', async () => {
    expect(await as(unit => bots.create(unit, { name: '  ', language: 'ES' }))).toMatchObject({ code: 'INVALID_INPUT', field: 'name' })
    const id = await create()
    expect(await as(unit => bots.rename(unit, { botId: id, name: 'x'.repeat(121) }))).toMatchObject({ code: 'INVALID_INPUT', field: 'name' })
    done(await as(unit => bots.rename(unit, { botId: id, name: ' Otra ', description: ' ' })))
    expect(await botOf(id)).toMatchObject({ name: 'Otra', description: null, draftRevision: 1 })
  })

  test('is put away and brought back with everything', async () => {
    const id = await create({ name: 'Aparte' })
    done(await as(unit => bots.archive(unit, id)))
    expect((await as(unit => listBots(unit, { archived: false }))).some(bot => bot.id === id)).toBe(false)
    expect((await as(unit => listBots(unit, { archived: true }))).some(bot => bot.id === id)).toBe(true)
    done(await as(unit => bots.restore(unit, id)))
    expect(await botOf(id)).toMatchObject({ archivedAt: null })
    expect(await flowsOf(id)).toHaveLength(1)
  })

  test('is one of at most fifty, however many are created at once', async () => {
    const full = await newWorld(database)
    const owner = await full.member('OWNER')
    const made = await Promise.all(Array.from({ length: MOST_BOTS + 4 }, () => full.as(owner, unit => bots.create(unit, { name: 'Uno', language: 'ES' }))))
    expect(made.filter(one => typeof one === 'string')).toHaveLength(MOST_BOTS)
  })

  test('is for those who configure, and for nobody of another company', async () => {
    const id = await create()
    for (const role of ['SUPERVISOR', 'AGENT', 'ANALYST'] as const) {
      const somebody = await world.member(role)
      await expect(as(unit => bots.rename(unit, { botId: id, name: 'Mía' }), somebody)).rejects.toThrow(Forbidden)
      await expect(as(unit => loadBots(unit, [id]), somebody)).rejects.toThrow(Forbidden)
    }
    const other = await newWorld(database)
    const stranger = await other.member('OWNER')
    await expect(other.as(stranger, unit => bots.rename(unit, { botId: id, name: 'Mía' }))).rejects.toThrow(NotFound)
    await expect(as(unit => bots.rename(unit, { botId: newId(), name: 'Mía' }))).rejects.toThrow(NotFound)
  })
})

describe('settings', () => {
  const changed = async (id: string, more: object) => ({ ...(await botOf(id)).settings, ...more })

  test('are saved on the revision that they were changed on; who comes second is told by whom and when', async () => {
    const id = await create()
    const settings = await changed(id, { languages: ['ES', 'EN'] })
    expect(done(await as(unit => bots.saveSettings(unit, { botId: id, revision: 1, settings })))).toBe(id)
    expect(await botOf(id)).toMatchObject({ settingsRevision: 2, draftRevision: 2, settings: { languages: ['ES', 'EN'] } })
    const late = await as(unit => bots.saveSettings(unit, { botId: id, revision: 1, settings: { ...settings, mainFlow: 'otro' } }))
    expect(late).toMatchObject({ code: 'SETTINGS_CHANGED_MEANWHILE', byId: expect.any(String), at: expect.any(Date) })
    expect((await botOf(id)).settings.mainFlow).toBe('bienvenida')
  })

  test('that say the same are no change', async () => {
    const id = await create()
    done(await as(async unit => bots.saveSettings(unit, { botId: id, revision: 1, settings: (await botOf(id)).settings })))
    expect(await botOf(id)).toMatchObject({ settingsRevision: 1, draftRevision: 1 })
  })

  test.each([
    [{ languages: [] }, 'settings.languages'], [{ mainFlow: 'No key' }, 'settings.mainFlow'], [{ texts: {} }, 'settings.texts.help'], [{ strange: 1 }, 'settings.strange'],
    [{ texts: { help: { ES: 'a\u0000' } } }, 'settings.texts.help.ES'],
  ])('with %j are told what is wrong', async (more, field) => {
    const id = await create()
    expect(await as(async unit => bots.saveSettings(unit, { botId: id, revision: 1, settings: await changed(id, more) }))).toMatchObject({ code: 'INVALID_INPUT', field })
  })
})

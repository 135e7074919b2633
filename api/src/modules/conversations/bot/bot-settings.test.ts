import { expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { newWorld } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import type { BotOption } from './bot.ts'
import { botTexts, defaultBotTexts } from './bot-settings.ts'
import { BotSettingsService } from './bot-settings.service.ts'

const database = useDatabase({ entities })
const withId = (id: string) => defaultBotTexts.map(texts => ({ ...texts, options: [{ ...texts.options[0]!, id }] }))

test.each(['', 'x'.repeat(61)])('an option is not called “%s”', id => {
  expect(botTexts(withId(id))).toMatchObject({ code: 'INVALID_INPUT', field: 'texts.0.options.0.id' })
})

test('no option takes the place of a button of the bot’s own', () => {
  const withOption = (option: Pick<BotOption, 'id' | 'action'>) =>
    botTexts(defaultBotTexts.map(texts => ({ ...texts, options: [texts.options[0]!, { title: 'Ver', answer: 'Aquí', ...option }] })))
  const refused = { code: 'INVALID_INPUT', field: 'texts.0.options.1.id' }
  expect(withOption({ id: 'menu', action: 'ANSWER' })).toMatchObject({ ...refused, message: '“menu” is a word of the bot’s own.' })
  expect(withOption({ id: 'menu', action: 'TALK_TO_A_PERSON' })).toMatchObject(refused)
  expect(withOption({ id: 'person', action: 'ANSWER' })).toMatchObject(refused)
  expect(withOption({ id: 'person', action: 'TALK_TO_A_PERSON' })).toHaveLength(2)
  expect(withOption({ id: 'menus', action: 'ANSWER' })).toHaveLength(2)
})

test('what a new tenant’s bot offers may be saved as it is; a reserved id is refused and nothing is written', async () => {
  const world = await newWorld(database)
  const service = new BotSettingsService()
  const owner = await world.member('OWNER')
  const refused = await world.as(owner, unit => service.change(unit, { version: 1, texts: withId('menu') }))
  expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'texts.0.options.0.id' })
  expect(await world.as(owner, unit => service.read(unit))).toMatchObject({ version: 1 })
  expect(await world.as(owner, unit => service.change(unit, { version: 1, texts: defaultBotTexts }))).toMatchObject({ version: 2 })
})

test('settings are read by those who configure, and by support', async () => {
  const world = await newWorld(database)
  const service = new BotSettingsService()
  const [owner, agent] = [await world.member('OWNER'), await world.member()]
  expect(await world.as(owner, unit => service.read(unit))).toMatchObject({ version: 1 })
  await expect(world.as(agent, unit => service.read(unit))).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test.each([0, 721])('conversations are not closed after %i hours', async idleHours => {
  const world = await newWorld(database)
  const owner = await world.member('OWNER')
  const refused = await world.as(owner, unit => new BotSettingsService().change(unit, { version: 1, texts: defaultBotTexts, idleHours }))
  expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'idleHours' })
})

test('hours after which conversations are closed stay as they are where a change says nothing of them', async () => {
  const world = await newWorld(database)
  const service = new BotSettingsService()
  const owner = await world.member('OWNER')
  expect(await world.as(owner, unit => service.read(unit))).toMatchObject({ idleHours: 24 })
  expect(await world.as(owner, unit => service.change(unit, { version: 1, texts: defaultBotTexts, idleHours: 6 }))).toMatchObject({ idleHours: 6, version: 2 })
  expect(await world.as(owner, unit => service.change(unit, { version: 2, texts: defaultBotTexts }))).toMatchObject({ idleHours: 6, version: 3 })
})

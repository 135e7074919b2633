import { expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import { botTexts, defaultBotTexts } from './bot-settings.ts'
import { BotSettingsService } from './bot-settings.service.ts'

const database = useDatabase({ entities })
const withId = (id: string) => defaultBotTexts.map(texts => ({ ...texts, options: [{ ...texts.options[0]!, id }] }))

test.each(['', 'x'.repeat(61)])('an option is not called “%s”', id => {
  expect(botTexts(withId(id))).toMatchObject({ code: 'INVALID_INPUT', field: 'texts.0.options.0.id' })
})

test('settings are read by those who configure, and by support', async () => {
  const world = await newWorld(database)
  const service = new BotSettingsService()
  const [owner, agent] = [await world.member('OWNER'), await world.member()]
  expect(await world.as(owner, unit => service.read(unit))).toMatchObject({ version: 1 })
  await expect(world.as(agent, unit => service.read(unit))).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

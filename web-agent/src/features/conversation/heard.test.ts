import { expect, test } from 'vitest'
import { messageOf } from '../../live/fixtures.ts'
import { heardByBot } from './heard.ts'

const asked = messageOf({ id: 'asked', author: 'CONTACT', text: '¿y mi pedido?' })
const bot = messageOf({ id: 'bot', author: 'BOT', text: 'Va en camino.' })

test('what the bot answered, or handed on, it may have understood wrongly', () => {
  expect([...heardByBot([bot, asked, bot])]).toEqual(['asked'])
  expect([...heardByBot([asked, messageOf({ id: 'n', author: 'SYSTEM', text: '', notice: 'HANDED_TO_QUEUE' })])]).toEqual(['asked'])
})

test('what a person answered, what nobody has answered yet and what was chosen from a menu it has not', () => {
  expect(heardByBot([asked, messageOf({ id: 'a', author: 'AGENT' })]).size).toBe(0)
  expect(heardByBot([asked]).size).toBe(0)
  expect(heardByBot([messageOf({ id: 'c', author: 'CONTACT', chosenOptionId: 'menu' }), bot]).size).toBe(0)
})

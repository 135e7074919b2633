import { describe, expect, test } from 'vitest'
import { BusinessCalendar } from '../tenancy/business-calendar.ts'
import type { BotScene } from './bot.ts'
import { defaultBotTexts } from './bot-settings.ts'
import { MenuBot } from './menu-bot.ts'

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const
const calendar = new BusinessCalendar('America/Santo_Domingo', [
  ...weekdays.flatMap(weekday => [{ weekday, opens: '09:00', closes: '13:00' }, { weekday, opens: '14:00', closes: '18:00' }]),
  { weekday: 'SATURDAY', opens: '09:00', closes: '13:00' },
], [{ date: '2026-11-23', name: 'Feriado' }])

const scene = (more: Partial<BotScene> = {}): BotScene => ({
  now: new Date('2026-11-18T15:00:00Z'), language: 'ES', greeting: 'Hola', outOfHours: 'Cerrado',
  texts: defaultBotTexts[0]!, calendar, ...more,
})

const bot = new MenuBot()
// Times are held together by spaces that do not break.
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const answer = (text: string, more: Partial<BotScene> = {}, optionId: string | null = null) => bot.answer(scene(more), { text, optionId })

describe('what is understood as a wish for a person', () => {
  test.each(['quiero hablar con una persona', 'AGENTE', '¿me atiende un humano?', 'páseme con un representante', '2', 'Hablar con una persona'])(
    '“%s”', text => expect(answer(text).handOff).toBe(true),
  )

  test.each(['personal de salud', 'agentes inmobiliarios no', 'hola'])('“%s” is not', text => expect(answer(text).handOff).toBe(false))
})

test('a greeting, an accent or a shout for the menu all bring the menu', () => {
  for (const text of ['Hola', 'MENÚ', '¡Buenas tardes!', 'menu']) expect(answer(text).says[0]!.menu?.style).toBe('MENU')
})

test('what is not understood is said so, with the menu as a way on', () => {
  const [speech] = answer('xyzzy').says
  expect(speech).toMatchObject({ text: defaultBotTexts[0]!.notUnderstood, menu: { style: 'MENU' } })
})

test('an option that no menu has is not taken for one', () => {
  expect(answer('7').says[0]!.text).toBe(defaultBotTexts[0]!.notUnderstood)
})

test('the hours name days together, tell a break at noon, and when it opens again after a holiday', () => {
  const sunday = new Date('2026-11-22T16:00:00Z')
  expect(spaced(answer('horario', { now: sunday }).says[0]!.text)).toBe([
    'Nuestro horario de atención:',
    '• lunes a viernes, de 9:00 a. m. a 1:00 p. m. y de 2:00 p. m. a 6:00 p. m.',
    '• sábado, de 9:00 a. m. a 1:00 p. m.',
    '',
    'Ahora estamos fuera de horario. Abrimos el martes a las 9:00 a. m.',
  ].join('\n'))
})

test('the hours are told in English to who writes in English', () => {
  const text = spaced(answer('what are your opening hours?', { language: 'EN', texts: defaultBotTexts[1]! }).says[0]!.text)
  expect(text).toContain('Monday to Friday, from 9:00 am to 1:00 pm and from 2:00 pm to 6:00 pm')
  expect(text).toContain('We are open now, until 1:00 pm.')
})

test('closed for one o’clock is said with the right article', () => {
  expect(spaced(answer('horario').says[0]!.text)).toContain('hasta la 1:00 p. m.')
})

test.each(['¿Hasta qué hora trabajan?', '¿están abiertos?', 'a que hora cierran hoy', 'are you open on saturday?'])(
  '“%s” is a question about the hours', text => expect(answer(text).says[0]!.text).toContain('horario de atención'),
)

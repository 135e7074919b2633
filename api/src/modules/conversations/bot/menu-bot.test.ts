import { describe, expect, test } from 'vitest'
import type { BotIntent, BotReading } from '../../elena/index.ts'
import type { BotAnswer } from '../../knowledge/index.ts'
import { BusinessCalendar } from '../../tenancy/business-calendar.ts'
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

describe('with a model of the tenant’s', () => {
  const told = (intent: Partial<BotIntent> | null, confidence = 0.7): BotReading => ({
    intent: intent && { name: 'x', action: 'ANSWER', answers: [], ...intent }, confidence, ranking: [], language: 'ES',
  })
  const hear = (text: string, reading: BotReading, more: Partial<BotScene> = {}) => bot.answer(scene(more), { text, optionId: null, reading })
  const answers = [{ language: 'ES' as const, text: 'Va en camino.' }, { language: 'EN' as const, text: 'On its way.' }]

  test('an intent’s answer is said in the language of the conversation, or in the one there is', () => {
    expect(hear('dónde está mi pedido', told({ answers })).says[0]).toMatchObject({ text: 'Va en camino.', menu: { style: 'QUICK_REPLIES' } })
    expect(hear('my order', told({ answers }), { language: 'EN' }).says[0]!.text).toBe('On its way.')
    expect(hear('my order', told({ answers: answers.slice(0, 1) }), { language: 'EN' }).says[0]!.text).toBe('Va en camino.')
  })

  test('an intent that does something does it', () => {
    expect(hear('necesito ayuda humana', told({ action: 'TALK_TO_A_PERSON' })).handOff).toBe(true)
    expect(hear('cuándo puedo ir', told({ action: 'OPENING_HOURS' })).says[0]!.text).toContain('horario de atención')
    expect(hear('qué más hay', told({ action: 'SHOW_MENU' })).says[0]!.menu?.style).toBe('MENU')
  })

  test('whoever asks for a person gets one, unless the model is sure that the word meant something else', () => {
    expect(hear('dónde queda el agente más cercano', told({ answers }, 0.7)).handOff).toBe(true)
    expect(hear('dónde queda el agente más cercano', told({ answers }, 0.9)).handOff).toBe(false)
  })

  test('an option of the menu goes before what the model makes of its title', () => {
    expect(hear('Horarios de atención', told({ answers }, 1)).says[0]!.text).toContain('horario de atención')
  })

  test('what means nothing, and what means an intent without an answer, are both told so', () => {
    for (const reading of [told(null), told({})])
      expect(hear('xyzzy', reading)).toMatchObject({ says: [{ text: defaultBotTexts[0]!.notUnderstood }], misunderstood: true })
  })

  test('after an answer that was found she can say that it was not what she meant; a menu, a person and what she chose are no such answers', () => {
    const offered = ({ says }: ReturnType<typeof hear>) => says[0]!.menu?.options.some(({ id }) => id === 'unhelpful') ?? false
    expect(offered(hear('dónde está mi pedido', told({ answers })))).toBe(true)
    expect(offered(hear('cuándo puedo ir', told({ action: 'OPENING_HOURS' })))).toBe(true)
    expect(offered(hear('qué más hay', told({ action: 'SHOW_MENU' })))).toBe(false)
    expect(offered(hear('alguien', told({ action: 'TALK_TO_A_PERSON' })))).toBe(false)
    expect(offered(answer('Horarios de atención'))).toBe(false)
  })
})

describe('with Q&A', () => {
  const found = (more: Partial<BotAnswer> = {}): BotAnswer => ({ text: 'Dos días.', confidence: 0.7, isExact: false, faqId: 'faq', source: null, ...more })
  const passage = (url: string | null) => found({ faqId: null, source: { title: 'Envíos', url } })
  const hear = (text: string, answer: BotAnswer | null, more: Partial<BotScene> = {}) => bot.answer(scene(more), { text, optionId: null, answer })

  test('a question’s answer is said as it is written; a passage with where it stands', () => {
    expect(hear('cuánto tardan', found()).says[0]!.text).toBe('Dos días.')
    expect(hear('cuánto tardan', passage('https://tienda.example/envios')).says[0]!.text).toBe('Dos días.\n\nFuente: Envíos · https://tienda.example/envios')
    expect(hear('how long', passage(null), { language: 'EN' }).says[0]!.text).toBe('Dos días.\n\nSource: Envíos')
  })

  test('an answer offers the menu, a person, and to say that it was not that', () => {
    expect(hear('cuánto tardan', found()).says[0]!.menu).toMatchObject({ style: 'QUICK_REPLIES', options: [{ id: 'menu' }, { id: 'person' }, { id: 'unhelpful', title: 'No era eso' }] })
    expect(hear('how long', found(), { language: 'EN' }).says[0]!.menu!.options[2]!.title).toBe('Not what I meant')
  })

  test('a greeting with a question in it is answered; a greeting alone gets the menu rather than a passage that happens to greet', () => {
    expect(hear('hola, cuánto tardan', passage(null)).says[0]!.text).toContain('Dos días.')
    expect(hear('¡Hola!', passage(null)).says[0]!.menu?.style).toBe('MENU')
    expect(hear('hola', found({ isExact: true })).says[0]!.text).toBe('Dos días.')
  })

  test('a sure answer goes before the opening hours that a word in it would bring', () => {
    expect(hear('¿cómo abre uno una cuenta?', found()).says[0]!.text).toBe('Dos días.')
  })

  test('whoever asks for a person gets one, unless the words are exactly those of a known question', () => {
    expect(hear('puede venir otra persona', found({ confidence: 0.99 })).handOff).toBe(true)
    expect(hear('¿puede recogerlo otra persona?', found({ isExact: true })).handOff).toBe(false)
  })

  test('“no era eso”, pressed or typed, is apologised for with other ways on, and is not offered again', () => {
    for (const said of [{ text: 'No era eso', optionId: 'unhelpful' }, { text: 'no era eso.', optionId: null }, { text: 'Not what I meant', optionId: null }])
      expect(bot.answer(scene(), said)).toMatchObject({ unhelpful: true, handOff: false, says: [{ text: expect.stringContaining('otras palabras'), menu: { options: [{ id: 'menu' }, { id: 'person' }] } }] })
  })
})

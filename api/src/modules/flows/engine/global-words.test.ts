import { GlobalWords, type GlobalWord, type Language } from '@botpro/graphql/flows'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../language/index.ts'
import { defaultGlobalWords, globalWordIn } from './global-words.ts'

const meant = (text: string, language: Language = 'ES') => globalWordIn(text, defaultGlobalWords, language)

describe('understood wherever they are said', () => {
  test.each<[string, GlobalWord]>([
    ['menú', 'menu'], ['MENU', 'menu'], ['¡Menú!', 'menu'], ['menú por favor', 'menu'], ['por favor, el menú', 'menu'], ['Hola, menú', 'menu'], ['main menu, please', 'menu'], ['volver al menú, gracias', 'menu'],
    ['ayuda', 'help'], ['Ayúdeme por favor', 'help'], ['help!!', 'help'], ['I don’t understand', 'help'], ['no entiendo', 'help'],
    ['quiero hablar con una persona', 'person'], ['Quiero hablar con un representante por favor', 'person'], ['agente', 'person'], ['talk to a human now', 'person'], ['disculpe, servicio al cliente', 'person'],
    ['cancelar', 'cancel'], ['Cancelar ya', 'cancel'], ['olvídelo', 'cancel'], ['never mind', 'cancel'], ['empezar de nuevo', 'restart'], ['Start over, please', 'restart'], ['otra vez por favor', 'restart'],
  ])('“%s”', (text, word) => {
    expect(meant(text)).toBe(word)
    expect(meant(text, 'EN')).toBe(word)
  })
})

test.each(['', '   ', '🙂', 'por favor', 'gracias', 'hola', 'quiero cancelar mi tarjeta', 'el menú de hoy', 'una persona me llamó', 'no', 'sí', 'necesito ayuda con mi factura', 'menu '.repeat(100), '3'])('“%s” is no global word', text => {
  expect(meant(text)).toBeNull()
  expect(meant(text, 'EN')).toBeNull()
})

test('what the bot has no words for is no global word', () => {
  const none = { menu: {}, help: {}, person: {}, cancel: { EN: ['fin'] }, restart: { ES: ['fin', '¡!'] } }
  expect([globalWordIn('fin', none, 'ES'), globalWordIn('fin', none, 'EN'), globalWordIn('menu', none, 'ES'), globalWordIn('', none, 'ES')]).toEqual(['restart', 'cancel', null, null])
})

test('a new bot’s words fit the format, and each means one thing', () => {
  expect(GlobalWords.parse(defaultGlobalWords)).toEqual(defaultGlobalWords)
  for (const language of ['ES', 'EN'] as const) {
    const all = Object.values(defaultGlobalWords).flatMap(words => (words[language] ?? []).map(plainText))
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([])
    for (const [word, words] of Object.entries(defaultGlobalWords)) for (const phrase of words[language] ?? []) expect(meant(phrase, language), phrase).toBe(word)
  }
})

test('any text is a global word or none', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem()), text => {
    expect([null, 'menu', 'help', 'person', 'cancel', 'restart']).toContain(meant(text))
  }))
})

import { mountWithTexts } from '@botpro/ui/testing.ts'
import { expect, test } from 'vitest'
import { messages } from '../../messages.ts'
import { entityColor } from './entity-color.ts'
import PhraseText from './PhraseText.vue'

const text = 'una  camisa azul'
const marks = [{ start: 5, end: 11, entity: 'producto' }, { start: 12, end: 16, entity: 'color', value: 'celeste' }]
const show = (own: object = {}) => mountWithTexts(PhraseText, messages, { props: { text, marks, colorOf: (name: string) => entityColor(name, []), ...own } })

test('the pieces are the phrase, letter by letter, and each says where it starts', async () => {
  const pieces = (await show()).findAll('[data-start]')
  expect(pieces.map(piece => piece.element.textContent).join('')).toBe(text)
  for (const { element } of pieces) {
    const start = Number((element as HTMLElement).dataset.start)
    expect(text.slice(start)).toContain(element.textContent!)
    expect(text.indexOf(element.textContent!, start)).toBe(start)
  }
})

test('a mark is opened by whoever may change it, and by nobody else', async () => {
  expect((await show()).findAll('button')).toHaveLength(0)
  const shown = await show({ canMark: true })
  await shown.findAll('button')[1]!.trigger('click')
  expect(shown.emitted('openMark')?.[0]?.[0]).toEqual(marks[1])
})

test('a mark tells its entity and its value in words, not by colour alone', async () => {
  expect((await show()).text()).toContain('color: celeste')
})

test('words that are about to be marked stand out without a name', async () => {
  const shown = await show({ marks: [], pending: { start: 12, end: 16 }, canMark: true })
  expect(shown.findAll('button')).toHaveLength(0)
  expect(shown.get('[data-start="12"]').text()).toBe('azul')
})

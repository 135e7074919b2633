import { mountWithTexts } from '@botpro/ui/testing.ts'
import { expect, test } from 'vitest'
import { messages } from '../../../messages.ts'
import FaqWordings from './FaqWordings.vue'

/** The form holds the wordings, as on the page: what is added comes back a moment later. */
async function show(modelValue: string[] = [], own: object = {}) {
  const shown = await mountWithTexts(FaqWordings, messages, {
    props: {
      modelValue, question: '¿A qué hora abren?', disabled: false, clashOf: () => undefined,
      'onUpdate:modelValue': (next: string[]) => shown.setProps({ modelValue: next }), ...own,
    },
    attachTo: document.body,
  })
  return shown
}
type Shown = Awaited<ReturnType<typeof show>>
const adding = (shown: Shown) => shown.get('input[aria-label="Agregar otra forma de preguntar"]')
const last = (shown: Shown) => shown.emitted('update:modelValue')?.at(-1)?.[0]
const pasteInto = (shown: Shown, text: string) => adding(shown).trigger('paste', { clipboardData: { getData: () => text } })

test('Enter adds a wording, and makes room for the next', async () => {
  const shown = await show(['horario'])
  await adding(shown).setValue('cuándo abren')
  await adding(shown).trigger('keydown', { key: 'Enter' })
  expect(last(shown)).toEqual(['horario', 'cuándo abren'])
  expect((adding(shown).element as HTMLInputElement).value).toBe('')
  expect(shown.text()).not.toContain('Ya la tenías')
})

test('what is there already stays in the field, and that is said', async () => {
  const shown = await show(['horario'])
  await adding(shown).setValue('¡Horario!')
  await adding(shown).trigger('keydown', { key: 'Enter' })
  expect((adding(shown).element as HTMLInputElement).value).toBe('¡Horario!')
  expect(shown.get('[role=status]').text()).toContain('Ya la tenías')
})

test('many lines that are pasted become as many wordings', async () => {
  const shown = await show()
  await pasteInto(shown, '- cuándo abren\n- horario de hoy\n\n- Cuando abren')
  expect(last(shown)).toEqual(['cuándo abren', 'horario de hoy'])
})

test('Backspace in an emptied wording removes it', async () => {
  const shown = await show(['uno', ''])
  await shown.get('input[aria-label="Forma 2"]').trigger('keydown', { key: 'Backspace' })
  expect(last(shown)).toEqual(['uno'])
})

test('who may not write sees the wordings and cannot change them', async () => {
  const shown = await show(['horario'], { disabled: true })
  expect(shown.findAll('button')).toHaveLength(0)
  expect(shown.findAll('input')).toHaveLength(1)
  expect(shown.get('input').attributes('disabled')).toBeDefined()
})

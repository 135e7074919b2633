import { mountWithTexts } from '@botpro/ui/testing.ts'
import { expect, test } from 'vitest'
import { messages } from '../../messages.ts'
import HoursDay from './HoursDay.vue'

const mountDay = (modelValue: { opens: string; closes: string }[], canConfigure = true) =>
  mountWithTexts(HoursDay, messages, { props: { day: 'MONDAY', modelValue, canConfigure } })

test('a closed day says so and offers to be opened with the usual hours', async () => {
  const day = await mountDay([])
  expect(day.text()).toContain('Cerrado')
  await day.get('button[role=switch]').trigger('click')
  expect(day.emitted('update:modelValue')![0]).toEqual([[{ opens: '09:00', closes: '18:00' }]])
})

test('shifts that overlap are explained beside the day', async () => {
  const day = await mountDay([{ opens: '09:00', closes: '13:00' }, { opens: '12:00', closes: '18:00' }])
  expect(day.get('[role=alert]').text()).toBe('Dos turnos de este día se cruzan.')
})

test('who may not configure gets no buttons to change the day', async () => {
  const day = await mountDay([{ opens: '09:00', closes: '13:00' }], false)
  expect(day.findAll('button[aria-label]').filter(button => button.attributes('role') !== 'switch')).toHaveLength(0)
})

import { expect, test } from 'vitest'
import { choicesOf, problemsOf, settingIn, settingsInput, type Field } from './channel-settings.ts'

const field = (own: Partial<Field> & { name: string }): Field => ({ isSecret: false, isRequired: true, pattern: null, default: null, ...own })
const FIELDS = [
  field({ name: 'accountSid', pattern: '^AC[0-9a-f]{4}$' }), field({ name: 'authToken', isSecret: true }), field({ name: 'from', isRequired: false, pattern: '^\\+\\d+$' }),
]

test('a required field that is empty is asked for, an optional one is not', () => {
  expect(problemsOf(FIELDS, { accountSid: '', authToken: ' ', from: '' })).toEqual({ accountSid: 'required', authToken: 'required' })
})

test('a secret that is set already may stay away', () => {
  expect(problemsOf(FIELDS, { accountSid: 'AC12ef', authToken: '' }, new Set(['authToken']))).toEqual({})
})

test('what does not look like one is told where it was typed, spaces aside', () => {
  expect(problemsOf(FIELDS, { accountSid: ' AC12ef ', authToken: 'x', from: '809' })).toEqual({ from: 'pattern' })
})

test('an empty secret is not sent, since it would wipe out the one that is set; an emptied plain field is', () => {
  expect(settingsInput(FIELDS, { accountSid: 'AC12ef', authToken: '', from: '' })).toEqual([{ name: 'accountSid', value: 'AC12ef' }, { name: 'from', value: '' }])
})

test('a pattern of a few words is a choice', () => {
  expect(choicesOf({ pattern: '^(yes|no)$' })).toEqual(['yes', 'no'])
  expect(choicesOf({ pattern: '^(?:PLAIN|SIGNED)$' })).toEqual(['PLAIN', 'SIGNED'])
  expect(choicesOf({ pattern: '^(\\+[1-9]\\d{6,14}|\\d{5,6})$' })).toEqual([])
})

test('a refusal of a setting is about that field', () => {
  expect(settingIn('settings.authToken')).toBe('authToken')
  expect(settingIn('name')).toBeUndefined()
})

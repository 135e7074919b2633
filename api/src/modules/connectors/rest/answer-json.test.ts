import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerJson } from './answer-json.ts'
import { Redaction } from './redaction.ts'

const withLargeAsText = (_key: string, value: unknown) =>
  (Number.isInteger(value) && !Number.isSafeInteger(value) && /^-?\d+$/.test(String(value)) ? String(value) : value)

test('what JSON says is read as it is, up to the depth that anybody means', () => {
  fc.assert(fc.property(fc.jsonValue(), value => {
    expect(answerJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value), withLargeAsText))
  }))
  expect(answerJson('['.repeat(100) + ']'.repeat(100))).toBeDefined()
  expect(answerJson('['.repeat(101) + ']'.repeat(101))).toBeUndefined()
  expect(answerJson('{"a":'.repeat(200_000))).toBeUndefined()
  expect(answerJson(JSON.stringify('['.repeat(500)))).toBe('['.repeat(500))
  expect(answerJson('{"a": 1,}')).toBeUndefined()
  expect(answerJson('<html>')).toBeUndefined()
})

test('a whole number that is too large to be exact stays what it is, as a text', () => {
  expect(answerJson('{"account": 9007199254740993123, "amount": 10.25, "small": 42}')).toEqual({ account: '9007199254740993123', amount: 10.25, small: 42 })
})

test('what a database cannot keep is left out of texts and of names', () => {
  const half = String.fromCharCode(0xd83d)
  expect(answerJson(JSON.stringify({ ['a\0b']: ['x\0y', half], c: { d: '\0' } }))).toEqual({ ab: ['xy', '\ufffd'], c: { d: '' } })
})

test('what flows get keeps dates and amounts that look like a short secret, and hides a long one', () => {
  const told = new Redaction(['2024', 'una-clave-larga'], 'TOLD')
  expect(told.of('2024-11-27 una-clave-larga')).toBe('2024-11-27 •••')
  expect(new Redaction(['2024']).of('2024-11-27')).toBe('•••-11-27')
})

test('a secret is blotted out in every spelling', () => {
  fc.assert(fc.property(fc.string({ minLength: 4, maxLength: 40, unit: 'grapheme' }).filter(text => /\w{3}/.test(text)), secret => {
    const spellings = [secret, JSON.stringify(secret), encodeURIComponent(secret.toWellFormed()), Buffer.from(secret).toString('base64')]
    const text = new Redaction([secret]).of(spellings.join(' – '))
    expect(text).not.toContain(secret)
    expect(text).not.toContain(Buffer.from(secret).toString('base64'))
  }))
})

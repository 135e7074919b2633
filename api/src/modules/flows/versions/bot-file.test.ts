import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { InvalidBotFile } from '../bots/bot.errors.ts'
import { readBotFile } from '../bots/document.ts'
import { newContent } from '../bots/new-bot.ts'
import { fileNameFor, writeBotFile } from './bot-file.ts'
import { botSchema } from './bot-schema.ts'
import { bots } from './random-bots.fixture.ts'

const card = { name: 'Asistente', description: 'Para la cooperativa' }

const readBack = (text: string) => {
  const read = readBotFile(text)
  if (read instanceof InvalidBotFile) throw new Error(JSON.stringify(read.problems))
  return read
}

test('a file that was imported is exported as the same file', () => {
  fc.assert(fc.property(bots, bot => {
    const text = writeBotFile(card, bot)
    const { name, description, ...content } = readBack(text)
    expect(writeBotFile({ name, description: description ?? null }, content)).toBe(text)
  }), { numRuns: 200 })
})

test('who wrote the names of a file in another order exports the same', () => {
  const text = writeBotFile(card, newContent('ES'))
  const turned = (value: unknown): unknown => (Array.isArray(value) ? value.map(turned)
    : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([name, part]) => [name, turned(part)])) : value)
  const { name, description, ...content } = readBack(`\uFEFF${JSON.stringify(turned(JSON.parse(text)))}`)
  expect(writeBotFile({ name, description: description ?? null }, content)).toBe(text)
})

test('every file fits the published schema, as somebody else’s validator reads it', () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(botSchema())
  fc.assert(fc.property(bots, bot => {
    expect(validate(JSON.parse(writeBotFile(card, bot))), JSON.stringify(validate.errors)).toBe(true)
  }), { numRuns: 50 })
  expect(validate({ ...JSON.parse(writeBotFile(card, newContent('ES'))), format: 'other/1' })).toBe(false)
  expect(validate({ ...JSON.parse(writeBotFile(card, newContent('ES'))), flows: [{ key: 'Not a key' }] })).toBe(false)
})

test('everything that is wrong with a file is told with its place', () => {
  const file = JSON.parse(writeBotFile(card, newContent('ES')))
  file.flows[0].steps.push({ ...file.flows[0].steps[0] }, { id: 'x', kind: 'SAY', position: { x: 0 }, next: {}, messages: [], strange: 1 })
  file.settings.languages = ['FR']
  const { problems } = readBotFile(JSON.stringify(file)) as InvalidBotFile
  expect(problems.map(({ path }) => path)).toEqual(expect.arrayContaining([
    'settings.languages.0', 'flows.0.steps.2.position.y', 'flows.0.steps.2.messages', 'flows.0.steps.2.strange',
  ]))
  expect(problems.every(({ message }) => message.length > 5)).toBe(true)
})

test('what is named twice is told, and so is what no database keeps', () => {
  const file = JSON.parse(writeBotFile(card, newContent('ES')))
  file.flows.push(structuredClone(file.flows[0]))
  file.flows[0].steps.push(structuredClone(file.flows[0].steps[0]))
  expect(readBotFile(JSON.stringify(file))).toMatchObject({ problems: [
    { path: 'flows.1.key' }, { path: 'flows.0.steps.1.id' },
  ] })
  file.name = 'nul: \0'
  expect(readBotFile(JSON.stringify(file))).toMatchObject({ problems: [{ path: 'name', message: 'A text has to be Unicode, without U+0000.' }] })
})

test.each(['', '{', 'null', '[]', '{"format":"botpro.bot/1"}'])('“%s” is no bot', text => {
  expect(readBotFile(text)).toBeInstanceOf(InvalidBotFile)
})

test('of a condition that fits nowhere, what comes closest is told', () => {
  const file = JSON.parse(writeBotFile(card, newContent('ES')))
  file.flows[0].triggers = [{ id: 't', kind: 'FIRST_MESSAGE', when: { all: [{ left: 'a', operator: 'LOOKS_LIKE' }] } }]
  expect(readBotFile(JSON.stringify(file))).toMatchObject({ problems: [{ path: 'flows.0.triggers.0.when.all.0.operator' }] })
})

test('a file is named after its bot and version', () => {
  expect(fileNameFor('Asistente de la Cooperativa — Ñandú', 12)).toBe('asistente-de-la-cooperativa-nandu-v12.json')
  expect(fileNameFor('???', null)).toBe('bot.json')
})

import { zipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseExchange, writeExchange } from './exchange.ts'
import { exchangeFormats, limits } from './model.ts'

const keys = (content: string | Uint8Array, fileName?: string) => parseExchange(content, { fileName }).problems.map(({ key }) => key)

test('no file makes the import throw, whatever it is said to be', () => {
  const bytes = fc.uint8Array({ maxLength: 300 })
  const hints = fc.string({ unit: fc.constantFrom('"', '[', ']', '{', '}', '(', ')', ',', ':', '-', '\n', '\r', ' ', '&a', '*a', '<<', '|', 'nlu:', 'intent', 'examples', 'text', 'data', '\\', '\0'), maxLength: 60 })
  const values = fc.oneof(fc.anything(), fc.record({ examples: fc.anything(), entities: fc.anything() }), fc.record({ luis_schema_version: fc.anything(), utterances: fc.array(fc.anything()), closedLists: fc.anything() }))
  const json = values.map(value => JSON.stringify(value, (_, each: unknown) => typeof each === 'bigint' ? String(each) : each) ?? '')
  const named = fc.constantFrom('a.csv', 'a.json', 'a.jsonl', 'a.yml', 'a.zip', '')
  fc.assert(fc.property(fc.oneof(bytes, hints, json), named, fc.option(fc.constantFrom(...exchangeFormats), { nil: undefined }), (content, fileName, format) => {
    const { set, counts } = parseExchange(content, { fileName, format })
    expect(counts.examples).toBe(set.examples.length)
  }), { numRuns: 600 })
})

test('what is empty, unknown, too large or of another shape is told', () => {
  expect(keys('')).toEqual(['fileEmpty'])
  expect(keys('hola')).toEqual(['formatUnknown'])
  expect(keys('{"a":1}')).toEqual(['formatUnknown'])
  expect(keys(new Uint8Array(limits.fileBytes + 1))).toEqual(['fileTooLarge'])
  expect(keys('text,intent\n')).toEqual(['nothingFound'])
  expect(keys('nombre,intent\nhola,a\n', 'a.csv')).toEqual(['columnMissing'])
  expect(keys('intent,language\na,es\n', 'a.csv')).toEqual(['columnMissing'])
  expect(keys('- a\n', 'a.yml')).toEqual(['shapeUnexpected'])
  expect(parseExchange('{"examples": [\n{"text": }]}', { fileName: 'a.json' }).problems).toEqual([{ key: 'jsonBroken', params: {}, line: 2 }])
})

test('depth is refused before it costs anything', () => {
  expect(keys('['.repeat(1_000_000))).toEqual(['tooDeep'])
  expect(keys(`{"examples":${'{"a":'.repeat(100)}1${'}'.repeat(100)}}`)).toEqual(['tooDeep'])
  expect(keys(`nlu: ${'['.repeat(20_000)}`, 'a.yml').length).toBeGreaterThan(0)
})

test('YAML aliases are not followed, so that none can multiply', () => {
  const bomb = `a: &a ["x","x"]\n${'bcdefghij'.split('').map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at]}`).join(',')}]`).join('\n')}\nnlu:\n- intent: x\n  examples: *j\n- *j\n`
  const { set, problems } = parseExchange(bomb, { fileName: 'a.yml' })
  expect(set.examples).toEqual([])
  expect(problems.filter(each => each.key === 'aliasRefused')).toHaveLength(2)
})

test('an archive that unpacks to more than it could honestly be is refused', () => {
  const zeros = new Uint8Array(30 * 1024 * 1024)
  expect(keys(zipSync({ 'intents/a.json': zeros }, { level: 9 }))).toEqual(['zipTooLarge'])
  const lying = zipSync({ 'intents/a.json': zeros }, { level: 9 })
  // What the archive says of sizes is overwritten: in the central directory and before the entry.
  const view = new DataView(lying.buffer, lying.byteOffset, lying.length)
  for (let at = 0; at + 4 <= lying.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true)
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 10, true)
  }
  expect(keys(lying)).toEqual(['zipTooLarge'])
  const many = zipSync(Object.fromEntries(Array.from({ length: limits.zipEntries + 1 }, (_, at) => [`${at}`, new Uint8Array()])), { level: 0 })
  expect(keys(many)).toEqual(['zipTooLarge'])
})

test('a broken or cut archive is told; entries outside an agent are not unpacked', () => {
  const whole = zipSync({ 'intents/a.json': new TextEncoder().encode('{"name":"a"}'), 'intents/a_usersays_es.json': new TextEncoder().encode('[{"data":[{"text":"hola"}]}]') })
  expect(parseExchange(whole).set.examples).toHaveLength(1)
  expect(keys(whole.subarray(0, 60))).toEqual(['zipBroken'])
  expect(keys(Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]))).toEqual(['zipBroken'])
  expect(keys(zipSync({ 'film.mov': new Uint8Array(8 * 1024 * 1024) }, { level: 9 }))).toEqual(['nothingFound'])
})

test('names of an object\'s own parts are names like others', () => {
  const { set } = parseExchange('{"examples":[{"text":"hola","intent":"__proto__","__proto__":{"language":"en"},"entities":[{"start":0,"end":4,"entity":"constructor"}]}],"entities":[{"name":"__proto__","values":[{"value":"toString","synonyms":["__proto__"]}]}]}')
  expect(set.examples[0]).toMatchObject({ intent: '__proto__', language: 'es' })
  expect(({} as Record<string, unknown>).language).toBeUndefined()
  for (const format of exchangeFormats) {
    const { content, fileName } = writeExchange(set, format)
    expect(parseExchange(content, { fileName }).set.examples[0]!.intent).toBe('__proto__')
  }
})

test('of very many problems the first are told, and how many more there are', () => {
  const { problems, counts } = parseExchange(`text,intent\n${'x,\n'.repeat(5000)}`, { fileName: 'a.csv' })
  expect(problems).toHaveLength(limits.problems)
  expect(problems.at(-1)).toEqual({ key: 'tooManyProblems', params: { more: 4001 } })
  expect(counts.skipped).toBe(5000)
})

test('examples beyond the limit are counted, not read', () => {
  const { counts, problems } = parseExchange(`text,intent,language\n${'hola,a,es\n'.repeat(limits.examples + 5)}`, { fileName: 'a.csv' })
  expect([counts.examples, counts.skipped, problems.map(each => each.key)]).toEqual([limits.examples, 5, ['tooManyExamples']])
})

test.each(exchangeFormats)('50,000 examples come back from %s', format => {
  const examples = Array.from({ length: 50_000 }, (_, at) => ({
    text: `necesito ayuda con el pedido número ${at}, que no llegó todavía y lo pagué hace días, gracias`, intent: `intent_${at % 150}`, language: 'es' as const,
    entities: [{ start: 36, end: 36 + String(at).length, entity: 'pedido' }],
  }))
  const { content, fileName } = writeExchange({ examples, entities: [{ name: 'pedido' }] }, format)
  const { counts, problems } = parseExchange(content, { fileName })
  expect([counts.examples, counts.marks, counts.intents, problems]).toEqual([50_000, 50_000, 150, []])
})

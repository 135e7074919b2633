import { expect, test } from 'vitest'
import { parseExchange, writeExchange } from './exchange.ts'
import { zipOf } from './zip.ts'

const told = (problems: readonly { key: string, line?: number, path?: string }[]) => problems.map(({ key, line, path }) => [key, line ?? path])
const texts = (content: string | Uint8Array, fileName?: string) => parseExchange(content, { fileName }).set.examples.map(({ text, intent }) => [text, intent])

test.each([',', ';', '\t'])('a CSV divided by %j is recognised, its heading in Spanish too', delimiter => {
  const row = (...cells: string[]) => cells.join(delimiter)
  const content = [row('Intención', 'Frase', 'Idioma'), row('pagar', '"quiero pagar, ya; gracias"', 'es-DO'), row('pay', 'I want to pay', 'English')].join('\r\n')
  const { format, set, problems } = parseExchange(content)
  expect([format, problems]).toEqual(['CSV', []])
  expect(set.examples).toEqual([
    { text: 'quiero pagar, ya; gracias', intent: 'pagar', language: 'es' }, { text: 'I want to pay', intent: 'pay', language: 'en' },
  ])
})

test('a CSV without a heading or language is text and intent, its language that of the words', () => {
  const { set } = parseExchange('dónde está mi pedido,rastrear\nwhere is my order,rastrear\nok,rastrear\ncuándo llega,rastrear\n', { fileName: 'a.csv' })
  expect(set.examples.map(each => each.language)).toEqual(['es', 'en', 'es', 'es'])
})

test('texts of which nothing tells the language are in that of the rest of the file, or in the one that was given', () => {
  const content = 'text,intent\nplease help me with this,a\nwhere is the order,a\nx-200,a\n'
  expect(parseExchange(content).set.examples.at(-1)!.language).toBe('en')
  expect(parseExchange(content, { language: 'es' }).set.examples.at(-1)!.language).toBe('es')
})

test('a forgotten quote costs its own row and says its line', () => {
  const content = 'text,intent\nhola,a\n"sin cerrar,b\nadiós,c\n"x" y,d\ndijo "ya" y se fue,e\n"en dos\nlíneas ""bien""",f\nfalta\n"última,g\nchao,h\n'
  const { set, problems, counts } = parseExchange(content, { fileName: 'a.csv' })
  expect(set.examples.map(each => each.text)).toEqual(['hola', 'adiós', 'dijo "ya" y se fue', 'en dos\nlíneas "bien"', 'chao'])
  expect(told(problems)).toEqual([['lineBroken', 3], ['lineBroken', 5], ['intentMissing', 9], ['lineBroken', 10]])
  expect(counts).toMatchObject({ examples: 5, skipped: 4, intents: 5 })
})

test('entities stand in a column of their own, or in the text where there is none', () => {
  const mark = [{ start: 9, end: 19, entity: 'ciudad', value: 'Santo Domingo' }]
  const beside = 'text,intent,language,entities\nvuelos a la capital,volar,es,"vuelos a [la capital]{""entity"":""ciudad"",""value"":""Santo Domingo""}"\n'
  const within = 'text,intent\nvuelos a [la capital](ciudad:Santo Domingo),volar\nver [aquí](https://a.example),ver\n'
  expect(parseExchange(beside).set.examples[0]!.entities).toEqual(mark)
  expect(parseExchange(within).set.examples[0]!.entities).toEqual(mark)
  expect(parseExchange(within).set.examples[1]!.text).toBe('ver [aquí](https://a.example)')
  const other = parseExchange('text,intent,entities\nhola,a,otra [cosa](b)\n')
  expect(told(other.problems)).toEqual([['marksDisagree', 2]])
  expect(other.set.examples).toHaveLength(1)
})

test('bytes of older spreadsheets and of Unicode ones with a byte order mark are read as they were meant', () => {
  const latin = Uint8Array.from(Buffer.from('text;intent\nmañana no podré;avisar\n', 'latin1'))
  const read = parseExchange(latin)
  expect(read.set.examples[0]!.text).toBe('mañana no podré')
  expect(told(read.problems)).toEqual([['decodedAsWindows1252', undefined]])
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('text\tintent\nmañana\tavisar\n', 'utf16le')])
  expect(texts(wide)).toEqual([['mañana', 'avisar']])
  expect(texts('\ufefftext,intent\nhola,a\n')).toEqual([['hola', 'a']])
})

test('no cell of an exported CSV is a formula, and the import gives the text back', () => {
  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', "'=1", "''-x", '＝1', "'hola"]
  const set = { examples: formulas.map(text => ({ text, intent: text, language: 'es' as const })) }
  const content = writeExchange(set, 'CSV').content as string
  expect(content).not.toMatch(/(?:^|,)"[=+\-@＝]/m)
  expect(texts(content)).toEqual(formulas.map(text => [text, text]))
})

test('a broken line of JSON lines is left out with its number', () => {
  const { format, set, problems } = parseExchange('{"text":"hola","intent":"a"}\n{"text":"x"\n\n[1]\n{"text":"chao","intent":7,"entities":[{"start":0,"end":9,"entity":"e"}]}\n')
  expect(format).toBe('JSONL')
  expect(set.examples.map(each => [each.text, each.intent])).toEqual([['hola', 'a'], ['chao', '7']])
  expect(told(problems)).toEqual([['lineBroken', 2], ['itemBroken', 4], ['markBroken', 5]])
})

test('marks that overlap or split off are told, the first of them kept; offsets are those of the trimmed text', () => {
  const content = JSON.stringify([{ text: '  pagar 500 ya ', intent: 'a', entities: [{ start: 8, end: 11, entity: 'n' }, { start: 10, end: 13, entity: 'm' }, { start: 0, end: 3, entity: 'k' }] }])
  const { set, problems } = parseExchange(content)
  expect(set.examples).toEqual([{ text: 'pagar 500 ya', intent: 'a', language: 'es', entities: [{ start: 6, end: 9, entity: 'n' }] }])
  expect(told(problems)).toEqual([['markBroken', 'examples[0]'], ['marksOverlap', 'examples[0]']])
})

const rasa = `version: "3.1"
nlu:
- intent: volar
  examples: |
    - quiero volar a [la capital]{"entity": "ciudad", "value": "Santo Domingo", "role": "destino"}
    - vuelos a [Santiago](ciudad) por favor
    esto no es un ejemplo
    - [SD](ciudad:Santo Domingo) mañana
- intent: saludar
  examples:
  - text: |
      hola buenas
    metadata:
      sentiment: neutral
  - buenos días
- intent: vacía
  examples: ""
- synonym: Santo Domingo
  examples: |
    - la capital
    - SD
- synonym: nadie
  examples: |
    - ninguno
- lookup: banco
  examples: |
    - Banco Azul
- regex: cedula
  examples: |
    - \\d{3}-\\d{7}-\\d
- 7
stories:
- story: x
`

test('Rasa: both forms of marks, synonyms, lookups; what is not read is told with its line', () => {
  const { format, set, problems } = parseExchange(rasa)
  expect(format).toBe('RASA')
  expect(set.examples.map(({ text, intent, language }) => [text, intent, language])).toEqual([
    ['quiero volar a la capital', 'volar', 'es'], ['vuelos a Santiago por favor', 'volar', 'es'], ['SD mañana', 'volar', 'es'],
    ['hola buenas', 'saludar', 'es'], ['buenos días', 'saludar', 'es'],
  ])
  expect(set.examples[0]!.entities).toEqual([{ start: 15, end: 25, entity: 'ciudad', value: 'Santo Domingo' }])
  expect(set.entities).toEqual([
    { name: 'ciudad', values: [{ value: 'Santo Domingo', synonyms: ['la capital', 'SD'] }] }, { name: 'banco', values: [{ value: 'Banco Azul', synonyms: [] }] },
  ])
  expect(told(problems)).toEqual([
    ['lineBroken', 7], ['roleIgnored', 5], ['intentWithoutExamples', 16], ['regexIgnored', 28], ['itemBroken', 31], ['sectionIgnored', 32], ['synonymWithoutEntity', 22],
  ])
})

test('Rasa with a mistake of indentation gives what stands before it, and the line', () => {
  const { set, problems } = parseExchange('nlu:\n- intent: a\n  examples: |\n    - hola\n- intent: b\n   examples: |\n    - chao\n', { fileName: 'nlu.yml' })
  expect(set.examples[0]).toMatchObject({ text: 'hola', intent: 'a' })
  expect(problems[0]).toMatchObject({ key: 'yamlBroken', line: expect.any(Number) })
})

const phrase = (...data: object[]) => ({ id: '1', data, isTemplate: false, count: 0, updated: 0 })

const agent = new Map<string, unknown>([
  ['agent.json', { language: 'es' }], ['package.json', { version: '1.0.0' }],
  ['intents/Reservar.json', { name: 'Reservar mesa' }], ['intents/Callado.json', { name: 'Callado' }],
  ['intents/Reservar_usersays_es.json', [
    phrase({ text: 'mesa para ', userDefined: false }, { text: 'la noche', meta: '@turno', alias: 'cuando', userDefined: true }),
    phrase({ text: 'reservar ' }, { text: 'mañana', meta: '@sys.date', alias: 'sys.date' }),
    { id: '2', data: [{ text: '@turno:turno' }], isTemplate: true }, 'nada',
  ]],
  ['intents/Reservar_usersays_en.json', [phrase({ text: 'book a table' })]],
  ['intents/Reservar_usersays_pt-br.json', [phrase({ text: 'reservar mesa' })]],
  ['entities/turno.json', { name: 'turno', isRegexp: false }],
  ['entities/turno_entries_es.json', [{ value: 'cena', synonyms: ['cena', 'la noche'] }]],
])

test('a Dialogflow agent: phrases by language, entities by entry, values from the lists', () => {
  const { format, set, problems } = parseExchange(zipOf(new Map(Array.from(agent, ([path, content]) => [path, JSON.stringify(content)]))))
  expect(format).toBe('DIALOGFLOW')
  expect(set.examples).toEqual([
    { text: 'mesa para la noche', intent: 'Reservar mesa', language: 'es', entities: [{ start: 10, end: 18, entity: 'turno', value: 'cena' }] },
    { text: 'reservar mañana', intent: 'Reservar mesa', language: 'es', entities: [{ start: 9, end: 15, entity: 'sys.date' }] },
    { text: 'book a table', intent: 'Reservar mesa', language: 'en' },
  ])
  expect(problems.map(({ key, params }) => [key, ...Object.values(params)])).toEqual([
    ['roleIgnored', 'turno', 'cuando'], ['systemEntity', 'sys.date'], ['templateIgnored'], ['itemBroken'], ['languageUnknown', 'pt-br'], ['intentWithoutExamples', 'Callado'],
  ])
})

test('one usersays file of an agent names its intent and language by its own name', () => {
  const { format, set } = parseExchange(JSON.stringify([phrase({ text: 'hi' })]), { fileName: 'exports/Saludo_usersays_en.json' })
  expect([format, set.examples]).toEqual(['DIALOGFLOW', [{ text: 'hi', intent: 'Saludo', language: 'en' }]])
})

test('a LUIS app: labels end with their last character; roles, parts and patterns are told', () => {
  const { format, set, problems } = parseExchange(JSON.stringify({
    luis_schema_version: '7.0.0', culture: 'es-es', intents: [{ name: 'Volar' }, { name: 'Sola' }, { name: 'None' }], entities: [{ name: 'hora' }],
    closedLists: [{ name: 'ciudad', subLists: [{ canonicalForm: 'Santo Domingo', list: ['la capital'] }] }], patterns: [{ pattern: 'x' }], regex_entities: [{ name: 'zip' }],
    utterances: [{ text: '😀 a la capital hoy', intent: 'Volar', entities: [{ entity: 'ciudad', startPos: 5, endPos: 14, role: 'destino' }, { entity: 'hora', startPos: 16, endPos: 18, children: [{ entity: 'dia' }] }] }],
  }))
  expect(format).toBe('LUIS')
  expect(set.examples[0]).toEqual({ text: '😀 a la capital hoy', intent: 'Volar', language: 'es', entities: [{ start: 5, end: 15, entity: 'ciudad', value: 'Santo Domingo' }, { start: 16, end: 19, entity: 'hora' }] })
  expect(problems.map(({ key, params }) => [key, ...Object.values(params)])).toEqual([
    ['roleIgnored', 'ciudad', 'destino'], ['roleIgnored', 'hora', 'dia'], ['regexIgnored', 'zip'], ['sectionIgnored', 'patterns'], ['intentWithoutExamples', 'Sola'],
  ])
})

test.each([['Utf16CodeUnit', 3], ['UnicodeCodePoint', 2], ['TextElements_v8', 2]])('a CLU project that counts in %s marks the same word', (stringIndexType, offset) => {
  const { format, set } = parseExchange(JSON.stringify({ stringIndexType, metadata: { language: 'en' }, assets: {
    intents: [{ category: 'Fly' }], entities: [{ category: 'city', list: { sublists: [{ listKey: 'Santo Domingo', synonyms: [{ language: 'en', values: ['Santo Domingo', 'SDQ'] }] }] } }],
    utterances: [{ text: '😀 SDQ', intent: 'Fly', entities: [{ category: 'city', offset, length: 3 }] }],
  } }))
  expect(format).toBe('CLU')
  expect(set.examples[0]).toEqual({ text: '😀 SDQ', intent: 'Fly', language: 'en', entities: [{ start: 3, end: 6, entity: 'city', value: 'Santo Domingo' }] })
})

test('the sector packs of ours are read without a problem', async () => {
  const { readFileSync } = await import('node:fs')
  for (const sector of ['retail', 'banking', 'health']) {
    const fileName = `${sector}.es.yml`
    const { set, problems, counts } = parseExchange(readFileSync(new URL(`../packs/${fileName}`, import.meta.url)), { fileName, language: 'es' })
    expect(problems).toEqual([])
    expect(set.examples.length).toBeGreaterThan(200)
    expect(counts.byLanguage.es).toBeGreaterThan(counts.byLanguage.en * 50)
  }
})

import { beforeAll, describe, expect, test } from 'vitest'
import { ANONYMOUS, ask, subscribe, type Caller } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'
import { Talk } from './talk.ts'

const stand = useStand()
let company: Company
let owner: Caller
let supervisor: Caller
let talk: Talk

beforeAll(async () => {
  company = await Company.found(stand.database, stand.app)
  owner = await company.caller('OWNER')
  supervisor = await company.caller('SUPERVISOR')
  talk = new Talk(stand.url)
})

const line = (text: string, intent: string) => JSON.stringify({ text, intent, language: 'es' })
const HOURS = ['a qué hora abren', 'cuál es el horario', 'están abiertos los domingos', 'hasta qué hora atienden', 'qué días trabajan', 'abren mañana']
const by = (caller: Caller, document: string, variables: object = {}) => ask(stand.url, caller, document, { ...variables })
const act = async (mutation: string, input: object, selection = '__typename', caller = owner) =>
  (await by(caller, `mutation($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { ${selection} } }`, { input }))[mutation]

async function trained(key: string): Promise<string> {
  const heard = subscribe(stand.url, supervisor, { query: 'subscription { modelTrainingProgressed { id state progress model { id } } }' })
  await heard.connected
  const started = await act('startTraining', { idempotencyKey: key }, '__typename ... on ModelTraining { id state }')
  // It may have begun by the time that the answer is read.
  expect(started).toMatchObject({ __typename: 'ModelTraining', state: expect.stringMatching(/^(QUEUED|RUNNING)$/) })
  expect(await act('startTraining', { idempotencyKey: key }, '... on ModelTraining { id }')).toEqual({ id: started.id })
  const done = async () => (await by(owner, 'query($id: ID!) { modelTraining(id: $id) { state progress error model { id } } }', { id: started.id })).modelTraining
  await expect.poll(async () => (await done()).state, { timeout: 60_000, interval: 200 }).toBe('DONE')
  expect(heard.events.some(event => event.id === started.id && event.state === 'RUNNING')).toBe(true)
  heard.cut()
  return (await done()).model.id
}

const answersTo = async (visitor: Caller, text: string): Promise<string[]> =>
  (await talk.says(visitor, text)).messages.filter((message: any) => message.author === 'BOT').map((message: any) => message.text)

test('what is imported and trained is understood by the bot once it is published, and what is not waits to be judged', { timeout: 120_000 }, async () => {
  const content = HOURS.map(text => line(text, 'Horario de atención')).join('\n') + '\nno es json'
  const preview = await act('importTrainingSet', { format: 'JSONL', content, dryRun: true }, '... on TrainingSetImport { applied phrasesAdded intentsAdded problems { line code } }')
  expect(preview).toEqual({ applied: false, phrasesAdded: 6, intentsAdded: 1, problems: [{ line: 7, code: 'UNREADABLE' }] })
  expect(await act('importTrainingSet', { format: 'JSONL', content }, '... on TrainingSetImport { applied phrasesAdded intents { name isNew phrasesAdded } }'))
    .toEqual({ applied: true, phrasesAdded: 6, intents: [{ name: 'horario_de_atencion', isNew: true, phrasesAdded: 6 }] })
  expect(await act('importTrainingSet', { format: 'JSONL', content }, '... on TrainingSetImport { phrasesAdded duplicates }')).toEqual({ phrasesAdded: 0, duplicates: 6 })
  const pack = { packId: 'retail', languages: ['ES'], intents: ['track_order', 'cancel_order'] }
  expect(await act('startFromSectorPack', pack, '... on TrainingSetImport { intentsAdded entityTypesAdded }')).toMatchObject({ intentsAdded: 2 })

  const { intents } = await by(owner, '{ intents(first: 10) { totalCount edges { node { id name version phraseCounts { language count } } } } }')
  const named = (name: string) => intents.edges.map((edge: any) => edge.node).find((node: any) => node.name === name)
  expect(named('horario_de_atencion').phraseCounts).toEqual([{ language: 'ES', count: 6 }])
  const tracking = named('track_order')
  const answers = [{ language: 'ES', text: 'Su pedido va en camino.' }]
  expect(await act('changeIntent', { intentId: tracking.id, version: tracking.version, name: 'track_order', action: 'ANSWER', answers })).toEqual({ __typename: 'Intent' })

  const visitor = await company.visitor()
  const before = await answersTo(visitor, 'rastrear mi paquete por favor')
  expect(before.at(-1)).not.toContain('va en camino')

  const modelId = await trained('first')
  const { elenaModel } = await by(supervisor, `query($id: ID!) { elenaModel(id: $id) { number state publishable phraseCount languages
    evaluation { folds examples accuracy intents { intent f1 } confusions { count } difference { accuracy } advice { kind } } regressions { intent } } }`, { id: modelId })
  expect(elenaModel).toMatchObject({ number: 2, state: 'TRAINED', publishable: true, languages: ['ES'], evaluation: { folds: 5, difference: null }, regressions: [] })
  expect(elenaModel.evaluation.accuracy).toBeGreaterThan(0.6)
  expect(await act('publishModel', { modelId }, '__typename ... on ElenaModel { state }')).toEqual({ __typename: 'ElenaModel', state: 'LIVE' })

  expect((await answersTo(visitor, 'quiero rastrear mi paquete')).at(-1)).toBe('Su pedido va en camino.')
  const { understand } = await by(owner, 'query { understand(text: "quiero rastrear mi paquete") { model { id } inScope confidence language ranking { name probability intent { id } } } }')
  expect(understand).toMatchObject({ model: { id: modelId }, inScope: true, language: 'ES' })
  expect(understand.ranking[0]).toMatchObject({ name: 'track_order', intent: { id: tracking.id } })

  await answersTo(visitor, 'xilófono zurdo')
  await answersTo(visitor, '¿Xilófono zurdo?')
  const waiting = async () => (await by(supervisor, '{ misunderstood(first: 10) { messageCount edges { node { count text reasons misunderstoodIds messages { conversationId } guesses { intent { name } } } } } }')).misunderstood
  const strange = (await waiting()).edges.map((edge: any) => edge.node).find((node: any) => node.text.includes('zurdo'))
  expect(strange).toMatchObject({ count: 2, reasons: ['LOW_CONFIDENCE'] })
  const { misunderstoodIds } = strange
  const assigned = await act('assignMisunderstood', { misunderstoodIds, intentId: tracking.id }, '... on MisunderstoodAssigned { misunderstoodIds phrases { text origin } }', supervisor)
  expect(assigned).toMatchObject({ misunderstoodIds: expect.arrayContaining(misunderstoodIds), phrases: [{ origin: 'REVIEW' }] })
  expect((await waiting()).edges.some((edge: any) => edge.node.text.includes('zurdo'))).toBe(false)
  await act('returnMisunderstood', { misunderstoodIds }, '__typename', supervisor)
  expect((await waiting()).edges.some((edge: any) => edge.node.text.includes('zurdo'))).toBe(true)
  const { phraseCheck } = await by(owner, 'query($id: ID!) { phraseCheck(text: "Donde esta mi PEDIDO?", intentId: $id) { duplicate { id } conflicts { id } nearest { likeness phrase { intent { name } } } understanding { ranking { name } } } }', { id: tracking.id })
  expect(phraseCheck.understanding.ranking[0].name).toBe('track_order')
  expect(phraseCheck.nearest[0].phrase.intent.name).toBe('track_order')

  await act('withdrawModel', { modelId })
  expect((await answersTo(visitor, 'quiero rastrear mi paquete')).at(-1)).not.toContain('va en camino')
})

describe('a file that is too large for an operation', () => {
  const send = (caller: Caller, content: string) => {
    const form = new FormData()
    form.set('file', new Blob([content]), 'frases.jsonl')
    return fetch(`${stand.url}/elena/files`, { method: 'POST', body: form, headers: caller.headers })
  }
  const take = (trainingFileId: string, caller = owner) =>
    act('importTrainingSet', { format: 'JSONL', trainingFileId, dryRun: true }, '__typename ... on TrainingSetImport { phrasesAdded problemCount }', caller)

  test('goes up beside the contract and is taken in by its id, by its tenant alone', async () => {
    const lines = Array.from({ length: 6000 }, (_, at) => line(`frase número ${at} de un archivo muy grande`, `intent_${at % 5}`)).join('\n')
    const sent = await send(owner, lines)
    expect(sent.status).toBe(201)
    const { id } = await sent.json() as { id: string }
    expect(await take(id)).toEqual({ __typename: 'TrainingSetImport', phrasesAdded: 6000, problemCount: 0 })
    const stranger = await (await Company.found(stand.database, stand.app)).caller('OWNER')
    await expect(take(id, stranger)).rejects.toThrow('NOT_FOUND')
  })

  test('goes up for those who may teach, and for nobody else', async () => {
    const status = async (caller: Caller) => (await send(caller, 'x')).status
    expect(await status(await company.key(['ELENA_WRITE']))).toBe(201)
    for (const caller of [await company.key(['ELENA_READ']), supervisor, await company.caller('SUPPORT'), await company.visitor()]) expect(await status(caller)).toBe(403)
    expect(await status(ANONYMOUS)).toBe(401)
    expect((await fetch(`${stand.url}/elena/files`, { method: 'POST', body: '{}', headers: { ...owner.headers, 'content-type': 'application/json' } })).status).toBe(400)
  })
})

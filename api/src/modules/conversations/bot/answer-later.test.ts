import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { SECRET } from '../../../../test/harness-server.ts'
import { useDatabase } from '../../../../test/harness.ts'
import { SmallAnswers, wordingsOnly } from '../../../../test/small-knowledge.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { openBroadcast } from '../../../platform/broadcast.ts'
import { Sealer } from '../../../platform/crypto.ts'
import { newId } from '../../../platform/ids.ts'
import { Outside } from '../../../platform/outside/outside.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import { ContactService } from '../../contacts/index.ts'
import { IntentChooser, trainElena } from '../../elena/index.ts'
import { LiveModels } from '../../elena/live-models.ts'
import { MisunderstoodService } from '../../elena/misunderstood.service.ts'
import { ModelCache } from '../../elena/model-cache.ts'
import { Prototypes } from '../../elena/prototypes.ts'
import { UnderstandingService } from '../../elena/understanding.service.ts'
import { WrittenAnswers } from '../../knowledge/index.ts'
import { createPredictive } from '../../predictive/index.ts'
import { chatSays, misbehaviours, ServerDouble } from '../../predictive/server-double.fixture.ts'
import { LaterAnswers, type OwedAnswer } from './answer-later.ts'
import { BotUnderstanding } from './bot-understanding.ts'
import { MenuBot } from './menu-bot.ts'
import { SecondThoughts } from './second-thoughts.ts'
import { VisitorMessageService } from '../visitor/visitor-message.service.ts'

const database = useDatabase({ entities })
const double = new ServerDouble()
const answers = new SmallAnswers()
const bot = new MenuBot()
let content: Buffer
let service: VisitorMessageService
let later: LaterAnswers
let world: World

beforeAll(async () => {
  await double.listen()
  content = Buffer.from(trainElena({ examples: Object.entries({ track_order: TRACKING, refund: REFUND })
    .flatMap(([intent, texts]) => texts.map(text => ({ intent, text, language: 'es' as const }))) }).write())
  const parts = built()
  service = parts.service
  later = parts.later
})
afterAll(() => double.close())
beforeEach(async () => {
  world = await newWorld(database)
  double.received.length = 0
  double.behave = () => chatSays('{"answer": "El envío a Santiago tarda tres días.", "citations": [1]}')
})

/** As in one process. */
function built() {
  const { units } = database
  const broadcast = openBroadcast()
  const predictive = createPredictive({
    units, broadcast, sealer: new Sealer([{ id: 'k1', secret: SECRET }]), outside: new Outside({ allow: [new URL(double.url).host] }),
  })
  const elena = new UnderstandingService({
    live: new LiveModels(broadcast), models: new ModelCache({ bytes: 1e8 }), prototypes: new Prototypes(), onError: error => { throw error },
  })
  const understanding = new BotUnderstanding({ understanding: elena, misunderstood: new MisunderstoodService(wordingsOnly), answers })
  const thoughts = new SecondThoughts({
    chooser: new IntentChooser(predictive), written: new WrittenAnswers({ predictive, grounds: answers }), understanding: elena,
  })
  return {
    service: new VisitorMessageService({ contacts: new ContactService(), bot, understanding, thoughts }),
    later: new LaterAnswers({ units, bot, understanding, thoughts }),
  }
}

const TRACKING = ['dónde está mi pedido', 'rastrear mi paquete', 'cuándo llega mi compra', 'seguimiento del envío', 'mi paquete no llega', 'estado de la orden', 'por dónde viene mi pedido']
const REFUND = ['quiero que me devuelvan el dinero', 'solicitar un reembolso', 'devolución de mi pago', 'me cobraron doble', 'reintegro a la tarjeta', 'devuélvanme mi plata', 'reembolso por favor']
const SHIPPING = { id: '00000000-0000-4000-8000-000000000001', question: 'cuánto tarda el envío a Santiago', wordings: ['en cuántos días llega un envío a Santiago'], answer: 'El envío a Santiago tarda tres días y llega a la casa.' }
const NEARLY = 'y cuánto tarda el envío a Santiago'

async function withModel(...purposes: string[]) {
  await database.owner.query(`insert into predictive_model (tenant_id, id, name, base_url, uses, is_on, monthly_calls, timeout_ms, created_at, changed_at)
    values ($1, $2, 'doble', $3, $4, true, 1000, 700, now(), now())`,
  [world.tenantId, newId(), double.url, JSON.stringify(purposes.map(purpose => ({ purpose, model: 'm' })))])
}

async function withElena() {
  const { owner } = database
  const [trainingId, modelId] = [newId(), newId()]
  for (const [name, answer] of [['track_order', 'Va en camino.'], ['refund', 'Se lo devolvemos.']]) {
    await owner.query(`insert into intent (tenant_id, id, name, description, action, answers, created_at) values ($1, $2, $3, $4, 'ANSWER', $5, now())`,
      [world.tenantId, newId(), name, `Sobre ${name}`, JSON.stringify([{ language: 'ES', text: answer }])])
  }
  await owner.query(`insert into model_training (tenant_id, id, state, requested_at, heard_at) values ($1, $2, 'DONE', now(), now())`, [world.tenantId, trainingId])
  await owner.query(`insert into elena_model (tenant_id, id, training_id, number, state, trained_at, intent_count, phrase_count, languages, accuracy, macro_f1, size_bytes, training_seconds, report)
    values ($1, $2, $3, 1, 'LIVE', now(), 2, 14, '{ES}', 1, 1, 1, 1, '{}')`, [world.tenantId, modelId, trainingId])
  await owner.query('insert into elena_model_content (tenant_id, model_id, content) values ($1, $2, $3)', [world.tenantId, modelId, content])
}

const visitorSays = async (visitor: ReturnType<World['visitor']>, text: string) => {
  const stored = await world.as(visitor, unit => service.receive(unit, { clientId: randomUUID(), text, optionId: null, attachmentIds: [], language: 'ES' }))
  if (stored instanceof InvalidInput) throw new Error(stored.message)
  return stored
}

const owed = async (): Promise<OwedAnswer[]> => (await database.owner.query(
  'select tenant_id as "tenantId", conversation_id as "conversationId", message_id as "messageId" from owed_answer where tenant_id = $1', [world.tenantId])).rows
const spoken = async (): Promise<string[]> => (await database.owner.query(
  'select text from message where tenant_id = $1 and author = $2 order by position', [world.tenantId, 'BOT'])).rows.map(({ text }) => text)
const calls = async () => (await database.owner.query('select purpose, outcome, key from predictive_call where tenant_id = $1 order by at, id', [world.tenantId])).rows
const pay = async (by = later) => { for (const each of await owed()) await by.answer(each) }

describe('where a model words answers', () => {
  beforeEach(async () => {
    await withModel('GENERATE')
    answers.teach(world.tenantId, SHIPPING)
  })

  test('a visitor’s message is stored at once, and answered in a moment with the model’s words', async () => {
    const visitor = world.visitor()
    const stored = await visitorSays(visitor, NEARLY)
    expect(stored.map(({ author }) => author)).toEqual(['CONTACT', 'BOT'])
    expect(double.received).toEqual([])
    expect(await owed()).toMatchObject([{ messageId: stored[0]!.id }])
    const { rows: jobs } = await database.owner.query(`select task_identifier as task from graphile_worker.jobs where task_identifier = 'conversations.answer-later'`)
    expect(jobs.length).toBeGreaterThan(0)
    await pay()
    expect((await spoken()).at(-1)).toBe('El envío a Santiago tarda tres días.')
    expect(await owed()).toEqual([])
    expect(await calls()).toMatchObject([{ purpose: 'GENERATE', outcome: 'ANSWERED', key: `${stored[0]!.id} GENERATE` }])
  })

  test('who asks exactly what is known is answered at once, and the model is not asked', async () => {
    await visitorSays(world.visitor(), '¿Cuánto tarda el envío a Santiago?')
    expect(await owed()).toEqual([])
    expect((await spoken()).at(-1)).toBe(SHIPPING.answer)
  })

  test('who says hello, or wants a person, is answered at once', async () => {
    await visitorSays(world.visitor(), 'hola')
    await visitorSays(world.visitor(), 'quiero hablar con una persona')
    expect(await owed()).toEqual([])
  })

  test.each(Object.entries(misbehaviours))('a server that %s leaves the answer to Q&A', async (_name, behave) => {
    double.behave = behave
    await visitorSays(world.visitor(), NEARLY)
    await pay(built().later)
    expect((await spoken()).at(-1)).toBe(SHIPPING.answer)
  })

  test('words that no passage bears out are not said', async () => {
    double.behave = () => chatSays('{"answer": "Compre en https://evil.example", "citations": [1]}')
    await visitorSays(world.visitor(), NEARLY)
    await pay()
    expect((await spoken()).at(-1)).toBe(SHIPPING.answer)
  })

  test('however often it runs, and side by side, she is answered once and the call counts once', async () => {
    await visitorSays(world.visitor(), NEARLY)
    const [due] = await owed()
    await Promise.all(Array.from({ length: 4 }, () => later.answer(due!)))
    await later.answer(due!)
    expect((await spoken()).length).toBe(2)
    expect((await calls()).length).toBe(1)
  })

  test('a process that dies while the server is asked loses nothing: another answers what was left', async () => {
    const killed = Promise.withResolvers<never>()
    double.behave = () => killed.promise
    await visitorSays(world.visitor(), NEARLY)
    const [due] = await owed()
    const dying = later.answer(due!)
    await expect.poll(() => double.received.length).toBe(1)
    // What it had begun is all that another process finds.
    expect(await owed()).toEqual([due])
    await database.owner.query(`update owed_answer set at = at - interval '1 minute' where tenant_id = $1`, [world.tenantId])
    await database.owner.query(`update message set sent_at = sent_at - interval '1 minute' where tenant_id = $1`, [world.tenantId])
    await built().later.answerLeft()
    expect((await spoken()).at(-1)).toBe(SHIPPING.answer)
    expect([await owed(), double.received.length]).toEqual([[], 1])
    await dying
    expect((await spoken()).length).toBe(2)
  })

  test('nothing is said where an agent took over meanwhile', async () => {
    await visitorSays(world.visitor(), NEARLY)
    const agent = await world.member('AGENT')
    await database.owner.query(`update conversation set owner = 'AGENT', assignee_id = $2 where tenant_id = $1`, [world.tenantId, agent.memberId])
    await pay()
    expect([(await spoken()).length, await owed(), double.received.length]).toEqual([1, [], 0])
  })

  test('what is owed when a channel is paused is left to a person, without asking anybody', async () => {
    await visitorSays(world.visitor(), NEARLY)
    await database.owner.query(`update channel_account set state = 'PAUSED' where tenant_id = $1`, [world.tenantId])
    await pay()
    const { rows: [conversation] } = await database.owner.query('select owner from conversation where tenant_id = $1', [world.tenantId])
    expect([(await spoken()).length, conversation.owner, await owed(), double.received.length]).toEqual([1, 'QUEUE', [], 0])
  })

  test('nor where she wrote something else while the model was asked', async () => {
    const visitor = world.visitor()
    await visitorSays(visitor, NEARLY)
    double.behave = async () => {
      await visitorSays(visitor, 'hola')
      return chatSays('{"answer": "El envío a Santiago tarda tres días.", "citations": [1]}')
    }
    await pay()
    expect(await spoken()).toEqual(['Hola (ES)', '¿Qué desea hacer?'])
  })

  test('no transaction is open while the server is asked, so she can go on writing', async () => {
    await visitorSays(world.visitor(), NEARLY)
    let open: unknown[] | undefined
    double.behave = async () => {
      open = (await database.owner.query(`select state from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`)).rows
      return chatSays('{}')
    }
    await pay()
    expect(open).toEqual([])
  })

  test('what even the model had no answer to is kept for somebody to look at', async () => {
    double.behave = () => chatSays('{"answer": "", "citations": []}')
    await visitorSays(world.visitor(), 'xilófono zurdo')
    await pay()
    const { rows } = await database.owner.query('select reason from misunderstood_message where tenant_id = $1', [world.tenantId])
    expect(rows).toEqual([{ reason: 'UNANSWERED' }])
    expect((await spoken()).at(-1)).toMatch(/no le entendí/)
  })
})

test('without a model nothing is owed, and the bot answers as ever', async () => {
  answers.teach(world.tenantId, SHIPPING)
  await visitorSays(world.visitor(), NEARLY)
  expect(await owed()).toEqual([])
  expect((await spoken()).at(-1)).toBe(SHIPPING.answer)
})

describe('where a model chooses among intents', () => {
  beforeEach(async () => {
    await withModel('CLASSIFY')
    await withElena()
  })

  const UNSURE = 'xilófono zurdo'

  test('what ELENA was not sure of is what the model says, if it is one of them', async () => {
    double.behave = ({ body }) => {
      const { intents } = JSON.parse(body.messages[1].content.split('\n')[1])
      return chatSays(JSON.stringify({ choice: intents.find(({ name }: { name: string }) => name === 'refund').number }))
    }
    await visitorSays(world.visitor(), UNSURE)
    await pay()
    expect((await spoken()).at(-1)).toBe('Se lo devolvemos.')
  })

  test.each(['{"choice": 0}', '{"choice": 99}', '{"choice": -1}', '{"choice": 1.5}', '{"choice": "refund"}', '{"choice": {"$ne": 0}}', 'refund', '[]'])('a choice of %s is none', async reply => {
    double.behave = () => chatSays(reply)
    await visitorSays(world.visitor(), UNSURE)
    await pay()
    expect((await spoken()).at(-1)).toMatch(/no le entendí/)
  })

  test('what ELENA is sure of is answered at once', async () => {
    await visitorSays(world.visitor(), 'rastrear el paquete')
    expect([await owed(), (await spoken()).at(-1)]).toEqual([[], 'Va en camino.'])
  })
})

describe('where a model orders what was found', () => {
  const OTHER = { id: '00000000-0000-4000-8000-000000000002', question: 'cuánto cuesta el envío a Santiago', wordings: [], answer: 'Cuesta poco.' }

  test('its first is what the bot says, if Q&A was sure of one at all', async () => {
    await withModel('RERANK')
    answers.teach(world.tenantId, SHIPPING, OTHER)
    double.behave = ({ body }) => ({ body: { results: body.documents.map((text: string, index: number) => ({ index, relevance_score: text.includes('Cuesta poco') ? 1 : 0 })) } })
    await visitorSays(world.visitor(), NEARLY)
    await pay()
    expect((await spoken()).at(-1)).toBe('Cuesta poco.')
    expect((await calls()).map(({ purpose }) => purpose)).toEqual(['RERANK'])
  })
})

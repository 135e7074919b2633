import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../../test/harness.ts'
import { SmallAnswers, wordingsOnly } from '../../../../test/small-knowledge.ts'
import { newWorld, type World } from '../../../../test/world.ts'
import { entities } from '../../../modules.ts'
import { openBroadcast } from '../../../platform/broadcast.ts'
import { newId } from '../../../platform/ids.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { ContactService } from '../../contacts/index.ts'
import { trainElena } from '../../elena/index.ts'
import { LiveModels } from '../../elena/live-models.ts'
import { ModelCache } from '../../elena/model-cache.ts'
import { MisunderstoodService } from '../../elena/misunderstood.service.ts'
import { Prototypes } from '../../elena/prototypes.ts'
import { UnderstandingService } from '../../elena/understanding.service.ts'
import { BotUnderstanding } from './bot-understanding.ts'
import { MenuBot } from './menu-bot.ts'
import { VisitorMessageService } from '../visitor/visitor-message.service.ts'

const database = useDatabase({ entities })
const errors: unknown[] = []
const live = new LiveModels(openBroadcast())
const understanding = new UnderstandingService({ live, models: new ModelCache({ bytes: 1e8 }), prototypes: new Prototypes(), onError: error => errors.push(error) })
const answers = new SmallAnswers()
const service = new VisitorMessageService({
  contacts: new ContactService(), bot: new MenuBot(),
  understanding: new BotUnderstanding({ understanding, misunderstood: new MisunderstoodService(wordingsOnly), answers }),
})

const TRACKING = ['dónde está mi pedido', 'rastrear mi paquete', 'cuándo llega mi compra', 'seguimiento del envío', 'mi paquete no llega', 'estado de la orden', 'por dónde viene mi pedido']
const REFUND = ['quiero que me devuelvan el dinero', 'solicitar un reembolso', 'devolución de mi pago', 'me cobraron doble', 'reintegro a la tarjeta', 'devuélvanme mi plata', 'reembolso por favor']

let content: Buffer
beforeAll(() => {
  const examples = Object.entries({ track_order: TRACKING, refund: REFUND }).flatMap(([intent, texts]) => texts.map(text => ({ intent, text, language: 'es' as const })))
  content = Buffer.from(trainElena({ examples }).write())
})

let world: World
beforeEach(async () => { world = await newWorld(database) })

async function goLive(bytes = content) {
  const { owner } = database
  const [trainingId, modelId] = [newId(), newId()]
  await owner.query(`insert into intent (tenant_id, id, name, action, answers, created_at) values ($1, $2, 'track_order', 'ANSWER', $3, now())`,
    [world.tenantId, newId(), JSON.stringify([{ language: 'ES', text: 'Va en camino.' }])])
  await owner.query(`insert into model_training (tenant_id, id, state, requested_at, heard_at) values ($1, $2, 'DONE', now(), now())`, [world.tenantId, trainingId])
  await owner.query(`insert into elena_model (tenant_id, id, training_id, number, state, trained_at, intent_count, phrase_count, languages, accuracy, macro_f1, size_bytes, training_seconds, report)
    values ($1, $2, $3, 1, 'LIVE', now(), 2, 14, '{ES}', 1, 1, 1, 1, '{}')`, [world.tenantId, modelId, trainingId])
  await owner.query('insert into elena_model_content (tenant_id, model_id, content) values ($1, $2, $3)', [world.tenantId, modelId, bytes])
}

/** The last thing that the bot said. */
async function says(visitor: ReturnType<World['visitor']>, text: string, more: { optionId?: string; asked?: string[] } = {}): Promise<string> {
  const messages = await world.as(visitor, unit => service.receive(more.asked ? listening(unit, more.asked) : unit,
    { clientId: randomUUID(), text, optionId: more.optionId ?? null, attachmentIds: [], language: 'ES' }))
  if (messages instanceof InvalidInput) throw new Error(messages.message)
  return messages.filter(({ author }) => author === 'BOT').at(-1)!.text
}

/** Notes the names of the statements that are sent. */
function listening(unit: Unit, asked: string[]): Unit {
  return new Proxy(unit, { get: (target, name) => {
    const value = Reflect.get(target, name, target) as unknown
    if (name === 'sql') return (statement: string, ...rest: [string, unknown[]]) => (asked.push(statement), target.sql(statement, ...rest))
    return typeof value === 'function' ? value.bind(target) : value
  } })
}

const queue = async () => (await database.owner.query(`select u.reason, u.confidence, u.guesses, u.language, m.text from misunderstood_message u
  join message m on m.tenant_id = u.tenant_id and m.id = u.id where u.tenant_id = $1 order by u.id`, [world.tenantId])).rows

test('the bot says what the intent says, and keeps what it did not understand with what it could have been', async () => {
  await goLive()
  const visitor = world.visitor()
  expect(await says(visitor, 'rastrear el paquete')).toBe('Va en camino.')
  expect(await queue()).toEqual([])
  await says(visitor, 'xilófono zurdo')
  expect(await queue()).toMatchObject([{ reason: 'LOW_CONFIDENCE', text: 'xilófono zurdo', confidence: expect.any(Number), guesses: [{ intent: expect.any(String) }, {}] }])
})

test('what was asked before somebody wanted a person was not understood either; what she chose from the menu asks nothing', async () => {
  await goLive()
  const visitor = world.visitor()
  await says(visitor, 'rastrear el paquete')
  await says(visitor, 'Hablar con una persona', { optionId: 'person' })
  expect(await queue()).toMatchObject([{ reason: 'HANDED_OFF', text: 'rastrear el paquete' }])
})

test('without a live model nothing is kept and nothing more is asked than whether there is one, and that once', async () => {
  const asked: string[] = []
  await says(world.visitor(), 'xilófono zurdo', { asked })
  expect(asked).toContain('elena-live')
  asked.length = 0
  await says(world.visitor(), 'otra cosa', { asked })
  expect(asked.filter(name => /elena|model|misunderstood/.test(name))).toEqual([])
  expect(await queue()).toEqual([])
})

test('with one, a message that is understood costs no further statement once the model is there', async () => {
  await goLive()
  await says(world.visitor(), 'rastrear el paquete')
  const asked: string[] = []
  await says(world.visitor(), 'rastrear el paquete', { asked })
  expect(asked.filter(name => /elena|model|misunderstood|intent/.test(name))).toEqual([])
})

test('a model that cannot be read keeps nobody from being served', async () => {
  await goLive(Buffer.from('no model'))
  expect(await says(world.visitor(), 'xilófono zurdo')).toContain('no le entendí')
  expect(errors).toHaveLength(1)
})

describe('with Q&A', () => {
  const returns = { id: newId(), question: '¿Puedo devolver una compra?', wordings: ['quiero hacer una devolución'], answer: 'Tiene 30 días para devolverla.' }

  test('the bot answers from it without a model, in the language and on the channel she writes on', async () => {
    answers.teach(world.tenantId, returns)
    expect(await says(world.visitor(), '¿puedo devolver una compra?')).toBe('Tiene 30 días para devolverla.')
    expect(answers.asked.at(-1)).toEqual({ text: '¿puedo devolver una compra?', language: 'ES', channel: 'WEB' })
    await says(world.visitor(), 'can I give back what I bought?')
    expect(answers.asked.at(-1)).toMatchObject({ language: 'EN' })
    expect(await says(world.visitor(), 'Menú principal', { optionId: 'menu' })).toContain('Qué desea')
    expect(answers.asked.at(-1)).not.toMatchObject({ text: 'Menú principal' })
  })

  test('what it has no answer to is kept as unanswered, in the language it was written in', async () => {
    answers.teach(world.tenantId, returns)
    await says(world.visitor(), 'where can I find the violins please?')
    expect(await queue()).toEqual([{ reason: 'UNANSWERED', confidence: null, guesses: [], language: 'EN', text: 'where can I find the violins please?' }])
  })

  test('what a model does not understand is kept as such, and what it understands without anybody having an answer as unanswered', async () => {
    answers.teach(world.tenantId, returns)
    await goLive()
    await database.owner.query(`update intent set answers = '[]' where tenant_id = $1`, [world.tenantId])
    await says(world.visitor(), 'rastrear el paquete')
    await says(world.visitor(), 'xilófono zurdo')
    expect(await queue()).toMatchObject([
      { reason: 'UNANSWERED', text: 'rastrear el paquete', guesses: [{ intent: 'track_order' }, {}] }, { reason: 'LOW_CONFIDENCE', text: 'xilófono zurdo' },
    ])
  })

  test('wanting a person after an answer of Q&A is kept without a model too; what had no answer stays unanswered', async () => {
    answers.teach(world.tenantId, returns)
    const [ana, eva] = [world.visitor(), world.visitor()]
    await says(ana, '¿puedo devolver una compra?')
    await says(ana, 'quiero hablar con una persona')
    await says(eva, 'violines eléctricos')
    await says(eva, 'quiero hablar con una persona')
    expect(await queue()).toMatchObject([{ reason: 'HANDED_OFF', text: '¿puedo devolver una compra?' }, { reason: 'UNANSWERED', text: 'violines eléctricos' }])
  })
})

describe('“no era eso”', () => {
  test('keeps what she had asked as badly answered, once however often she says it, with what the model made of it', async () => {
    await goLive()
    const visitor = world.visitor()
    await says(visitor, 'rastrear el paquete')
    expect(await says(visitor, 'No era eso', { optionId: 'unhelpful' })).toContain('otras palabras')
    await database.owner.query(`update message set sent_at = sent_at - interval '1 minute' where tenant_id = $1`, [world.tenantId])
    await says(visitor, 'No era eso', { optionId: 'unhelpful' })
    await says(visitor, 'no era eso')
    await says(visitor, 'no era eso')
    await says(visitor, 'Hablar con una persona', { optionId: 'person' })
    expect(await queue()).toMatchObject([{ reason: 'THUMBS_DOWN', text: 'rastrear el paquete', guesses: [{ intent: 'track_order' }, {}] }])
  })

  test('is apologised for where there is nothing to learn, and nothing is kept', async () => {
    const visitor = world.visitor()
    await says(visitor, 'qué tal')
    expect(await says(visitor, 'No era eso', { optionId: 'unhelpful' })).toContain('otras palabras')
    expect(await queue()).toEqual([])
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import { useDatabase } from '../../../test/harness.ts'
import { newWorld, type World } from '../../../test/world.ts'
import { entities } from '../../modules.ts'
import { systemActor } from '../../platform/actor.ts'
import { openBroadcast } from '../../platform/broadcast.ts'
import { IntentService } from './intent.service.ts'
import { LiveModels } from './live-models.ts'
import { ModelCache } from './model-cache.ts'
import { PhraseService } from './phrase.service.ts'
import { listPhrases } from './phrase.queries.ts'
import { Prototypes } from './prototypes.ts'
import { UnderstandingService } from './understanding.service.ts'

const database = useDatabase({ entities })
const live = new LiveModels(openBroadcast())
const intents = new IntentService({ live })
const phrases = new PhraseService()
const understanding = new UnderstandingService({ live, models: new ModelCache({ bytes: 1e8 }), prototypes: new Prototypes(), onError: () => {} })

let world: World
const intentIds = new Map<string, string>()
const asTeacher = <T>(work: Parameters<typeof world.as<T>>[1]) => world.as(systemActor(), work)

async function teach(intent: string, ...texts: string[]) {
  const intentId = intentIds.get(intent) ?? await asTeacher(unit => intents.create(unit, { name: intent, description: null, action: 'ANSWER', answers: [] })) as string
  intentIds.set(intent, intentId)
  await asTeacher(unit => phrases.add(unit, { intentId, phrases: texts.map(text => ({ text, language: 'ES', entities: [] })) }))
}
const read = (text: string, more: object = {}) => asTeacher(unit => understanding.understand(unit, { text, timeZone: 'UTC', prototype: true, ...more }))
const first = async (text: string) => (await read(text))?.ranking[0]?.intent

beforeEach(async () => {
  world = await newWorld(database)
  intentIds.clear()
  await teach('track_order', 'dónde está mi pedido', 'rastrear mi paquete', 'cuándo llega mi compra')
  await teach('refund', 'quiero que me devuelvan el dinero', 'solicitar un reembolso', 'devolución de mi pago')
})

describe('a prototype', () => {
  test('understands before anything was trained, and says that no model stands behind it', async () => {
    expect(await read('rastrear el paquete')).toMatchObject({ modelId: null, ranking: [{ intent: 'track_order' }, {}], threshold: expect.any(Number), language: 'es' })
  })

  test('learns a phrase with the next question, and unlearns one that is taken away', async () => {
    await first('por dónde va la mercancía')
    await teach('refund', 'por dónde va la mercancía')
    expect(await first('por dónde va la mercancía')).toBe('refund')
    const { edges } = await asTeacher(unit => listPhrases(unit, intentIds.get('refund')!, { first: 1 }))
    await asTeacher(unit => phrases.move(unit, { phraseIds: [edges[0]!.node.id], intentId: intentIds.get('track_order')! }))
    expect(await first('por dónde va la mercancía')).toBe('track_order')
  })

  test('is learnt once for what is taught, however many ask', async () => {
    const prototypes = new Prototypes()
    const [one, other] = await Promise.all([asTeacher(unit => prototypes.of(unit)), asTeacher(unit => prototypes.of(unit))])
    const third = await asTeacher(unit => prototypes.of(unit))
    expect(one).not.toBeNull()
    expect(other).toBe(one)
    expect(third).toBe(one)
  })

  test('others are served while one is learnt', async () => {
    await teach('other', ...Array.from({ length: 300 }, (_, at) => `otra cosa número ${at} que no tiene que ver con ${at * 7}`))
    let served = 0
    let isOver = false
    const serve = () => { served++; if (!isOver) setTimeout(serve) }
    serve()
    await read('rastrear el paquete')
    isOver = true
    expect(served).toBeGreaterThan(10)
  })

  test('needs two intents with phrases', async () => {
    await asTeacher(unit => intents.delete(unit, intentIds.get('refund')!))
    expect(await read('rastrear')).toBeNull()
  })

  test('is one thing and a named model another', async () => {
    await expect(read('rastrear', { modelId: world.tenantId })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
  })
})

test('of a large set the newest phrases of each intent are learnt', async () => {
  for (let at = 0; at < 60; at++) await teach(`intent_${at}`, ...Array.from({ length: 40 }, (_, n) => `frase ${n} sobre el tema ${at}`))
  await teach('intent_3', 'zanahorias moradas al horno')
  expect(await first('zanahorias moradas al horno')).toBe('intent_3')
})

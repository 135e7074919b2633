import type { BotContent, Step } from '@botpro/graphql/flows'
import { trainElena } from '../modules/elena/index.ts'
import { openPools, type DatabaseSettings } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import { bodyOf } from './documents.ts'
import { rounds } from './figures.ts'
import { FRESH_ID, type HttpRequest } from './http-wire.ts'
import { insertLiveBot } from './live-bot.ts'
import { asOwner, portOf, type Stage } from './stage.ts'
import { raceRow, type Row } from './table.ts'
import { makeTenants, visitorOf, type BenchTenant } from './tenants.ts'
import { replayAll } from './replaying.ts'
import { TransactionRecord } from './transaction-record.ts'

const TENANTS = 10
const CLIENTS = 24
const VISITORS_PER_CLIENT = 8
const SECONDS = 3
/** The menu, an intent that ELENA reads, an answer that is checked, words, a person’s name. */
const WORDS = ['Hola', 'dónde está mi pedido', '4512', 'gracias']

/**
 * A visitor writes, ELENA reads it, the flow does its steps, the reply is stored. Against the very statements that this took,
 * with the very values, sent once more by bare `pg` to a copy of the same database.
 */
export async function botTurn(stage: Stage): Promise<Row[]> {
  const database = await stage.database('bots')
  const tenants = await makeTenants(database, TENANTS)
  for (const tenant of tenants) await makeBot(database, tenant)
  const bare = openPools(await stage.database('bots_bare', database)).app
  const app = await stage.app(database)
  const record = new TransactionRecord(app.kernel.pools.app)
  const clients = await Promise.all(Array.from({ length: CLIENTS }, async (_, client) => {
    const visitors = Array.from({ length: VISITORS_PER_CLIENT }, (_one, n) => visitorOf(app, tenants[(client + n) % TENANTS]!))
    return (await Promise.all(visitors)).flatMap(says)
  }))
  const load = { port: portOf(app), clients, seconds: SECONDS, expected: '"author":"BOT"' }
  const [ours, reference] = await rounds(() => stage.clients.ask('httpLoad', load), () => replayAll(bare, record.take()))
  await bare.end()
  return [raceRow({ name: 'bot turn: message, ELENA, flow, reply', unit: 'messages/s', ours: ours!, reference: reference!, target: { atLeast: 0.3 } })]
}

const says = (headers: Record<string, string>): HttpRequest[] => WORDS.map(text => ({
  path: '/widget/graphql', headers, body: bodyOf('widget', 'SendVisitorMessage', { input: { clientId: FRESH_ID, text } }),
}))

const step = (id: string, more: object, next: Record<string, string> = {}): Step => ({ id, position: { x: 0, y: 0 }, next, ...more }) as Step

const content: BotContent = {
  settings: {
    languages: ['ES'], words: { menu: {}, help: {}, person: {}, cancel: {}, restart: {} }, mainFlow: 'menu',
    texts: { help: { ES: 'Ayuda.' }, cancelled: { ES: 'Listo.' }, notUnderstood: { ES: 'No le entendí.' }, trouble: { ES: 'Algo falló.' }, handOff: { ES: 'Le atiende una persona.' }, outOfHours: { ES: 'Cerrado.' } },
  },
  flows: [
    { key: 'menu', name: 'Menú', variables: [], triggers: [], start: 'menu', steps: [
      step('menu', { kind: 'MENU', text: { ES: '¿Qué desea?' }, style: 'BUTTONS', options: [{ id: 'order', title: { ES: 'Mi pedido' } }] }, { order: 'order' }), step('order', { kind: 'JUMP', flow: 'order' }),
    ] },
    { key: 'order', name: 'Pedido', variables: [{ name: 'order', type: 'NUMBER', scope: 'FLOW' }], triggers: [{ id: 't', kind: 'INTENT', intent: 'track_order' }], start: 'ask', steps: [
      step('ask', { kind: 'ASK', text: { ES: '¿Cuál es el número?' }, answer: { type: 'NUMBER', whole: true }, saveAs: 'order' }, { answered: 'known', failed: 'known' }),
      step('known', { kind: 'BRANCH', rules: [{ id: 'yes', when: { left: 'order', operator: 'GREATER', right: { literal: 1000 } } }] }, { yes: 'say', otherwise: 'say' }),
      step('say', { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'El pedido {{ order }} va en camino.' } }] }),
    ] },
  ],
  tests: [],
}

const PHRASES = {
  track_order: ['dónde está mi pedido', 'rastrear mi paquete', 'cuándo llega mi compra', 'seguimiento del envío', 'mi paquete no llega', 'estado de la orden'],
  refund: ['quiero que me devuelvan el dinero', 'solicitar un reembolso', 'devolución de mi pago', 'me cobraron doble', 'reintegro a la tarjeta', 'reembolso por favor'],
}

let model: Buffer | undefined

/** A live bot of two flows on the tenant’s chat, and a live model. */
async function makeBot(database: DatabaseSettings, { id: tenantId, channelAccountId }: BenchTenant): Promise<void> {
  model ??= Buffer.from(trainElena({ examples: Object.entries(PHRASES).flatMap(([intent, texts]) => texts.map(text => ({ intent, text, language: 'es' as const }))) }).write())
  const [trainingId, modelId] = [newId(), newId()]
  await asOwner(database.url, async owner => {
    await insertLiveBot(owner, { tenantId, channelAccountId }, content)
    for (const name of Object.keys(PHRASES)) {
      await owner.query(`insert into intent (tenant_id, id, name, description, action, answers, created_at) values ($1, $2, $3, '', 'ANSWER', '[]', now())`, [tenantId, newId(), name])
    }
    await owner.query(`insert into model_training (tenant_id, id, state, requested_at, heard_at) values ($1, $2, 'DONE', now(), now())`, [tenantId, trainingId])
    await owner.query(`insert into elena_model (tenant_id, id, training_id, number, state, trained_at, intent_count, phrase_count, languages, accuracy, macro_f1, size_bytes, training_seconds, report)
      values ($1, $2, $3, 1, 'LIVE', now(), 2, 12, '{ES}', 1, 1, 1, 1, '{}')`, [tenantId, modelId, trainingId])
    await owner.query('insert into elena_model_content (tenant_id, model_id, content) values ($1, $2, $3)', [tenantId, modelId, model])
  })
}

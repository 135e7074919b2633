import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertLiveBot } from '../src/bench/live-bot.ts'
import { SystemDouble } from '../src/modules/connectors/system-double.fixture.ts'
import { flowOf, settingsOf, variable } from '../src/modules/flows/engine/bot.fixture.ts'
import { signatureOf } from '../src/modules/payments/signature.ts'
import { entities } from '../src/modules.ts'
import { ApiProcess } from './api-process.ts'
import { until as happens } from './channel-stand.ts'
import { ask, change, type Caller } from './client.ts'
import { dice } from './dice.ts'
import { figure } from './figures.ts'
import { useDatabase } from './harness.ts'
import { persistently } from './insisting.ts'
import { everyClaimEnds, killAgainAndAgain } from './killing.ts'
import { sessionOf } from './sessions.ts'
import { newWorld, type World } from './world.ts'

const database = useDatabase({ entities })
const { roll, seed } = dice()
const bank = new SystemDouble()
let api: ApiProcess
let world: World
let admin: Caller
let secret: string
let callbackUrl: string
let slots: string[]

beforeAll(async () => {
  await bank.listen()
  bank.behave = async ({ path }) => {
    await sleep(40 * roll())
    return { body: { url: `https://pay.example.com/${path.split('/').at(-1)}` } }
  }
  world = await newWorld(database)
  // In production nothing on this machine can be reached.
  api = await ApiProcess.prepare(database, { BOTPRO_MODE: 'demo', DEMO_COMPANIES: 'none', OUTSIDE_ALLOW: `127.0.0.1:${bank.port}` })
  await api.start()
  admin = await sessionOf(database, await world.member('OWNER'))
  await takePayments()
  slots = await openClinic()
  await insertLiveBot(database.owner, world, { settings: settingsOf({ languages: ['ES'] }), flows: [booking, paying, verifying, waiting], tests: [] })
}, 60_000)
afterAll(async () => {
  await api?.stop()
  await bank.close()
})

/** Who makes links to pay by, and the secret that they sign with. */
async function takePayments() {
  const { id: connectorId } = await change(api.url, admin, 'createConnector', { key: 'banco', name: 'Banco', kind: 'REST', baseUrl: bank.url }, '... on Connector { id }')
  const operation = {
    key: 'link', name: 'Enlace', method: 'POST', path: '/links/{paymentId}', inputs: [{ name: 'paymentId', type: 'TEXT', isRequired: true }],
    outputs: [{ name: 'url', path: 'url', type: 'TEXT' }],
  }
  await change(api.url, admin, 'createConnectorOperation', { connectorId, operation }, '... on ConnectorOperation { id }')
  const { paymentSettings } = await ask(api.url, admin, '{ paymentSettings { version } }')
  await change(api.url, admin, 'changePaymentSettings', { version: paymentSettings.version, connector: 'banco', operation: 'link', minutes: 60 }, '... on PaymentSettings { version }')
  const { renewPaymentSecret } = await ask(api.url, admin, 'mutation { renewPaymentSecret { secret settings { callbackUrl } } }')
  secret = renewPaymentSecret.secret
  callbackUrl = renewPaymentSecret.settings.callbackUrl
}

/** A service that is there around the clock, and its next free times. */
async function openClinic(): Promise<string[]> {
  const hours = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'].map(weekday => ({ weekday, opens: '00:00', closes: '24:00' }))
  const { id } = await change(api.url, admin, 'createAppointmentService', { key: 'consulta', name: { es: 'Consulta', en: 'Visit' }, minutes: 15 }, '... on AppointmentService { id }')
  await change(api.url, admin, 'createAppointmentResource', { key: 'mota', name: 'Dra. Mota', kind: 'PERSON', place: '', hours, serviceIds: [id] }, '... on AppointmentResource { id }')
  const { freeTimes } = await ask(api.url, admin, 'query($id: ID!) { freeTimes(serviceId: $id, most: 24) { id start } }', { id })
  // What begins at once cannot be booked by the time that somebody asks for it.
  return freeTimes.filter(({ start }: { start: string }) => Date.parse(start) > Date.now() + 3_600_000).map(({ id: slot }: { id: string }) => slot)
}

const say = (text: string) => ({ kind: 'SAY' as const, messages: [{ kind: 'TEXT' as const, text: { ES: text } }] })
const which = (next: string) => ({ kind: 'ASK' as const, text: { ES: '¿Cuál?' }, answer: { type: 'TEXT' as const }, saveAs: 'number', next: { answered: next, failed: 'not' } })
const errand = (key: string, word: string, step: object, told: string) => flowOf(key, {
  triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: [word] } }], variables: [variable('number')],
  steps: { which: which('do'), do: step, told: say(`${told} {{ number }}.`), not: say('Sin respuesta, {{ error.code | default: "nada" }}, {{ number }}.') } as never,
})
const number = { path: 'number' }
const booking = errand('booking', 'reservar', { kind: 'APPOINTMENT', action: 'BOOK', service: { literal: 'consulta' }, slot: number, next: { done: 'told', failed: 'not' } }, 'Reservado')
const paying = errand('paying', 'pagar', {
  kind: 'PAYMENT', amount: { literal: { amount: '100.00', currency: 'USD' } }, reference: number, description: { ES: 'Pedido' }, text: { ES: 'Pague en {{ payment.url }} por {{ number }}' }, minutes: 60,
  next: { paid: 'told', failed: 'not', expired: 'not' },
}, 'Pagado')
const verifying = errand('verifying', 'verificar', { kind: 'VERIFY', method: { kind: 'CODE', via: 'EMAIL', to: number, minutes: 30 }, text: { ES: 'Le envié un código.' }, next: { verified: 'told', failed: 'not' } }, 'Verificado')
const waiting = errand('waiting', 'esperar', { kind: 'WAIT', minutes: 60, event: 'llego', next: { happened: 'told', elapsed: 'not', written: 'not' } }, 'Llegó')

const texts = async (pattern: string) =>
  (await database.owner.query<{ text: string }>(`select text from message where tenant_id = $1 and author = 'BOT' and text like $2`, [world.tenantId, pattern])).rows.map(({ text }) => text)
/** A killed process takes its time to be back. */
const until = <Found>(look: () => Promise<Found | undefined | false>) => happens(look, figure(170_000, 890_000))

interface Customer {
  send(text: string): Promise<unknown>
  contactId(): Promise<string>
}
let done = 0

/** Whatever became of it was told. */
const told = (which: string) => until(async () => (await texts(`% ${which}.`)).length > 0)

async function books({ send }: Customer, slot: string) {
  await send('reservar')
  await send(slot)
  await told(slot)
}

/** Pays as soon as there is a link, and the provider says so until it is heard. */
async function pays({ send }: Customer, reference: string) {
  await send('pagar')
  await send(reference)
  const said = await until(async () => (await texts(`%${reference}%`))[0])
  if (!said.startsWith('Pague')) return
  const paymentId = /example\.com\/(\S+)/.exec(said)![1]!
  const body = JSON.stringify({ paymentId, status: 'PAID', amount: '100.00', currency: 'USD' })
  await until(async () => {
    const seconds = Math.floor(Date.now() / 1000)
    const headers = { 'content-type': 'application/json', 'botpro-signature': `t=${seconds},v1=${signatureOf(secret, seconds, body)}` }
    return (await fetch(callbackUrl, { method: 'POST', body, headers }).catch(() => undefined))?.ok
  })
  await told(reference)
}

async function codesFor(address: string): Promise<string[]> {
  const folder = path.join(api.dataDir, 'mail')
  const mails = await Promise.all((await readdir(folder).catch(() => [])).map(name => readFile(path.join(folder, name), 'utf8')))
  return mails.filter(mail => mail.includes(`To: ${address}`)).map(mail => /\b\d{6}\b/.exec(mail.slice(mail.indexOf('\n\n') + 1))?.[0] ?? '')
}

async function verifies({ send }: Customer, address: string) {
  await send('verificar')
  await send(address)
  const code = await until(async () => (await texts(`% ${address}.`))[0] ?? (await codesFor(address))[0])
  if (/^\d{6}$/.test(code)) await send(code)
  await told(address)
}

async function waits({ send, contactId }: Customer, name: string) {
  await send('esperar')
  await send(name)
  const id = await contactId()
  await until(async () => (await database.owner.query(`select 1 from flow_run where tenant_id = $1 and event = 'llego' and contact_id = $2`, [world.tenantId, id])).rowCount)
  await until(async () => {
    const { tellBotEvent } = await ask(api.url, admin, 'mutation($input: TellBotEventInput!) { tellBotEvent(input: $input) { __typename } }', { input: { event: 'llego', contactId: id } }).catch(() => ({ tellBotEvent: null }))
    return tellBotEvent?.__typename === 'BotEventTold' || (await texts(`% ${name}.`)).length > 0
  })
  await told(name)
}

const CUSTOMERS = 6
const EACH = figure(1, 3)
const KINDS = [books, pays, verifies, waits]
const nameOf = [(at: number) => slots[at]!, (at: number) => `PED-${at}`, (at: number) => `c${at}@example.com`, (at: number) => `E${at}`]

async function customer(which: number): Promise<void> {
  const insist = persistently(() => api.url)
  const { token } = await insist('StartVisitorSession', { input: { siteKey: world.siteKey, origin: 'https://example.com' } })
  const conversation = { id: '' }
  const send = async (text: string) => {
    const answer = await insist('SendVisitorMessage', { input: { clientId: randomUUID(), text } }, token)
    conversation.id = answer.message.id
  }
  const contactId = async () => (await database.owner.query(`select c.contact_id as id from message m join conversation c on c.tenant_id = m.tenant_id and c.id = m.conversation_id where m.id = $1`, [conversation.id])).rows[0].id
  for (let turn = 0; turn < EACH; turn++) for (const [kind, errand] of KINDS.entries()) {
    await errand({ send, contactId }, nameOf[kind]!(which * EACH + turn))
    done++
  }
}

test(`of ${CUSTOMERS * EACH * KINDS.length} bookings, payments, codes and events while the API is killed again and again, each is done at most once and told exactly once`, { timeout: figure(180_000, 900_000) }, async () => {
  const errands = CUSTOMERS * EACH
  const all = Promise.all(Array.from({ length: CUSTOMERS }, (_, which) => customer(which)))
  await killAgainAndAgain(api, { kills: figure(3, 10), of: errands * KINDS.length, done: () => done, roll, meanwhile: () => everyClaimEnds(database) })
  await all
  const count = async (text: string) => (await database.owner.query(text, [world.tenantId])).rows
  const numbers = Array.from({ length: errands }, (_, at) => at)
  const timesTold = await Promise.all(nameOf.flatMap(name => numbers.map(async at => [name(at), await texts(`% ${name(at)}.`)] as const)))
  expect(timesTold.filter(([, said]) => said.length !== 1), `seed ${seed}`).toEqual([])
  const good = (word: string) => timesTold.flatMap(([name, said]) => (said[0]!.startsWith(word) ? [name] : []))
  expect(await count(`select starts_at from appointment where tenant_id = $1 and state = 'BOOKED'`), `seed ${seed}`).toHaveLength(good('Reservado').length)
  const payments = await count('select reference, state from payment where tenant_id = $1')
  expect(payments.map(({ reference }) => reference).sort(), `seed ${seed}`).toEqual(numbers.map(nameOf[1]!).sort())
  expect(payments.filter(({ state }) => state === 'PAID').map(({ reference }) => reference).sort(), `seed ${seed}`).toEqual(good('Pagado').sort())
  expect(new Set(bank.received.map(({ path }) => path)).size, `seed ${seed}`).toBeLessThanOrEqual(errands)
  const mails = await Promise.all(numbers.map(at => codesFor(nameOf[2]!(at))))
  expect(mails.filter(codes => codes.length > 1), `seed ${seed}`).toEqual([])
  expect(good('Llegó').length, `seed ${seed}`).toBe(errands)
  expect(await count('select 1 from flow_request where tenant_id = $1'), `seed ${seed}`).toEqual([])
  console.log(`${errands} of each; told as done: ${['Reservado', 'Pagado', 'Verificado', 'Llegó'].map(word => `${word} ${good(word).length}`).join(', ')}; seed ${seed}`)
})

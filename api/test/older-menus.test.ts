import { describe, expect, test } from 'vitest'
import { insertLiveBot } from '../src/bench/live-bot.ts'
import { flowOf, settingsOf, variable } from '../src/modules/flows/engine/bot.fixture.ts'
import { until, useChannelStand } from './channel-stand.ts'
import { startInstagramDouble } from './providers/instagram.ts'
import { startMessengerDouble } from './providers/messenger.ts'
import { SmsDouble } from './providers/sms.ts'
import { TelegramDouble } from './providers/telegram.ts'
import { startWhatsappDouble } from './providers/whatsapp.ts'

const stand = useChannelStand(async () => ({
  telegram: await TelegramDouble.start(), whatsapp: await startWhatsappDouble(), messenger: await startMessengerDouble(), instagram: await startInstagramDouble(),
  sms: await SmsDouble.start(),
}))

const say = (ES: string, EN: string, next: Record<string, string> = {}) => ({ kind: 'SAY' as const, messages: [{ kind: 'TEXT' as const, text: { ES, EN } }], next })
const ask = (ES: string, EN: string, { saveAs, then }: { saveAs: string; then: string }) =>
  ({ kind: 'ASK' as const, text: { ES, EN }, answer: { type: 'YES_NO' as const }, saveAs, next: { answered: then, failed: 'nada' } })

const menu = flowOf('menu', {
  steps: {
    elegir: {
      kind: 'MENU', text: { ES: '¿Qué desea?', EN: 'What would you like?' }, style: 'LIST',
      options: [{ id: 'pago', title: { ES: 'Pagar', EN: 'Pay' } }, { id: 'horas', title: { ES: 'Horario', EN: 'Hours' } }, { id: 'person', title: { ES: 'Persona', EN: 'Person' } }],
      next: { pago: 'pago', horas: 'horas', person: 'persona' },
    },
    pago: { kind: 'JUMP', flow: 'pago' }, horas: say('De 8 a 5.', 'From 8 to 5.'), persona: { kind: 'HAND_OFF' },
  },
})
const pay = flowOf('pago', {
  variables: [variable('recibo', { type: 'YES_NO' }), variable('seguro', { type: 'YES_NO' })],
  steps: {
    recibo: ask('¿Quiere recibo?', 'Do you want a receipt?', { saveAs: 'recibo', then: 'seguro' }),
    seguro: ask('¿Pago la factura ahora?', 'Shall I pay the bill now?', { saveAs: 'seguro', then: 'pagado' }),
    pagado: say('Pagado: {{ seguro }}.', 'Paid: {{ seguro }}.'), nada: say('Nada.', 'Nothing.'),
  },
})

const terms = flowOf('plazos', {
  triggers: [{ id: 't', kind: 'KEYWORD', words: { ES: ['a plazos'] } }], variables: [variable('cuotas', { type: 'NUMBER' })],
  steps: {
    cuotas: { kind: 'ASK', text: { ES: '¿En cuántas cuotas?' }, answer: { type: 'NUMBER' }, saveAs: 'cuotas', next: { answered: 'dicho', failed: 'dicho' } },
    dicho: say('Son {{ cuotas }}.', 'They are {{ cuotas }}.'),
  },
})

type Kind = keyof typeof stand.doubles

async function customer(kind: Kind) {
  const tenant = await stand.tenant()
  const channelAccountId = await tenant.connect(stand.doubles[kind])
  await insertLiveBot(stand.database.owner, { ...tenant.world, channelAccountId }, { settings: settingsOf({ mainFlow: 'menu' }), flows: [menu, pay, terms], tests: [] })
  return stand.doubles[kind].customer()
}

/** Somebody who is asked the second of two questions, with the first still in sight. */
async function asked(kind: Kind) {
  const ana = await customer(kind)
  const said = (): string[] => ana.inbox.map(({ text }) => text)
  const shown = (text: string) => until(() => ana.inbox.findLast(one => one.text.includes(text)) as never)
  const taps = (title: string, on?: unknown) => (ana.taps as (title: string, on?: unknown) => string).call(ana, title, on)
  ana.writes('hola, buenas tardes')
  const main = await until(() => ana.inbox.find(({ buttons }) => buttons.includes('Pagar')))
  taps('Pagar', main)
  const first = await shown('¿Quiere recibo?')
  taps('Sí', first)
  await shown('¿Pago la factura ahora?')
  return { said, shown, taps, main, first }
}

/** Two taps of one button in a moment are one; these are not in a moment. */
const aMinutePasses = () => stand.database.owner.query(`update message set sent_at = sent_at - interval '1 minute'`)

const timesOf = (said: string[], text: string) => said.filter(one => one.includes(text)).length

describe.each(['telegram', 'whatsapp', 'messenger', 'instagram'] as const)('a button of an earlier question, on %s', kind => {
  test('is no answer to the one that is asked now, which is asked again, and can be answered where it stood before', async () => {
    const { said, shown, taps, first } = await asked(kind)
    const second = await shown('¿Pago la factura ahora?')
    await aMinutePasses()
    taps('Sí', first)
    await shown('Esa opción era de un menú anterior')
    await until(() => timesOf(said(), '¿Pago la factura ahora?') === 2)
    expect(timesOf(said(), 'Pagado')).toBe(0)
    taps('No', second)
    await shown('Pagado: false')
  })

  test('of the main menu begins what it names, and what was asked is asked no more', async () => {
    const { said, shown, taps, main } = await asked(kind)
    taps('Horario', main)
    await shown('De 8 a 5.')
    await aMinutePasses()
    taps('Horario', main)
    await until(() => timesOf(said(), 'De 8 a 5.') === 2)
    expect([timesOf(said(), '¿Pago la factura ahora?'), timesOf(said(), 'menú anterior')]).toEqual([1, 0])
  })
})

test('a number that is typed answers what is asked, and does not choose of the menu before it', async () => {
  const ana = await customer('sms')
  const hears = (text: string) => until(() => ana.inbox.find(one => one.text.includes(text)))
  ana.writes('hola, buenas tardes')
  await hears('3. Persona')
  ana.writes('a plazos')
  await hears('¿En cuántas cuotas?')
  ana.writes('3')
  await hears('Son 3.')
})

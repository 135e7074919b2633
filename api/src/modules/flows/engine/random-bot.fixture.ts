import fc from 'fast-check'
import type { BotContent, Flow, Json, Step } from '@botpro/graphql/flows'
import { exitsOf } from '@botpro/graphql/flows'
import { drawn, settingsOf, variable, type Drawn } from './bot.fixture.ts'
import type { RunInput } from './input.ts'

const FLOWS = ['uno', 'dos', 'tres']
const VARS = ['a', 'b', 'c']
const text = fc.constantFrom('hola', 'sí', '{{ a }}', '{{ b | upcase }}', '{{ nada }}', '{{ a', '').map(ES => ({ ES }))
const variableName = fc.constantFrom(...VARS)
const value = fc.oneof(fc.constantFrom(1, 'x', null, [1, 2], { amount: '5.00', currency: 'DOP' }).map(literal => ({ literal })), variableName.map(path => ({ path })), fc.constant({ template: '{{ a }}!' }))
const option = fc.constantFrom('o1', 'o2', 'o3')
const options = fc.uniqueArray(option, { maxLength: 3 }).map(ids => ids.map(id => ({ id, title: { ES: `Opción ${id}` } })))
const when = fc.record({ left: variableName, operator: fc.constantFrom('IS_SET' as const, 'EQUALS' as const, 'GREATER' as const), right: fc.constant({ literal: 1 }) })

const source = fc.oneof(fc.constantFrom('https://x.example/a%20b.png', 'http://x.example/a', 'https://x.example/{{ a }}', '{{ b', '%', '').map(url => ({ url })), fc.constant({ fileId: '0198a000-0000-7000-8000-000000000001', name: 'foto.jpg' }))
const media = fc.record({ ES: source, EN: source }, { requiredKeys: [] })
const message = fc.oneof(
  fc.record({ kind: fc.constant('TEXT' as const), text }),
  fc.record({ kind: fc.constant('MEDIA' as const), type: fc.constantFrom('IMAGE' as const, 'VIDEO' as const, 'AUDIO' as const, 'FILE' as const), source: media, caption: text }, { requiredKeys: ['kind', 'type', 'source'] }),
  fc.record({ kind: fc.constant('CARD' as const), title: text, subtitle: text, image: media, url: fc.constantFrom('https://x.example', 'mal', '{{ a }}'), urlTitle: text, buttons: fc.constantFrom([], [{ id: 'ver', title: { ES: 'Ver' } }]) }, { requiredKeys: ['kind', 'title'] }),
  fc.record({ kind: fc.constant('LOCATION' as const), latitude: fc.constant(18.5), longitude: fc.constant(-69.9), name: text, address: text }, { requiredKeys: ['kind', 'latitude', 'longitude'] }),
)

/** Any step, its exits still open. */
const step: fc.Arbitrary<Drawn> = fc.oneof(
  fc.record({ kind: fc.constant('SAY' as const), messages: fc.array(message, { minLength: 1, maxLength: 2 }) }),
  fc.record({ kind: fc.constant('MENU' as const), text, style: fc.constant('LIST' as const), options, items: fc.option(fc.record({ list: variableName, title: text }), { nil: undefined }), saveAs: fc.option(variableName, { nil: undefined }) }),
  fc.record({ kind: fc.constant('ASK' as const), text, answer: fc.constantFrom({ type: 'TEXT' as const }, { type: 'NUMBER' as const }, { type: 'YES_NO' as const }, { type: 'CEDULA' as const }, { type: 'FILE' as const }, { type: 'MONEY' as const, currency: 'DOP' }), saveAs: variableName, skipIfKnown: fc.boolean() }),
  fc.record({ kind: fc.constant('BRANCH' as const), rules: fc.array(when, { minLength: 1, maxLength: 3 }).map(all => all.map((one, index) => ({ id: `r${index}`, when: one }))) }),
  fc.record({ kind: fc.constant('SET' as const), assignments: fc.array(fc.record({ to: fc.oneof(variableName, fc.constantFrom('contact.name', 'contact.vip', 'ajena')), value }), { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('CALL' as const), connector: fc.constant('c'), operation: fc.constant('o'), input: fc.constant({}), saveAs: fc.option(variableName, { nil: undefined }) }),
  fc.record({ kind: fc.constant('LOOK_UP' as const), table: fc.constant('t'), where: fc.constant({}), saveAs: variableName }),
  fc.record({ kind: fc.constant('VERIFY' as const), method: fc.oneof(fc.record({ kind: fc.constant('CODE' as const), via: fc.constant('EMAIL' as const), to: value }), fc.record({ kind: fc.constant('KNOWN_DATA' as const), questions: fc.constant([{ id: 'q', text: { ES: '¿Nombre?' }, expected: { path: 'a' } }]) })) }),
  fc.record({ kind: fc.constant('ANSWER' as const), question: fc.option(value, { nil: undefined }) }),
  fc.record({ kind: fc.constant('SUB_FLOW' as const), flow: fc.constantFrom(...FLOWS, 'falta'), parameters: fc.constant({ a: { literal: 1 } }), results: fc.constant([{ from: 'b', to: 'c' }]) }),
  fc.record({ kind: fc.constant('JUMP' as const), flow: fc.option(fc.constantFrom(...FLOWS, 'falta'), { nil: undefined }), step: fc.option(fc.constantFrom('s0', 's1', 's9'), { nil: undefined }) }),
  fc.record({ kind: fc.constant('WAIT' as const), minutes: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }), until: fc.option(variableName, { nil: undefined }), event: fc.option(fc.constantFrom('e', 'f'), { nil: undefined }) }),
  fc.record({ kind: fc.constant('HAND_OFF' as const), text: fc.option(text, { nil: undefined }), outOfHoursText: fc.option(text, { nil: undefined }), summary: fc.option(text, { nil: undefined }) }),
  fc.record({ kind: fc.constant('REQUEST' as const), type: fc.constant('queja'), title: text, fields: fc.constant({}), saveAs: fc.option(variableName, { nil: undefined }) }),
  fc.record({ kind: fc.constant('SURVEY' as const), survey: fc.constant('s'), questions: fc.constantFrom([{ id: 'q', text: { ES: '¿Qué tal?' }, type: 'CSAT' as const }], [{ id: 'n', text: { ES: '¿Del 0 al 10?' }, type: 'NPS' as const }, { id: 't', text: { ES: '¿Por qué?' }, type: 'TEXT' as const }]), saveAs: fc.option(variableName, { nil: undefined }) }),
  fc.record({ kind: fc.constant('TAG' as const), add: fc.constant(['vip']), remove: fc.constant([]) }),
  fc.record({ kind: fc.constant('APPOINTMENT' as const), action: fc.constantFrom('FIND' as const, 'BOOK' as const), remarks: fc.option(value, { nil: undefined }), saveAs: fc.option(variableName, { nil: undefined }) }),
  fc.record({ kind: fc.constant('PAYMENT' as const), amount: value, reference: value, description: text, text }),
  fc.record({ kind: fc.constant('END' as const), failed: fc.boolean(), closes: fc.boolean() }),
) as fc.Arbitrary<Drawn>

/** Steps that lead anywhere: to each other, to themselves, to nothing, to what is not there. */
const flow = (key: string): fc.Arbitrary<Flow> => fc.tuple(fc.array(step, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.integer({ min: 0, max: 11 }))).map(([steps, ways]) => {
  const named = drawn(Object.fromEntries(steps.map((one, index) => [`s${index}`, one])))
  const led = named.map((one): Step => ({ ...one, next: Object.fromEntries(exitsOf(one).flatMap(exit => {
    const way = ways.next().value as number
    return way > 9 ? [] : [[exit, `s${way % (steps.length + 1)}`]]
  })) }))
  return { key, name: key, variables: VARS.map(name => variable(name, { scope: name === 'c' ? 'CONVERSATION' : 'FLOW', passed: 'IN_OUT' })), triggers: [], start: 's0', steps: led }
})

export const randomContent: fc.Arbitrary<BotContent> = fc.tuple(fc.constant(settingsOf({ mainFlow: 'uno' })), fc.boolean(), flow('uno'), flow('dos'), flow('tres'))
  .map(([settings, callsFlow, ...flows]) => ({ settings: { ...settings, ...callsFlow && { handOffFlow: 'tres' } }, flows, tests: [] }))

const heard = fc.record({
  text: fc.constantFrom('', 'hola', '1', '2', 'sí', 'no', 'menú', 'cancelar', 'ayuda', 'persona', 'empezar de nuevo', '001-1391820-5', '500', 'x'.repeat(5000), '{{ a }}'),
  optionId: fc.option(fc.constantFrom('o1', 'o2', 'yes', 'no', 'skip', 'item-0', 'menu', 'person', '5'), { nil: null, freq: 3 }),
  files: fc.boolean().map(one => (one ? [{ id: 'f', name: 'f.png', type: 'image/png' }] : [])), location: fc.constant(null), intent: fc.constant(null), entities: fc.constant({}),
  aside: fc.option(fc.constant('Por cierto.'), { nil: null }),
})

/** Anything that can happen to a run; `RESULT` is for the request that it made last. */
export const randomInput: fc.Arbitrary<RunInput | { kind: 'ANSWER_LAST'; ok: boolean; data: unknown }> = fc.oneof(
  { weight: 5, arbitrary: heard.map(said => ({ kind: 'SAID' as const, ...said })) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('ANSWER_LAST' as const), ok: fc.boolean(), data: fc.constantFrom(null, true, 'texto', [{ id: 1 }], { id: 'p', url: 'https://pago.example' }) }) },
  fc.constant({ kind: 'TIME' as const }), fc.constant({ kind: 'RETURNED' as const }), fc.constant({ kind: 'AGAIN' as const }),
  fc.constantFrom('e', 'f', 'payment:p').map(event => ({ kind: 'EVENT' as const, event, data: { state: 'PAID' } as Json })),
  fc.constantFrom(...FLOWS).map(key => ({ kind: 'START' as const, flow: key, trigger: { kind: 'X', id: null, data: null } })),
)

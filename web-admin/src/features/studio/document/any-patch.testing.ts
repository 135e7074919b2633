import type { Condition, Flow, LocalText, Saying, Step, Trigger, Value, Variable } from '@botpro/graphql/flows'
import fc from 'fast-check'
import { freeName } from './flow-document.ts'
import { movedTo, removedAt, replacedAt } from './list.ts'

const words = fc.string({ unit: 'grapheme', maxLength: 20 }).filter(text => !/[\p{Cs}\0]/u.test(text))
const text: fc.Arbitrary<LocalText> = fc.record({ ES: fc.oneof(words, fc.constant('Hola, {{ answer }}.')), EN: words }, { requiredKeys: [] })
const variable = fc.constantFrom('answer', 'answer_2', 'found', 'total')
const compared = fc.oneof(
  fc.record({ literal: fc.oneof(words, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null), fc.constant([1, { b: 2, a: -0 }])) }),
  fc.record({ path: fc.constantFrom('answer', 'found.items[0].name', 'contact.phone') }),
)
const value = fc.oneof(compared, fc.record({ template: fc.constant('{{ answer | upcase }}') })) as fc.Arbitrary<Value>
const when: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ left: variable, operator: fc.constantFrom('EQUALS' as const, 'GREATER' as const), right: compared }),
  fc.record({ all: fc.tuple(fc.record({ left: variable, operator: fc.constant('IS_SET' as const) }), fc.record({ none: fc.tuple(fc.record({ left: variable, operator: fc.constant('IS_NOT_SET' as const) })) })) }),
) as fc.Arbitrary<Condition>
const option = fc.record({ id: fc.constantFrom('yes', 'no', '1', '10', '2', 'zz'), title: text, description: text, words: fc.array(words, { maxLength: 2 }) }, { requiredKeys: ['id', 'title'] })
const options = (minLength = 0) => fc.uniqueArray(option, { selector: ({ id }) => id, minLength, maxLength: 4 })
const media = fc.record({ ES: fc.oneof(fc.record({ url: fc.constant('https://x.example/a.png') }), fc.record({ fileId: fc.uuid(), name: fc.constant('a.png') })) }, { requiredKeys: [] })
const saying = fc.oneof(
  fc.record({ kind: fc.constant('TEXT' as const), text, variants: fc.array(fc.record({ channels: fc.constant(['SMS' as const]), text }), { maxLength: 2 }) }, { requiredKeys: ['kind', 'text'] }),
  fc.record({ kind: fc.constant('MEDIA' as const), type: fc.constantFrom('IMAGE' as const, 'FILE' as const), source: media, caption: text }, { requiredKeys: ['kind', 'type', 'source'] }),
  fc.record({ kind: fc.constant('CARD' as const), title: text, subtitle: text, image: media, url: fc.constant('https://x.example'), buttons: fc.array(fc.record({ id: fc.constant('see'), title: text }), { maxLength: 1 }) }, { requiredKeys: ['kind', 'title'] }),
  fc.record({ kind: fc.constant('LOCATION' as const), latitude: fc.double({ min: -90, max: 90, noNaN: true }), longitude: fc.double({ min: -180, max: 180, noNaN: true }), name: text }, { requiredKeys: ['kind', 'latitude', 'longitude'] }),
) as fc.Arbitrary<Saying>
const some = <Shape extends Record<string, fc.Arbitrary<unknown>>>(shape: Shape) => fc.record(shape, { requiredKeys: [] })
const patience = { retries: fc.option(fc.nat(9), { nil: undefined }), notUnderstood: text, help: text }

/** What the fields of each kind may come to say; what they clear is left undefined. */
const FIELDS: Record<Step['kind'], fc.Arbitrary<object>> = {
  SAY: some({ messages: fc.array(saying, { minLength: 1, maxLength: 3 }) }),
  MENU: some({ text, ...patience, options: options(), style: fc.constantFrom('BUTTONS', 'LIST'), saveAs: fc.option(variable, { nil: undefined }), items: fc.option(fc.record({ list: variable, title: text }), { nil: undefined }) }),
  ASK: some({ text, ...patience, saveAs: variable, skipIfKnown: fc.option(fc.boolean(), { nil: undefined }), answer: fc.oneof(fc.constantFrom({ type: 'CEDULA' }, { type: 'MONEY', currency: 'DOP', min: '1.50' }), fc.record({ type: fc.constant('NUMBER'), min: fc.double({ noNaN: true, noDefaultInfinity: true }) }), fc.record({ type: fc.constant('CHOICE'), options: options(1) })) }),
  BRANCH: some({ rules: fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', '1'), when }), { selector: ({ id }) => id, minLength: 1, maxLength: 3 }) }),
  SET: some({ assignments: fc.array(fc.record({ to: fc.constantFrom('answer', 'contact.vip'), value }), { minLength: 1, maxLength: 3 }) }),
  CALL: some({ connector: fc.constant('banco'), operation: fc.constant('saldo'), input: fc.dictionary(fc.constantFrom('id', '1', 'a b', 'account.no'), value), save: fc.array(fc.record({ from: fc.constant('items[0]'), to: variable }), { maxLength: 2 }), saveAs: fc.option(variable, { nil: undefined }), waitText: text }),
  LOOK_UP: some({ table: fc.constant('tarifas'), where: fc.dictionary(fc.constantFrom('id', '2'), value), saveAs: variable }),
  VERIFY: some({ method: fc.oneof(fc.record({ kind: fc.constant('CODE'), via: fc.constantFrom('SMS', 'EMAIL'), to: value }), fc.record({ kind: fc.constant('KNOWN_DATA'), questions: fc.tuple(fc.record({ id: fc.constant('q'), text, expected: value })) })), attempts: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }), text }),
  ANSWER: some({ question: fc.option(value, { nil: undefined }), saveAs: variable }),
  SUB_FLOW: some({ flow: fc.constant('otro'), parameters: fc.dictionary(variable, value), results: fc.array(fc.record({ from: variable, to: variable }), { maxLength: 2 }) }),
  JUMP: some({ flow: fc.option(fc.constant('otro'), { nil: undefined }), parameters: fc.dictionary(variable, value) }),
  WAIT: some({ minutes: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }), until: fc.option(variable, { nil: undefined }), event: fc.option(fc.constant('listo'), { nil: undefined }) }),
  HAND_OFF: some({ text, summary: text, queue: fc.option(fc.constant('Caja'), { nil: undefined }), priority: fc.constantFrom('LOW', 'URGENT', undefined) }),
  REQUEST: some({ type: fc.constant('queja'), title: text, fields: fc.dictionary(variable, value), saveAs: fc.option(variable, { nil: undefined }) }),
  SURVEY: some({ survey: fc.constant('nps'), intro: text, questions: fc.array(fc.record({ id: fc.constantFrom('a', 'b'), text, type: fc.constantFrom('NPS', 'TEXT') }), { minLength: 1, maxLength: 2 }) }),
  TAG: some({ add: fc.array(fc.constantFrom('vip', 'ñ'), { maxLength: 2 }), remove: fc.array(fc.constant('nuevo'), { maxLength: 1 }) }),
  APPOINTMENT: some({ action: fc.constantFrom('FIND', 'BOOK', 'MINE'), service: value, slot: fc.option(value, { nil: undefined }), saveAs: variable }),
  PAYMENT: some({ amount: value, reference: value, description: text, text, minutes: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }) }),
  END: some({ outcome: fc.option(fc.constant('Listo'), { nil: undefined }), failed: fc.boolean(), closes: fc.boolean() }),
}

const COMMON = some({ name: fc.option(words, { nil: undefined }), note: fc.option(words, { nil: undefined }) })

/** What is typed into the fields of a step: the same for the same seed. Drawn when its kind is known, since there are many. */
export const patchFor = (kind: Step['kind'], seed: number): object =>
  Object.assign({}, ...[COMMON, FIELDS[kind]].map(fields => fc.sample(fields, { seed, numRuns: 1 })[0]))

type Lists = Pick<Flow, 'variables' | 'triggers'>

/** A variable or a trigger that is added, said otherwise, put elsewhere or taken away. */
export const anyListing: fc.Arbitrary<(flow: Lists) => Partial<Lists>> = fc.record({
  what: fc.nat(6), one: fc.nat(), other: fc.nat(), when: fc.option(when, { nil: undefined }), minutes: fc.integer({ min: 1, max: 60 }),
  initial: fc.constantFrom<Variable['initial']>(undefined, null, 0, -0, 'x', [1], { b: 1, a: 2 }),
}).map(({ what, one, other, when: condition, minutes, initial }) => ({ variables, triggers }) => {
  const at = (list: readonly unknown[], n: number) => n % Math.max(1, list.length)
  const id = () => freeName('begin', triggers.map(trigger => trigger.id))
  const limited = condition && { when: condition }
  const added: Trigger[] = [{ id: id(), kind: 'INACTIVITY', minutes, ...limited }, { id: id(), kind: 'KEYWORD', words: { ES: ['saldo'] }, interrupts: minutes > 30, ...limited }, { id: id(), kind: 'EVENT', event: 'listo', ...limited }]
  switch (what) {
    case 0: return { variables: [...variables, { name: freeName('total', variables.map(({ name }) => name)), type: 'MONEY', scope: 'CONVERSATION', initial }] }
    case 1: return { variables: variables.length ? replacedAt(variables, at(variables, one), { ...variables[at(variables, one)]!, passed: 'IN_OUT', initial, personal: true }) : variables }
    case 2: return { variables: removedAt(variables, at(variables, one)) }
    case 3: return { triggers: [...triggers, added[minutes % 3]!] }
    case 4: return { triggers: triggers.length ? replacedAt(triggers, at(triggers, one), { ...triggers[at(triggers, one)]!, when: condition }) : triggers }
    case 5: return { triggers: triggers.length > 1 ? movedTo(triggers, at(triggers, one), at(triggers, other)) : triggers }
    default: return { triggers: removedAt(triggers, at(triggers, one)) }
  }
})

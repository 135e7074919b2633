import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figure } from '../../../../test/figures.ts'
import type { Drawn } from '../engine/bot.fixture.ts'
import { randomContent } from '../engine/random-bot.fixture.ts'
import { newContent } from '../bots/new-bot.ts'
import { defaultGlobalWords } from '../engine/global-words.ts'
import { ask, call, contentOf, end, everyCode, foundIn, foundInSteps, PHOTO, say, sms, text, world } from './lint.fixture.ts'
import { lint } from './lint.ts'

const menu = (next: Record<string, string>, more: Partial<Extract<Drawn, { kind: 'MENU' }>> = {}): Drawn =>
  ({ kind: 'MENU', text: { ES: '¿Qué desea?' }, style: 'LIST', options: [{ id: 'a', title: { ES: 'Saldo' } }], next: { a: 'fin', failed: 'fin', ...next }, ...more })
const said = (path: string) => `{{ ${path} }}`
const branch = (left: string, next: { si: string; otherwise: string }, operator: 'IS_SET' | 'IS_TRUE' | 'NOT_EQUALS' = 'IS_SET'): Drawn =>
  ({ kind: 'BRANCH', rules: [{ id: 'si', when: { left, operator, ...operator === 'NOT_EQUALS' && { right: { literal: 'x' } } } }], next })
const subFlow = (flow: string, next: string, more: Partial<Extract<Drawn, { kind: 'SUB_FLOW' }>> = {}): Drawn =>
  ({ kind: 'SUB_FLOW', flow, parameters: {}, results: [], next: { done: next, failed: next }, ...more })
const shows = (...messages: Extract<Drawn, { kind: 'SAY' }>['messages']): Record<string, Drawn> => ({ hola: { kind: 'SAY', messages } })
const file = () => ({ fileId: PHOTO, name: 'foto.jpg' })
const rates = (type: 'CSAT' | 'NPS', next: string): Drawn => ({ kind: 'SURVEY', survey: 's', questions: [{ id: 'q', text: { ES: '¿Qué tal?' }, type }], next: { done: next, skipped: next } })
const booked = (more: Partial<Extract<Drawn, { kind: 'APPOINTMENT' }>>): Drawn => ({ kind: 'APPOINTMENT', action: 'BOOK', next: { done: 'fin', failed: 'fin' }, ...more })
const keyword = (id: string, ...ES: string[]) => ({ id, kind: 'KEYWORD' as const, words: { ES } })
const played = (lines: object[], more: object = {}) =>
  [{ key: 't', name: 'Prueba', channel: 'WEB', language: 'ES', lines, recordings: [], ...more }] as unknown as Parameters<typeof foundIn>[0]['tests']

const PROVEN = text('probado', { type: 'YES_NO', scope: 'CONVERSATION' })
const verifies = (next: string): Drawn => ({ kind: 'VERIFY', method: { kind: 'KNOWN_DATA', questions: [{ id: 'q', text: { ES: '¿En qué año nació?' }, expected: { literal: '1985' } }] }, next: { verified: next, failed: 'fin' } })
const notes: Drawn = { kind: 'SET', assignments: [{ to: 'probado', value: { literal: true } }], next: { done: 'si' } }

const pays: Drawn = { kind: 'PAYMENT', amount: { literal: { amount: '1', currency: 'DOP' } }, reference: { literal: '1' }, description: { ES: 'x' }, text: { ES: '{{ payment.url }}' }, next: { paid: 'fin', failed: 'fin', expired: 'fin' } }
const sendsCode = (via: 'SMS' | 'EMAIL' | 'WHATSAPP'): Drawn => ({ kind: 'VERIFY', method: { kind: 'CODE', via, to: { path: 'contact.phone' } }, text: { ES: 'Escriba el código.' }, next: { verified: 'fin', failed: 'fin' } })

const cases: [title: string, found: () => string[], expected: string[]][] = [
  ['a bot in which nothing is wrong', () => foundInSteps({ hola: say('Hola', 'fin'), fin: end }), []],
  // How steps hang together.
  ['a flow whose last words end it', () => foundInSteps({ hola: say('Hola') }), []],
  ['a start that is not there', () => foundInSteps({ hola: say('Hola') }, { start: 'falta' }), ['NO_START inicio start']],
  ['an exit that names no step', () => foundInSteps({ hola: say('Hola', 'falta') }), ['UNKNOWN_STEP hola next.done']],
  ['an exit that the step has not', () => foundInSteps({ hola: { ...say('Hola'), next: { listo: 'hola' } } }), ['UNKNOWN_EXIT hola next.listo']],
  ['an option that leads nowhere', () => foundInSteps({ menu: { ...menu({}), next: { failed: 'fin' } }, fin: end }), ['DEAD_END menu next.a']],
  ['a question whose last wrong answer leads nowhere', () => foundInSteps({ cual: { ...ask('x', 'fin'), next: { answered: 'fin' } } as Drawn, fin: end }, { variables: [text('x')] }), ['DEAD_END cual next.failed']],
  ['a rule for everything else that leads nowhere', () => foundInSteps({ si: { ...branch('contact.name', { si: 'fin', otherwise: '' }), next: { si: 'fin' } } as Drawn, fin: end }), ['DEAD_END si next.otherwise']],
  ['a step to which nothing leads', () => foundInSteps({ hola: say('Hola'), sola: say('¿Hola?') }), ['UNREACHABLE_STEP sola']],
  ['steps that go round without asking anybody', () => foundInSteps({ uno: say('Uno', 'dos'), dos: say('Dos', 'uno') }), ['LOOP_WITHOUT_INPUT uno']],
  ['steps that go round and ask', () => foundInSteps({ uno: say('Uno', 'dos'), dos: menu({ a: 'uno' }), fin: end }), []],
  ['a question that is skipped in a circle', () => foundInSteps({ uno: { ...ask('x', 'dos'), skipIfKnown: true } as Drawn, dos: say('Dos', 'uno') }, { variables: [text('x')] }), ['LOOP_WITHOUT_INPUT uno']],
  ['two steps of one id', () => { const content = contentOf({ flows: { inicio: { steps: { hola: say('Hola') } } } }); content.flows[0]!.steps.push(content.flows[0]!.steps[0]!); return lint(content, world).map(({ code }) => code) }, ['DUPLICATE_STEP']],
  ['two flows of one key', () => { const content = contentOf({ flows: { inicio: { steps: { hola: say('Hola') } } } }); content.flows.push(content.flows[0]!); return lint(content, world).map(({ code }) => code) }, ['DUPLICATE_FLOW']],
  // What is said.
  ['words that are empty', () => foundInSteps({ menu: menu({}, { options: [{ id: 'a', title: {} }] }), fin: end }), ['EMPTY_TEXT menu options.0.title']],
  ['a text that misses a language of the bot', () => foundIn({ settings: { languages: ['ES', 'EN'], texts: texts('x', 'x') }, flows: { inicio: { steps: { hola: say('Hola') } }, persona: { steps: { persona: { kind: 'HAND_OFF' } } } } }), ['MISSING_TRANSLATION hola messages.0.text']],
  ['a text that cannot be read', () => foundInSteps({ hola: say('Hola {{ contact.name') }), ['BAD_TEXT hola messages.0.text']],
  ['a filter that is not there', () => foundInSteps({ hola: say('{{ contact.name | gritar }}') }), ['UNKNOWN_FILTER hola messages.0.text']],
  ['a name that is not there', () => foundInSteps({ hola: say(said('saldo')) }), ['UNKNOWN_NAME hola messages.0.text']],
  ['a part of the contact that is not there', () => foundInSteps({ hola: say(said('contact.sueldo')) }), ['UNKNOWN_NAME hola messages.0.text']],
  ['a condition that names what is not there', () => foundInSteps({ si: branch('saldo', { si: 'fin', otherwise: 'fin' }), fin: end }), ['UNKNOWN_NAME si rules.0.when']],
  ['a text of the whole bot that names a variable', () => foundIn({ settings: { texts: texts(said('saldo')) }, flows: { inicio: { steps: { hola: say('Hola') } } } }), ['UNKNOWN_NAME settings.texts.help']],
  // Variables.
  ['a variable by a fixed name', () => foundInSteps({ hola: say('Hola') }, { variables: [text('contact')] }), ['NAME_TAKEN inicio variables.0.name']],
  ['a variable that is declared twice', () => foundInSteps({ hola: say('Hola') }, { variables: [text('x'), text('x')] }), ['DUPLICATE_VARIABLE inicio variables.1.name']],
  ['an answer kept where nothing is declared', () => foundInSteps({ cual: ask('x', 'fin'), fin: end }), ['NOT_DECLARED cual saveAs']],
  ['a variable that is said and never set', () => foundInSteps({ hola: say(said('x')) }, { variables: [text('x')] }), ['NEVER_SET hola messages.0.text']],
  ['a variable that is asked after and never set', () => foundInSteps({ si: branch('x', { si: 'fin', otherwise: 'fin' }), fin: end }, { variables: [text('x')] }), ['NEVER_SET si rules.0.when']],
  ['a sign of who she is that outlives its proof', () => foundInSteps({ quien: verifies('anotar'), anotar: notes, si: branch('probado', { si: 'fin', otherwise: 'fin' }, 'IS_TRUE'), fin: end }, { variables: [PROVEN] }), ['PROOF_KEPT anotar assignments.0.to']],
  ['a sign of who she is that the proof itself keeps', () => foundInSteps({ quien: { ...verifies('si'), saveAs: 'probado' } as Drawn, si: branch('probado', { si: 'fin', otherwise: 'fin' }, 'IS_TRUE'), fin: end }, { variables: [PROVEN] }), []],
  ['a variable that only one of two ways sets', () => foundInSteps({ menu: menu({ a: 'cual', failed: 'decir' }), cual: ask('x', 'decir'), decir: say(said('x')) }, { variables: [text('x')] }), ['MAYBE_NOT_SET decir messages.0.text']],
  ['a variable that only the good exit sets', () => foundInSteps({ saldo: call({ saveAs: 'x', next: { done: 'decir', failed: 'decir' } }), decir: say(said('x')) }, { variables: [text('x')] }), ['MAYBE_NOT_SET decir messages.0.text']],
  ['a variable that was asked after before it is said', () => foundInSteps({ menu: menu({ a: 'cual', failed: 'si' }), cual: ask('x', 'si'), si: branch('x', { si: 'decir', otherwise: 'fin' }), decir: say(said('x'), 'fin'), fin: end }, { variables: [text('x')] }), []],
  ['a variable that has a default where it is said', () => foundInSteps({ menu: menu({ a: 'cual', failed: 'decir' }), cual: ask('x', 'decir'), decir: say('{{ x | default: "nada" }}{% if x %}{{ x }}{% endif %}') }, { variables: [text('x')] }), []],
  ['a sign that is set together with what it stands for', () => foundInSteps({
    menu: menu({ a: 'cual', failed: 'si' }), cual: { ...ask('x', 'sabido'), next: { answered: 'sabido', failed: 'fin' } } as Drawn,
    sabido: { kind: 'SET', assignments: [{ to: 'listo', value: { literal: true } }], next: { done: 'si' } }, si: branch('listo', { si: 'decir', otherwise: 'fin' }, 'IS_TRUE'), decir: say(said('x'), 'fin'), fin: end,
  }, { variables: [text('x'), text('listo', { type: 'YES_NO' })] }), []],
  ['what only a flow within sets', () => foundIn({ flows: {
    inicio: { variables: [text('x', { scope: 'CONVERSATION' })], steps: { quien: { ...subFlow('quien', 'decir'), next: { done: 'decir', failed: 'fin' } } as Drawn, decir: say(said('x'), 'fin'), fin: end } },
    quien: { variables: [text('x', { scope: 'CONVERSATION' })], steps: { cual: { ...ask('x', 'bien'), next: { answered: 'bien', failed: 'mal' } } as Drawn, bien: end, mal: { kind: 'END', failed: true } } },
  } }), []],
  ['a condition that holds of what was never set', () => foundInSteps({ menu: menu({ a: 'cual', failed: 'si' }), cual: ask('x', 'si'), si: branch('x', { si: 'fin', otherwise: 'fin' }, 'NOT_EQUALS'), fin: end }, { variables: [text('x')] }), ['MAYBE_NOT_SET si rules.0.when']],
  // What is asked of others.
  ['a connector that is not there', () => foundInSteps({ saldo: call({ connector: 'luz' }), fin: end }), ['UNKNOWN_CONNECTOR saldo connector']],
  ['an operation that is not there', () => foundInSteps({ saldo: call({ operation: 'prestar' }), fin: end }), ['UNKNOWN_OPERATION saldo operation']],
  ['an operation without what it needs', () => foundInSteps({ saldo: call({ input: {} }), fin: end }), ['MISSING_INPUT saldo input.cedula']],
  ['an operation with what it does not take', () => foundInSteps({ saldo: call({ input: { cedula: { literal: '1' }, color: { literal: 'azul' } } }), fin: end }), ['UNKNOWN_INPUT saldo input.color']],
  ['a call that says nothing of failing', () => foundInSteps({ saldo: call({ next: { done: 'fin' } }), fin: end }), ['NO_FAILURE_BRANCH saldo next.failed']],
  ['a table that is not there', () => foundInSteps({ buscar: { kind: 'LOOK_UP', table: 'tarifas', where: {}, saveAs: 'x', next: { found: 'fin', missing: 'fin' } }, fin: end }, { variables: [text('x')] }), ['UNKNOWN_TABLE buscar table']],
  ['an appointment for a service and with somebody who are not there', () => foundInSteps({ cita: booked({ service: { literal: 'cirugia' }, resource: { literal: 'nadie' } }), fin: end }), ['UNKNOWN_SERVICE cita service', 'UNKNOWN_RESOURCE cita resource']],
  ['an appointment with somebody who does something else', () => foundInSteps({ cita: booked({ service: { literal: 'consulta' }, resource: { literal: 'dr-pena' } }), fin: end }), ['NOT_DONE_BY cita resource']],
  ['a service that nobody does', () => foundInSteps({ cita: booked({ service: { literal: 'masaje' } }), fin: end }), ['NOBODY_DOES cita service']],
  ['an appointment that can be booked', () => foundInSteps({ cita: booked({ service: { literal: 'consulta' }, resource: { literal: 'dra-mota' } }), fin: end }), []],
  ['a service that only a variable names', () => foundInSteps({ cual: ask('x', 'cita'), cita: booked({ service: { path: 'x' } }), fin: end }, { variables: [text('x')] }), []],
  // Flows among each other.
  ['a flow within that is not there', () => foundInSteps({ otro: subFlow('falta', 'fin'), fin: end }), ['UNKNOWN_FLOW otro flow']],
  ['a main flow that is not there', () => foundIn({ settings: { mainFlow: 'falta' }, flows: { inicio: { triggers: [keyword('t', 'hola')], steps: { hola: say('Hola') } } } }), ['UNKNOWN_FLOW settings.mainFlow']],
  ['a jump to a flow that is not there', () => foundInSteps({ otro: { kind: 'JUMP', flow: 'falta' } }), ['UNKNOWN_FLOW otro flow']],
  ['a jump to a step that is not there', () => foundInSteps({ otro: { kind: 'JUMP', step: 'falta' } }), ['UNKNOWN_STEP otro step']],
  ['a jump that says not where to', () => foundInSteps({ otro: { kind: 'JUMP' } }), ['JUMP_TO_NOWHERE otro']],
  ['a parameter that is missing', () => foundIn({ flows: {
    inicio: { steps: { otro: subFlow('otro', 'fin'), fin: end } }, otro: { variables: [text('x', { passed: 'IN' })], steps: { decir: say(said('x')) } },
  } }), ['MISSING_PARAMETER otro parameters.x']],
  ['a parameter that the flow asks for itself', () => foundIn({ flows: {
    inicio: { steps: { otro: subFlow('otro', 'fin'), fin: end } }, otro: { variables: [text('x', { passed: 'IN' })], steps: { cual: { ...ask('x', 'decir'), skipIfKnown: true, next: { answered: 'decir', failed: 'fin' } } as Drawn, decir: say(said('x'), 'fin'), fin: end } },
  } }), []],
  ['a parameter and a result that nobody knows', () => foundIn({ flows: {
    inicio: { variables: [text('y')], steps: { otro: subFlow('otro', 'fin', { parameters: { x: { literal: 1 } }, results: [{ from: 'x', to: 'y' }] }), fin: end } }, otro: { steps: { fin: end } },
  } }), ['UNKNOWN_PARAMETER otro parameters.x', 'UNKNOWN_RESULT otro results.0.from']],
  ['flows that begin each other and ask nobody', () => foundIn({ flows: { inicio: { steps: { a: { kind: 'JUMP', flow: 'otro' } } }, otro: { steps: { b: { kind: 'JUMP', flow: 'inicio' } } } } }), ['FLOW_LOOP_WITHOUT_INPUT inicio']],
  ['a flow that is a part of itself', () => foundInSteps({ menu: menu({ a: 'yo' }), yo: subFlow('inicio', 'fin'), fin: end }), ['FLOW_WITHIN_ITSELF inicio']],
  ['a flow that nothing begins', () => foundIn({ flows: { inicio: { steps: { hola: say('Hola') } }, otro: { steps: { hola: say('Hola') } } } }), ['UNREACHABLE_FLOW otro']],
  ['a bot that nothing begins', () => foundIn({ settings: { mainFlow: undefined }, flows: { inicio: { steps: { hola: say('Hola') } } } }), ['NOTHING_BEGINS', 'UNREACHABLE_FLOW inicio']],
  ['a bot that never calls a person', () => foundIn({ settings: { words: { ...defaultGlobalWords, person: {} } }, flows: { inicio: { steps: { hola: say('Hola') } }, persona: { steps: { hola: say('Solo estoy yo.') } } } }), ['NO_HAND_OFF']],
  // Triggers.
  ['two flows that wait for the same word', () => foundIn({ flows: { inicio: { triggers: [keyword('t', 'Crédito')], steps: { hola: say('Hola') } }, otro: { triggers: [keyword('t', 'credito', 'tarjeta')], steps: { hola: say('Hola') } } } }), ['DUPLICATE_TRIGGER otro triggers.0']],
  ['a condition that leaves words to the next flow', () => foundIn({ flows: { inicio: { triggers: [{ ...keyword('t', 'crédito'), when: { left: 'contact.verified', operator: 'IS_TRUE' } }], steps: { hola: say('Hola') } }, otro: { triggers: [keyword('t', 'crédito')], steps: { hola: say('Hola') } } } }), []],
  ['a keyword that means the same everywhere', () => foundIn({ flows: { inicio: { steps: { hola: say('Hola') } }, otro: { triggers: [keyword('t', 'Cancelar')], steps: { hola: say('Hola') } } } }), ['KEYWORD_IS_GLOBAL_WORD otro triggers.0']],
  ['a keyword that is no word', () => foundInSteps({ hola: say('Hola') }, { triggers: [keyword('t')] }), ['EMPTY_KEYWORDS inicio triggers.0']],
  ['an intent that ELENA does not know', () => foundInSteps({ hola: say('Hola') }, { triggers: [{ id: 't', kind: 'INTENT', intent: 'cobrar' }] }), ['UNKNOWN_INTENT inicio triggers.0']],
  ['a condition of a trigger that names a variable', () => foundInSteps({ cual: ask('x', 'fin'), fin: end }, { variables: [text('x')], triggers: [{ ...keyword('t', 'hola'), when: { left: 'x', operator: 'IS_SET' } }] }), ['UNKNOWN_NAME inicio triggers.0.when']],
  // Channels.
  ['more options than a chat can show', () => foundInSteps({ menu: menu(Object.fromEntries([...'abcdefghijk'].map(id => [id, 'fin'])), { options: [...'abcdefghijk'].map(id => ({ id, title: { ES: id } })) }), fin: end }), ['TOO_MANY_OPTIONS menu options']],
  ['an option whose title is too long', () => foundInSteps({ menu: menu({}, { options: [{ id: 'a', title: { ES: 'Solicitar una tarjeta de crédito' } }] }), fin: end }), ['TITLE_TOO_LONG menu options.0.title']],
  ['a text that is too long for one of the channels', () => foundInSteps({ hola: say('Hola, ¿en qué le puedo ayudar hoy?') }, {}, { channels: [...world.channels, sms] }), ['TEXT_TOO_LONG hola messages.0.text']],
  ['a text that is shorter where it has to be', () => foundInSteps({ hola: { kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES: 'Hola, ¿en qué le puedo ayudar hoy?' }, variants: [{ channels: ['SMS'], text: { ES: 'Hola' } }] }] } }, {}, { channels: [...world.channels, sms] }), []],
  ['what a chat cannot show at all', () => foundInSteps({ hola: { kind: 'SAY', messages: [{ kind: 'MEDIA', type: 'VIDEO', source: { ES: { url: 'https://x.example/v' } } }, { kind: 'LOCATION', latitude: 18, longitude: -69 }, { kind: 'CARD', title: { ES: 'Tarjeta' } }] } }, {}, { channels: [sms] }),
    ['MEDIA_NOT_SHOWN hola messages.0', 'LOCATION_AS_TEXT hola messages.1', 'CARD_AS_TEXT hola messages.2']],
  ['a file that is larger than a chat takes', () => foundInSteps(shows({ kind: 'MEDIA', type: 'IMAGE', source: { ES: file() } }), {}, { files: [{ id: PHOTO, mediaType: 'image/jpeg', size: 3000 }] }), ['FILE_TOO_LARGE hola messages.0.source.ES']],
  // What is shown.
  ['a file, an address and a card that can be shown', () => foundInSteps(shows(
    { kind: 'MEDIA', type: 'IMAGE', source: { ES: file() } }, { kind: 'MEDIA', type: 'IMAGE', source: { ES: { url: 'https://x.example/{{ contact.name }}.jpg' } } },
    { kind: 'CARD', title: { ES: 'Tarjeta' }, image: { ES: file() }, buttons: [{ id: 'verla', title: { ES: 'Verla' } }] },
  ), { triggers: [{ id: 't', kind: 'OPTION', option: 'verla' }] }), []],
  ['a file that was imported with the bot, and is not here', () => foundInSteps(shows({ kind: 'MEDIA', type: 'IMAGE', source: { ES: { fileId: '0198a000-0000-7000-8000-000000000002', name: 'mapa.png' } } })), ['MISSING_FILE hola messages.0.source.ES']],
  ['a recording that is a picture', () => foundInSteps(shows({ kind: 'MEDIA', type: 'AUDIO', source: { ES: file() } })), ['WRONG_FILE_TYPE hola messages.0.source.ES']],
  ['a picture that nobody chose', () => foundInSteps(shows({ kind: 'MEDIA', type: 'IMAGE', source: {} }, { kind: 'MEDIA', type: 'IMAGE', source: { ES: { url: ' ' } } })), ['NOTHING_CHOSEN hola messages.0.source', 'NOTHING_CHOSEN hola messages.1.source.ES']],
  ['an address that nothing is fetched from', () => foundInSteps(shows({ kind: 'CARD', title: { ES: 'Tarjeta' }, image: { ES: { url: 'http://x.example/a.jpg' } } })), ['BAD_ADDRESS hola messages.0.image.ES']],
  ['a button of a card that leads nowhere', () => foundInSteps(shows({ kind: 'CARD', title: { ES: 'Tarjeta' }, buttons: [{ id: 'verla', title: { ES: 'Verla' } }] })), ['BUTTON_LEADS_NOWHERE hola messages.0.buttons.0']],
  // What is named and stands elsewhere.
  ['a payment where nobody makes links to pay by', () => foundInSteps({ pago: pays, fin: end }, {}, { payments: null }), ['NO_PAYMENTS pago']],
  ['a payment whose connector is gone', () => foundInSteps({ pago: pays, fin: end }, {}, { payments: { connector: 'banco', operation: 'cobrar' } }), ['PAYMENTS_BROKEN pago']],
  ['a payment that can be made', () => foundInSteps({ pago: pays, fin: end }), []],
  ['a code by a channel that is not there', () => foundInSteps({ codigo: sendsCode('SMS'), fin: end }), ['NO_CODE_CHANNEL codigo method.via']],
  ['codes by a channel that is there, and by mail', () => foundInSteps({ codigo: { ...sendsCode('WHATSAPP'), next: { verified: 'otro', failed: 'fin' } } as Drawn, otro: sendsCode('EMAIL'), fin: end }), []],
  ['a link that is not there', () => foundInSteps({ hola: say('Hola') }, { triggers: [{ id: 't', kind: 'LINK', link: 'Congreso' }] }), ['UNKNOWN_LINK inicio triggers.0']],
  ['a link that is not there, where the flow begins otherwise too', () => foundInSteps({ hola: say('Hola') }, { triggers: [{ id: 't', kind: 'LINK', link: 'Congreso' }, { id: 'u', kind: 'EVENT', event: 'feria' }] }), []],
  ['a link whose name several bear', () => foundInSteps({ hola: say('Hola') }, { triggers: [{ id: 't', kind: 'LINK', link: 'Mesa' }] }), ['AMBIGUOUS_LINK inicio triggers.0']],
  ['a link that is there, however it is written', () => foundInSteps({ hola: say('Hola') }, { triggers: [{ id: 't', kind: 'LINK', link: 'feria' }] }), []],
  ['a type of requests that is not there', () => foundInSteps({ queja: { kind: 'REQUEST', type: 'reclamo', title: { ES: 'Reclamo' }, fields: {}, next: { done: 'fin', failed: 'fin' } }, fin: end }), ['UNKNOWN_REQUEST_TYPE queja type']],
  ['an entity that ELENA does not know', () => foundInSteps({ cual: { ...ask('x', 'fin'), answer: { type: 'ENTITY', entity: 'color' } } as Drawn, fin: end }, { variables: [text('x')] }), ['UNKNOWN_ENTITY cual answer.entity']],
  ['a survey whose question is asked in two ways', () => foundInSteps({ uno: rates('CSAT', 'dos'), dos: rates('NPS', 'fin'), fin: end }), ['SURVEY_DIFFERS dos questions.0.type']],
  ['a parameter that may be left out, and is', () => foundIn({ flows: {
    inicio: { steps: { otro: subFlow('otro', 'fin'), fin: end } }, otro: { variables: [text('x', { passed: 'IN', optional: true })], steps: { si: branch('x', { si: 'decir', otherwise: 'fin' }), decir: say(said('x'), 'fin'), fin: end } },
  } }), []],
  ['a parameter that may be left out and is told all the same', () => foundIn({ flows: {
    inicio: { steps: { otro: subFlow('otro', 'fin'), fin: end } }, otro: { variables: [text('x', { passed: 'IN', optional: true })], steps: { decir: say(said('x'), 'fin'), fin: end } },
  } }), ['MAYBE_NOT_SET decir messages.0.text']],
  ['what a survey found, told after it', () => foundInSteps({ como: { ...rates('CSAT', 'decir'), saveAs: 'x' } as Drawn, decir: say(said('x.q'), 'fin'), fin: end }, { variables: [text('x', { type: 'OBJECT' })] }), []],
  // Tests.
  ['a test of a flow that is not there', () => foundIn({ flows: { inicio: { steps: { hola: say('Hola') } } }, tests: played([{ kind: 'TIME_PASSES', minutes: 1 }], { flow: 'falta' }) }), ['TEST_UNKNOWN_FLOW tests.0']],
  ['a test that names a step, an operation and an intent that are not there', () => foundIn({ flows: { inicio: { steps: { hola: say('Hola') } } }, tests: played([
    { kind: 'CONTACT', text: 'Hola', understood: { intent: 'cobrar' } }, { kind: 'EXPECT', that: [{ kind: 'AT_STEP', flow: 'inicio', step: 'falta' }, { kind: 'CALLS', connector: 'banco', operation: 'prestar' }] },
  ]) }), ['TEST_UNKNOWN_STEP tests.0', 'TEST_UNKNOWN_OPERATION tests.0', 'TEST_UNKNOWN_INTENT tests.0']],
]

function texts(help: string, EN?: string) {
  const both = (ES: string) => ({ ES, ...EN && { EN } })
  return { help: both(help), cancelled: both('x'), notUnderstood: both('x'), trouble: both('x'), handOff: both('x'), outOfHours: both('x') }
}

describe('the linter finds exactly what is wrong with', () => {
  test.each(cases)('%s', (_title, found, expected) => {
    expect(found()).toEqual(expected)
  })
})

test('there is an example of everything that is ever found', () => {
  const found = new Set(cases.flatMap(([, , expected]) => expected.map(one => one.split(' ')[0]!)))
  expect(everyCode.filter(code => !found.has(code))).toEqual([])
})

test.each(['ES', 'EN'] as const)('nothing is wrong with a new bot in %s', language => {
  expect(lint(newContent(language), world)).toEqual([])
})

test('a finding says in English what its facts are, and all channels of one thing together', () => {
  const [finding] = lint(contentOf({ flows: { inicio: { steps: { hola: say('Hola, ¿en qué le puedo ayudar hoy?') } } } }), { ...world, channels: [sms, { ...sms, kind: 'EMAIL', can: { ...sms.can, text: { max: 10 } } }] })
  expect(finding).toEqual({
    code: 'TEXT_TOO_LONG', severity: 'WARNING', flow: 'inicio', step: 'hola', field: 'messages.0.text',
    message: '34 characters are more than the 10 that SMS, EMAIL can show.', facts: { length: 34, most: 10, channels: ['SMS', 'EMAIL'] },
  })
})

test('whatever is drawn, the linter says what it thinks of it, of each thing once', () => {
  fc.assert(fc.property(randomContent, content => {
    const told = lint(content, world).map(({ code, flow, step, field, facts }) => JSON.stringify([code, flow, step, field, facts]))
    expect(new Set(told).size).toBe(told.length)
  }), { numRuns: figure(150, 5000) })
})

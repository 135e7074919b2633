import type { BotContent, Flow } from '@botpro/graphql/flows'
import { flowOf, settingsOf, variable, type Drawn } from '../engine/bot.fixture.ts'
import type { LintWorld } from './bot-map.ts'
import { findingKinds } from './finding.ts'
import { lint } from './lint.ts'

export const PHOTO = '0198a000-0000-7000-8000-000000000001'

/** A chat that shows three buttons or ten rows, and a company whose bank tells balances. */
export const world: LintWorld = {
  connectors: [{ key: 'banco', operations: [{ key: 'balance', inputs: [{ name: 'cedula', required: true }, { name: 'nota', required: false }] }] }],
  channels: [{
    kind: 'WHATSAPP', can: {
      text: { max: 4096 }, buttons: { most: 3, titleMax: 20 }, list: { most: 10, titleMax: 24, descriptionMax: 72 }, files: [{ types: ['image/jpeg'], maxBytes: 1000 }],
      canLocate: true, canReact: false, hasTemplates: true, hasReadReceipts: true, hasTyping: true, windowHours: 24, humanWindowHours: null, mayStart: true,
    },
  }],
  intents: ['pagar'], entities: ['sucursal'], tables: ['sucursales'], requestTypes: ['queja'], files: [{ id: PHOTO, mediaType: 'image/jpeg', size: 900 }],
  bookable: { services: [{ key: 'consulta', resources: ['dra-mota'] }, { key: 'masaje', resources: [] }], resources: ['dr-pena', 'dra-mota'] },
  payments: { connector: 'banco', operation: 'balance' }, links: ['Feria', 'Mesa', 'mesa'],
}

export const sms: LintWorld['channels'][number] = {
  kind: 'SMS', can: { ...world.channels[0]!.can, text: { max: 20 }, buttons: { most: 0, titleMax: 0 }, list: { most: 0, titleMax: 0, descriptionMax: 0 }, canLocate: false, files: [] },
}

type Parts = Partial<Omit<Flow, 'steps' | 'key'>> & { steps: Record<string, Drawn> }

interface Drafted {
  flows: Record<string, Parts>
  settings?: Partial<BotContent['settings']>
  tests?: BotContent['tests']
}

const person = flowOf('persona', { steps: { persona: { kind: 'HAND_OFF' } } })

/** In Spanish alone, begun by the flow “inicio”, with a flow for people. */
export const contentOf = ({ flows, settings = {}, tests = [] }: Drafted): BotContent => ({
  settings: settingsOf({ languages: ['ES'], mainFlow: 'inicio', handOffFlow: 'persona', ...settings }),
  flows: [...Object.entries(flows).map(([key, parts]) => flowOf(key, parts)), ...'persona' in flows ? [] : [person]], tests,
})

/** `CODE place field` of each finding. */
export const foundIn = (draft: Drafted, around: Partial<LintWorld> = {}): string[] =>
  lint(contentOf(draft), { ...world, ...around }).map(({ code, flow, step, field }) => [code, step ?? flow, field].filter(Boolean).join(' '))

/** The steps are those of “inicio”; the first of them is the start. */
export const foundInSteps = (steps: Record<string, Drawn>, more: Partial<Parts> = {}, around?: Partial<LintWorld>): string[] =>
  foundIn({ flows: { inicio: { ...more, steps } } }, around)

export const say = (ES: string, next?: string): Drawn => ({ kind: 'SAY', messages: [{ kind: 'TEXT', text: { ES } }], ...next && { next: { done: next } } })

export const ask = (saveAs: string, next: string): Drawn => ({ kind: 'ASK', text: { ES: '¿Cuál?' }, answer: { type: 'TEXT' }, saveAs, next: { answered: next, failed: next } })

export const call = (more: Partial<Extract<Drawn, { kind: 'CALL' }>> = {}): Drawn =>
  ({ kind: 'CALL', connector: 'banco', operation: 'balance', input: { cedula: { literal: '1' } }, next: { done: 'fin', failed: 'fin' }, ...more })

export const end: Drawn = { kind: 'END' }

export const text = (name: string, more: Partial<Flow['variables'][number]> = {}) => variable(name, more)

export const everyCode = Object.keys(findingKinds)

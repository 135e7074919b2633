import type { BotContent, Flow, Step } from '@botpro/graphql/flows'
import { compileBot, type CompiledBot } from './compiled.ts'
import type { Facts } from './facts.ts'
import { defaultGlobalWords } from './global-words.ts'
import type { Heard } from './input.ts'

/** A step without what every step has. */
export type Drawn = { [Kind in Step['kind']]: Omit<Extract<Step, { kind: Kind }>, 'position' | 'next' | 'id'> & { next?: Record<string, string> } }[Step['kind']]

export const drawn = (steps: Record<string, Drawn>): Step[] =>
  Object.entries(steps).map(([id, step]) => ({ next: {}, ...step, id, position: { x: 0, y: 0 } }) as Step)

interface FlowParts extends Partial<Omit<Flow, 'steps' | 'key'>> {
  steps: Record<string, Drawn>
}

/** The first step is the start; variables are of the flow unless said otherwise. */
export const flowOf = (key: string, { steps, ...more }: FlowParts): Flow =>
  ({ key, name: key, variables: [], triggers: [], start: Object.keys(steps)[0]!, ...more, steps: drawn(steps) })

export const variable = (name: string, more: Partial<Flow['variables'][number]> = {}): Flow['variables'][number] => ({ name, type: 'TEXT', scope: 'FLOW', ...more })

export const settingsOf = (more: Partial<BotContent['settings']> = {}): BotContent['settings'] => ({
  languages: ['ES', 'EN'], words: defaultGlobalWords,
  texts: {
    help: { ES: 'Puedo ayudarle.' }, cancelled: { ES: 'Lo dejamos aquí.' }, notUnderstood: { ES: 'No le entendí.' }, trouble: { ES: 'Algo falló.' },
    handOff: { ES: 'Le atiende una persona.' }, outOfHours: { ES: 'Ahora no hay nadie.' },
  },
  ...more,
})

export const botOf = (flows: Flow[], settings: Partial<BotContent['settings']> = {}): CompiledBot => compileBot({ settings: settingsOf(settings), flows })

export const factsOn = (more: Partial<Facts> = {}): Facts => ({
  now: new Date('2026-11-27T15:00:00Z'), timeZone: 'America/Santo_Domingo', language: 'ES', channel: { kind: 'WEB', name: 'Sitio' },
  contact: { id: 'c', name: 'María', phone: null, email: null, verified: false, attributes: {} }, conversation: { id: 'v', tags: [], link: null },
  hours: { open: true }, company: { name: 'Empresa' }, ...more,
})

export const saying = (text: string, more: Partial<Heard> = {}): { kind: 'SAID' } & Heard =>
  ({ kind: 'SAID', text, optionId: null, files: [], location: null, intent: null, entities: {}, aside: null, ...more })

export const tapping = (optionId: string) => saying('', { optionId })

export const beginning = (flow: string) => ({ kind: 'START' as const, flow, trigger: { kind: 'TEST', id: null, data: null } })

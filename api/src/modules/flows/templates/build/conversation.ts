import type { ChannelKind, Expectation, FlowTest, Json, Key, Language, Recording, TestLine } from '@botpro/graphql/flows'
import { DemoProblem, demoSystems } from '../../../connectors/index.ts'

/** When the tests of templates play: a Wednesday, ten in the morning in Santo Domingo. */
export const at = '2026-11-18T14:00:00Z'

export const writes = (text: string, more: Omit<Extract<TestLine, { kind: 'CONTACT' }>, 'kind' | 'text'> = {}): TestLine => ({ kind: 'CONTACT', text, ...more })
export const taps = (option: string): TestLine => ({ kind: 'CONTACT', option })
export const sendsFile = (name: string, type = 'image/jpeg'): TestLine => ({ kind: 'CONTACT', file: { name, type } })
export const sendsPlace = (latitude: number, longitude: number): TestLine => ({ kind: 'CONTACT', location: { latitude, longitude } })
export const timePasses = (minutes: number): TestLine => ({ kind: 'TIME_PASSES', minutes })
export const happens = (event: Key, data?: Json): TestLine => ({ kind: 'EVENT', event, ...(data !== undefined && { data }) })
export const personReturns = (): TestLine => ({ kind: 'AGENT_RETURNS' })

/** All of it must have come since the contact's line before. */
export const expects = (...that: Expectation[]): TestLine => ({ kind: 'EXPECT', that })
export const says = (text: string): Expectation => ({ kind: 'SAYS', text, match: 'CONTAINS' })
export const saysNot = (text: string): Expectation => ({ kind: 'SAYS', text, match: 'NOT_CONTAINS' })
export const offers = (option: string): Expectation => ({ kind: 'OFFERS', option })
export const variable = (path: string, equals: Json): Expectation => ({ kind: 'VARIABLE', path, equals })
export const isAtStep = (flow: Key, step: string): Expectation => ({ kind: 'AT_STEP', flow, step })
export const calls = (connector: Key, operation: Key, input?: Record<string, Json>): Expectation => ({ kind: 'CALLS', connector, operation, ...(input && { input }) })
export const handsOff = (queue?: string): Expectation => ({ kind: 'HANDS_OFF', ...(queue && { queue }) })
export const endsWith = (outcome?: string): Expectation => ({ kind: 'ENDS', ...(outcome && { outcome }) })

interface Scene {
  /** Begun at once; without it, by what is written first. */
  flow?: Key
  language?: Language
  channel?: ChannelKind
  at?: string
  contact?: FlowTest['contact']
  recordings?: Recording[]
}

export const conversation = (key: Key, name: string, { language = 'ES', channel = 'WHATSAPP', recordings = [], ...scene }: Scene, lines: TestLine[]): FlowTest =>
  ({ key, name, channel, language, at, ...scene, lines, recordings })

/** What a demo system answers, recorded. */
export const tape = (system: Key) => (operation: Key, input: Record<string, Json>): Recording =>
  ({ connector: system, operation, input, answer: played(system, operation, input) })

function played(system: Key, operation: Key, input: Record<string, Json>): Recording['answer'] {
  const asked = demoSystems.find(({ key }) => key === system)?.operations[operation]
  if (!asked) throw new Error(`There is no ${system}.${operation}`)
  try {
    return { data: asked.answer(input, new Date(at)) }
  } catch (error) {
    if (!(error instanceof DemoProblem)) throw error
    return { error: { code: error.code, status: error.status, message: error.message } }
  }
}

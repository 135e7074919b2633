import type { ChannelKind, FlowTest, Json, Language, Recording, TestLine } from '@botpro/graphql/flows'
import type { SimulateBotMutation } from '../../contract/graphql.ts'

export type Simulation = Extract<SimulateBotMutation['simulateBot'], { __typename: 'BotSimulation' }>
export type Speech = Simulation['says'][number]
export type Asked = Simulation['asked'][number]
export type Place = NonNullable<Simulation['standsAt']>
/** What happens in a conversation that is played. */
export type PlayedLine = Exclude<TestLine, { kind: 'EXPECT' }>

/** With whom, where and how the bot believes that it talks. */
export interface SimulationSettings {
  channel: ChannelKind
  language: Language
  systems: 'LIVE' | 'RECORDED'
  hoursOpen: boolean
  contact: { name: string; phone: string; email: string }
}

/** One thing that happened, and all that came of it. */
export interface Turn {
  /** Nothing where a flow began by itself. */
  line: PlayedLine | null
  simulation: Simulation
}

export const newSettings = (language: Language): SimulationSettings =>
  ({ channel: 'WEB', language, systems: 'LIVE', hoursOpen: true, contact: { name: '', phone: '', email: '' } })

/** What is known of the contact; nothing where nothing is. */
export function contactOf({ contact }: SimulationSettings): { name?: string; phone?: string; email?: string } | undefined {
  const known = Object.fromEntries(Object.entries(contact).filter(([, value]) => value.trim()).map(([name, value]) => [name, value.trim()]))
  return Object.keys(known).length > 0 ? known : undefined
}

/** What was answered, so that a test asks nobody. The same question with another answer is recorded once for each time. */
export function recordingsOf(turns: readonly Turn[]): Recording[] {
  const asked = turns.flatMap(({ simulation }) => simulation.asked).filter(({ from, connector }) => from !== 'MADE_UP' || connector === 'appointments')
  const all = asked.map(({ connector, operation, input, answer }): Recording =>
    ({ connector, operation, input: input as Record<string, Json>, answer: answer as Recording['answer'] }))
  const isSame = (one: Recording, other: Recording) => one.connector === other.connector && one.operation === other.operation && text(one.input) === text(other.input)
  return all.flatMap((recording, index) => {
    const later = all.slice(index + 1).filter(other => isSame(recording, other))
    if (later.length === 0) return [recording]
    const next = later[0]!
    return text(next.answer) === text(recording.answer) ? [] : [{ ...recording, once: true }]
  }).slice(0, 200)
}

const text = (value: unknown): string => JSON.stringify(value)
const MOST_LINES = 200

/** What came, as a test expects it from then on. */
export function expectationsOf({ says, isHandedOff, handOff, endings }: Simulation): Extract<TestLine, { kind: 'EXPECT' }>[] {
  const said = says.filter(speech => speech.text.trim()).map(speech => ({ kind: 'SAYS' as const, text: speech.text.slice(0, 4096), match: 'CONTAINS' as const }))
  const ended = endings.map(({ outcome }) => ({ kind: 'ENDS' as const, ...outcome && { outcome } }))
  const handed = isHandedOff && handOff ? [{ kind: 'HANDS_OFF' as const, ...handOff.queue && { queue: handOff.queue } }] : []
  const that = [...said, ...handed, ...ended].slice(0, 20)
  return that.length > 0 ? [{ kind: 'EXPECT', that }] : []
}

/** A conversation that was played, as a test of the bot. */
export function testOf(turns: readonly Turn[], { key, name, flow, at, settings }: { key: string; name: string; flow: string | null; at: string; settings: SimulationSettings }): FlowTest {
  const lines = turns.flatMap(({ line, simulation }): TestLine[] => [...line ? [withReading(line, simulation)] : [], ...expectationsOf(simulation)]).slice(0, MOST_LINES)
  const contact = contactOf(settings)
  return {
    key, name, channel: settings.channel, language: settings.language, at, ...flow && { flow }, ...contact && { contact },
    lines, recordings: recordingsOf(turns),
  }
}

/** What ELENA and Q&A made of her words stands in the test: tomorrow's model may read them otherwise. */
function withReading(line: PlayedLine, { heard }: Simulation): PlayedLine {
  if (line.kind !== 'CONTACT') return line
  const reading = heard.find(({ text: words }) => words === line.text)
  if (!reading) return line
  const entities = reading.entities as Record<string, Json>
  return {
    ...line, ...reading.intent && { understood: { intent: reading.intent, ...Object.keys(entities).length > 0 && { entities } } }, ...reading.answer && { answer: reading.answer.slice(0, 4096) },
  }
}

/** What a test may be called: what the contact said first. */
export function suggestedName(turns: readonly Turn[]): string {
  const said = turns.flatMap(({ line }) => (line?.kind === 'CONTACT' && line.text ? [line.text.trim()] : []))[0] ?? ''
  return said ? (said[0]!.toUpperCase() + said.slice(1)).slice(0, 80) : ''
}

/** A key that no other test has, made of the name. */
export function keyFor(name: string, taken: readonly string[]): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 50) || 'prueba'
  for (let number = 1; ; number++) {
    const key = number === 1 ? plain : `${plain}-${number}`
    if (!taken.includes(key)) return key
  }
}

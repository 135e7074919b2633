import type { BotContent, Expectation, FlowTest, Json, Recording, Step, TestLine } from '@botpro/graphql/flows'
import { TEST_CODE } from '../../testing/recorded-answers.ts'
import type { HadConversation, HadMessage, HadVisit } from './conversation-test.queries.ts'
import { Mask } from './mask.ts'

export interface TestProposal {
  document: FlowTest
  emptyRecordings: number[]
  maskedCount: number
  isCut: boolean
}

const MOST_LINES = 200
const MOST_SAID = 1000
const MINUTE = 60_000
/** She was away for so long that what waits for time may have gone on. */
const AWAY = 5
const LINK = /https?:\/\/\S+/
/** Somewhere that is nobody's home. */
const PLACE = { latitude: 18.4735, longitude: -69.8844 }

const TO_PEOPLE = new Set(['HANDED_TO_QUEUE', 'CLAIMED', 'ASSIGNED', 'RETURNED_TO_QUEUE'])

/** The test that a conversation would pass, with nothing in it of the person who had it. */
export function testOfConversation(key: string, had: HadConversation, { flows }: Pick<BotContent, 'flows'>): TestProposal {
  const steps = new Map(flows.flatMap(flow => flow.steps.map(step => [`${flow.key}.${step.id}`, step])))
  const personal = new Map(flows.map(flow => [flow.key, new Set(flow.variables.filter(variable => variable.personal).map(({ name }) => name))]))
  const lines = new HadLines(had, { steps, personal })
  const all = lines.all()
  const recordings = recordingsOf(had.visits, steps)
  const document: FlowTest = {
    key, name: `${had.channel} · ${had.messages[0]?.at.slice(0, 10) ?? ''}`, channel: had.channel, language: had.language,
    ...had.messages[0] && { at: new Date(had.messages[0].at).toISOString() }, ...contactOf(had, lines.mask),
    lines: all.slice(0, MOST_LINES), recordings,
  }
  const emptyRecordings = recordings.flatMap(({ answer }, index) => ('data' in answer ? [index] : []))
  return { document, emptyRecordings, maskedCount: lines.mask.count, isCut: all.length > MOST_LINES }
}

function contactOf({ name, phone, email }: HadConversation, mask: Mask): Pick<FlowTest, 'contact'> {
  const contact = { ...name && { name: mask.text(name) }, ...phone && { phone: mask.text(phone) }, ...email && { email: mask.text(email) } }
  return Object.keys(contact).length > 0 ? { contact } : {}
}

interface Ground {
  steps: ReadonlyMap<string, Step>
  personal: ReadonlyMap<string, ReadonlySet<string>>
}

class HadLines {
  readonly mask: Mask
  readonly #had: HadConversation
  readonly #ground: Ground

  constructor(had: HadConversation, ground: Ground) {
    this.#had = had
    this.#ground = ground
    const options = had.messages.flatMap(({ menu }) => menu?.options.map(({ title }) => title) ?? [])
    this.mask = new Mask([...had.messages.map(plain), ...options, ...[had.phone, had.email, had.name].filter(one => one !== null)], { name: had.name, values: this.#personalValues() })
  }

  all(): TestLine[] {
    const lines: TestLine[] = []
    let isWithPeople = false
    let before: HadMessage | undefined
    for (const message of this.#had.messages) {
      if (message.notice === 'RETURNED_TO_BOT' && isWithPeople) {
        isWithPeople = false
        lines.push({ kind: 'AGENT_RETURNS' })
      } else if (message.notice && TO_PEOPLE.has(message.notice)) {
        if (!isWithPeople) expectOf(lines).push({ kind: 'HANDS_OFF' })
        isWithPeople = true
      } else if (message.author === 'BOT') this.#bot(lines, message, before)
      else if (message.author === 'CONTACT' && !isWithPeople) this.#contact(lines, message, before)
      if (message.author === 'BOT' || message.author === 'CONTACT') before = message
    }
    return lines.filter(line => line.kind !== 'EXPECT' || line.that.length > 0)
  }

  #bot(lines: TestLine[], message: HadMessage, before: HadMessage | undefined): void {
    const minutes = minutesBetween(before, message)
    if (minutes >= 1 && lines.length > 0) lines.push({ kind: 'TIME_PASSES', minutes })
    const text = saidOf(this.mask.text(message.text))
    if (text && lines.length > 0) expectOf(lines).push({ kind: 'SAYS', text, match: 'CONTAINS' })
  }

  #contact(lines: TestLine[], message: HadMessage, before: HadMessage | undefined): void {
    const minutes = minutesBetween(before, message)
    if (minutes >= AWAY && lines.length > 0) lines.push({ kind: 'TIME_PASSES', minutes })
    lines.push({ kind: 'CONTACT', ...this.#said(message) })
  }

  #said(message: HadMessage): Omit<Extract<TestLine, { kind: 'CONTACT' }>, 'kind'> {
    const [file] = message.files
    const text = this.mask.text(plain(message))
    if (message.optionId !== null) return { option: this.mask.text(message.optionId), ...text && { text } }
    if (message.content?.kind === 'LOCATION') return { location: PLACE }
    if (file) return { file: { name: `archivo${/\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0] ?? ''}`, type: file.type.slice(0, 100) }, ...text && { text } }
    return { text: this.#restedAt(message)?.kind === 'VERIFY' && /^\D*\d{4,8}\D*$/.test(text) ? TEST_CODE : text }
  }

  /** Where the bot waited for these words. */
  #restedAt({ at }: HadMessage): Step | undefined {
    const rested = this.#visitBefore(at)
    return rested && this.#ground.steps.get(`${rested.flow}.${rested.step}`)
  }

  #visitBefore(at: string): HadVisit | undefined {
    return this.#had.visits.findLast(visit => visit.exit === null && Date.parse(visit.at) < Date.parse(at))
  }

  /** Of variables marked as personal: what runs still know, and what was answered when they were asked for. */
  #personalValues(): string[] {
    const { frames, shared, messages } = this.#had
    const everywhere = new Set([...this.#ground.personal.values()].flatMap(names => [...names]))
    const known = frames.flatMap(({ flow, vars }) => textsOf(vars, this.#ground.personal.get(flow) ?? everywhere))
    const answered = messages.filter(message => message.author === 'CONTACT' && message.optionId === null && this.#asksPersonal(message)).map(plain)
    return [...new Set([...known, ...shared.flatMap(vars => textsOf(vars, everywhere)), ...answered])]
  }

  #asksPersonal(message: HadMessage): boolean {
    const step = this.#restedAt(message)
    const flow = this.#visitBefore(message.at)?.flow
    return step?.kind === 'ASK' && flow !== undefined && this.#ground.personal.get(flow)?.has(step.saveAs) === true
  }
}

/** Digits of other scripts as ours; what the bot says stays as it is written. */
const plain = ({ author, text }: HadMessage): string => (author === 'CONTACT' ? text.normalize('NFKC') : text)

function textsOf(vars: Record<string, Json>, names: ReadonlySet<string>): string[] {
  return Object.entries(vars).filter(([name]) => names.has(name)).flatMap(([, value]) => leaves(value)).filter(text => text.trim() !== '')
}

const leaves = (value: Json): string[] =>
  (typeof value === 'string' ? [value] : typeof value === 'number' ? [String(value)] : value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [])

/** What is expected since the contact's line before. */
function expectOf(lines: TestLine[]): Expectation[] {
  const last = lines.at(-1)
  if (last?.kind === 'EXPECT' && last.that.length < 20) return last.that
  const that: Expectation[] = []
  lines.push({ kind: 'EXPECT', that })
  return that
}

const minutesBetween = (before: HadMessage | undefined, { at }: HadMessage): number => (before ? Math.floor((Date.parse(at) - Date.parse(before.at)) / MINUTE) : 0)

/** A link is another each time: what stands around it is expected. */
function saidOf(text: string): string {
  const said = LINK.test(text) ? text.split('\n').filter(line => !LINK.test(line)).toSorted((one, other) => other.length - one.length)[0] ?? '' : text
  return said.trim().slice(0, MOST_SAID)
}

/** Systems that were asked, by the steps that asked them. How a call failed is known; what was answered is not. */
function recordingsOf(visits: readonly HadVisit[], steps: Ground['steps']): Recording[] {
  const asked = visits.filter(({ exit }) => exit !== null).flatMap((visit): Recording[] => {
    const of = askedBy(steps.get(`${visit.flow}.${visit.step}`))
    return of ? [{ ...of, answer: visit.failure ? { error: { code: visit.failure.slice(0, 60) } } : { data: null } }] : []
  })
  const isLast = (recording: Recording, index: number) => !asked.slice(index + 1).some(other => other.connector === recording.connector && other.operation === recording.operation)
  return asked.map((recording, index) => (isLast(recording, index) ? recording : { ...recording, once: true })).slice(0, 200)
}

function askedBy(step: Step | undefined): Pick<Recording, 'connector' | 'operation'> | undefined {
  switch (step?.kind) {
    case 'CALL': return { connector: step.connector, operation: step.operation }
    case 'APPOINTMENT': return { connector: 'appointments', operation: step.action.toLowerCase() }
    case 'LOOK_UP': return { connector: 'tables', operation: step.table }
    default: return undefined
  }
}

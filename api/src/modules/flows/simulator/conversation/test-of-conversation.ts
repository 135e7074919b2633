import type { BotContent, Expectation, FlowTest, Json, Step, TestLine } from '@botpro/graphql/flows'
import type { Remembered } from '../../run/recordings.ts'
import { TEST_CODE } from '../../testing/recorded-answers.ts'
import type { HadConversation, HadMessage, HadVisit } from './conversation-test.queries.ts'
import { hadRecordings } from './had-recordings.ts'
import { Mask } from './mask.ts'
import { isPersonalName, keysIn, leaves, namesSaid, personalIn, wordsOfFlows } from './personal.ts'

/** With what masked it. */
export interface MaskedTest extends Omit<TestProposal, 'passes'> {
  mask: Mask
}

export interface TestProposal {
  document: FlowTest
  emptyRecordings: number[]
  maskedCount: number
  isCut: boolean
  /** Whether it goes now as it went then. */
  passes: boolean
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
export function testOfConversation(key: string, had: HadConversation, content: Pick<BotContent, 'flows' | 'settings'>): MaskedTest {
  const { flows } = content
  const steps = new Map(flows.flatMap(flow => flow.steps.map(step => [`${flow.key}.${step.id}`, step])))
  const personal = new Map(flows.map(flow => [flow.key, new Set(flow.variables.filter(variable => variable.personal).map(({ name }) => name))]))
  const lines = new HadLines(had, { steps, personal, content })
  const all = lines.all()
  const { recordings, empty } = hadRecordings(had, steps, lines.mask)
  const document: FlowTest = {
    key, name: `${had.channel} · ${had.messages[0]?.at.slice(0, 10) ?? ''}`, channel: had.channel, language: had.language,
    ...had.messages[0] && { at: new Date(had.messages[0].at).toISOString() }, ...contactOf(had, lines.mask),
    ...firstHeard(had)?.hoursOpen === false && { hours: 'CLOSED' as const }, lines: all.slice(0, MOST_LINES), recordings,
  }
  return { document, emptyRecordings: empty, maskedCount: lines.mask.count, isCut: all.length > MOST_LINES, mask: lines.mask }
}

/** As she was known when it began, where that was kept. */
function contactOf(had: HadConversation, mask: Mask): Pick<FlowTest, 'contact'> {
  const { name, phone, email, attributes } = { attributes: undefined, ...firstHeard(had)?.contact ?? had }
  const contact = {
    ...name && { name: mask.text(name) }, ...phone && { phone: mask.text(phone) }, ...email && { email: mask.text(email) },
    ...attributes && { attributes: mask.json(attributes as Json) as Record<string, Json> },
  }
  return Object.keys(contact).length > 0 ? { contact } : {}
}

const firstHeard = ({ remembered }: HadConversation) => remembered.find(one => one.kind === 'HEARD')

interface Ground {
  steps: ReadonlyMap<string, Step>
  personal: ReadonlyMap<string, ReadonlySet<string>>
  content: Pick<BotContent, 'flows' | 'settings'>
}

class HadLines {
  readonly mask: Mask
  readonly #had: HadConversation
  readonly #ground: Ground
  /** What was made of her words, by the message. */
  readonly #heard: ReadonlyMap<string | null | undefined, Extract<Remembered, { kind: 'HEARD' }>>

  constructor(had: HadConversation, ground: Ground) {
    this.#had = had
    this.#ground = ground
    this.#heard = new Map(had.remembered.filter(one => one.kind === 'HEARD').map(one => [one.messageId, one]))
    this.mask = this.#newMask()
  }

  #newMask(): Mask {
    const { messages, remembered, phone, email, name } = this.#had
    const isOfFlows = wordsOfFlows(this.#ground.content)
    const { names, values } = personalIn(remembered, this.#ground.content)
    const options = messages.flatMap(({ menu }) => menu?.options.map(({ title }) => title) ?? [])
    const answered = remembered.flatMap(one => (one.kind === 'HEARD' ? [...one.contact ? told(one.contact as Json) : [], one.answer ?? ''] : 'data' in one.answer ? told(one.answer.data) : []))
    const said = messages.filter(({ author }) => author === 'BOT').map(plain)
    return new Mask([...messages.map(plain), ...options, ...answered, ...[phone, email, name].filter(one => one !== null)], {
      name, values: [...new Set([...this.#personalValues(), ...values])], names: [...names, ...namesSaid(said, isOfFlows)], isOfFlows,
    })
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
    lines.push({ kind: 'CONTACT', ...this.#said(message), ...this.#understood(message) })
  }

  #understood({ id }: HadMessage): Pick<Extract<TestLine, { kind: 'CONTACT' }>, 'understood' | 'answer'> {
    const heard = this.#heard.get(id)
    if (!heard) return {}
    const { intent, entities, answer } = heard
    const isRead = intent !== null || Object.keys(entities).length > 0
    return {
      ...isRead && { understood: { intent: (intent ?? '').slice(0, 60), ...Object.keys(entities).length > 0 && { entities: this.mask.json(entities) as Record<string, Json> } } },
      ...answer !== null && { answer: this.mask.text(answer) },
    }
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
    return step?.kind === 'ASK' && flow !== undefined && (this.#ground.personal.get(flow)?.has(step.saveAs) === true || isPersonalName(step.saveAs))
  }
}

const told = (value: Json): string[] => [...leaves(value), ...keysIn(value)]

/** Digits of other scripts as ours; what the bot says stays as it is written. */
const plain = ({ author, text }: HadMessage): string => (author === 'CONTACT' ? text.normalize('NFKC') : text)

function textsOf(vars: Record<string, Json>, names: ReadonlySet<string>): string[] {
  return Object.entries(vars).filter(([name]) => names.has(name) || isPersonalName(name)).flatMap(([, value]) => leaves(value)).filter(text => text.trim() !== '')
}

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

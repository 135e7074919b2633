import type { Json, LocalText, Speech, Value } from '@botpro/graphql/flows'
import { valueAt } from '../conditions/value-at.ts'
import { localText } from '../text/local-text.ts'
import { renderText } from '../text/render-text.ts'
import type { CompiledBot, CompiledFlow } from './compiled.ts'
import { retagged, setOfContact, type Facts } from './facts.ts'
import { keepProof } from './proofs.ts'
import { Trouble } from './trouble.ts'
import type { Frame, RunError, RunState } from './run-state.ts'
import { smallTexts } from './small-texts.ts'
import type { RunEffect, RunSpeech, Visit } from './turn.ts'

const MOST_MESSAGES = 25
const MOST_BYTES = 256 * 1024
const MINUTE = 60_000

/** A run while it moves: what its steps read, and what they leave behind. It lives for one turn. */
export class Moving {
  readonly bot: CompiledBot
  readonly facts: Facts
  readonly state: RunState
  readonly says: RunSpeech[] = []
  readonly effects: RunEffect[] = []
  readonly visits: Visit[] = []
  /** What she said last, for texts and conditions as `message`. */
  message: Json = null
  /** The run rested at the step that it leaves next. */
  waitedHere = false

  constructor(bot: CompiledBot, facts: Facts, state: RunState) {
    this.bot = bot
    this.facts = facts
    this.state = state
  }

  get frame(): Frame {
    return this.state.frames.at(-1)!
  }

  get flow(): CompiledFlow {
    const flow = this.bot.flows.get(this.frame.flow)
    if (!flow) throw new Trouble('NO_FLOW')
    return flow
  }

  get words() {
    return smallTexts[this.facts.language]
  }

  /** Everything that texts and conditions may name. What is declared and was never set is null. */
  scope(extra: Record<string, Json> = {}): Record<string, unknown> {
    const { contact, conversation, channel, language, hours, company, now, timeZone } = this.facts
    const variables: Record<string, Json> = {}
    for (const [name, { scope, initial = null }] of this.flow.variables) {
      variables[name] = (scope === 'CONVERSATION' ? this.state.shared[name] : this.frame.vars[name]) ?? initial
    }
    return {
      contact, conversation, channel, language, hours, company, now: now.toISOString(), today: dayIn(now, timeZone),
      error: this.state.error, trigger: this.state.trigger, message: this.message, ...variables, ...extra,
    }
  }

  text(text: LocalText | undefined, extra?: Record<string, Json>): string {
    const { language, timeZone, now } = this.facts
    const template = text ? localText(text, language, this.bot.settings.languages) : ''
    return template && renderText(template, this.scope(extra), { language, timeZone, now })
  }

  /** Outside of any flow, where there are no variables to name. What cannot be filled in is said as nothing. */
  textOutside(text: LocalText | undefined): string {
    const { language, timeZone, now, contact, company, hours, channel } = this.facts
    const template = text ? localText(text, language, this.bot.settings.languages) : ''
    try {
      return template && renderText(template, { contact, company, hours, channel, language }, { language, timeZone, now })
    } catch {
      return ''
    }
  }

  /** The text for this channel. */
  speech({ text, variants }: Speech, extra?: Record<string, Json>): string {
    const own = variants?.find(({ channels }) => channels.includes(this.facts.channel.kind))
    return (own && this.text(own.text, extra)) || this.text(text, extra)
  }

  template(template: string | undefined): string {
    const { language, timeZone, now } = this.facts
    return template ? renderText(template, this.scope(), { language, timeZone, now }) : ''
  }

  value(value: Value | undefined): Json {
    if (!value) return null
    if ('literal' in value) return value.literal
    return 'path' in value ? this.at(value.path) : this.template(value.template)
  }

  values(values: Record<string, Value>): Record<string, Json> {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.value(value)]))
  }

  at(path: string): Json {
    return (valueAt(this.scope(), path) ?? null) as Json
  }

  /** Nothing is said where there is nothing to say. */
  say(text: string, more: Partial<Pick<RunSpeech, 'menu' | 'content' | 'media'>> = {}): void {
    if (!text && !more.content && !more.media && !more.menu) return
    if (this.says.length >= MOST_MESSAGES) throw new Trouble('TOO_MANY_MESSAGES')
    const frame = this.state.frames.at(-1)
    this.says.push({ text, menu: null, ...more, from: frame ? { flow: frame.flow, step: frame.step } : null })
  }

  set(name: string | undefined, value: Json): void {
    if (!name) return
    const declared = this.flow.variables.get(name)
    if (!declared) throw new Trouble('NO_VARIABLE')
    const place = declared.scope === 'CONVERSATION' ? this.state.shared : this.frame.vars
    // Texts take whatever has a text: numbers of systems, too.
    place[name] = declared.type === 'TEXT' && typeof value === 'number' ? String(value) : value
    if (JSON.stringify(this.state).length > MOST_BYTES) throw new Trouble('TOO_LARGE')
  }

  /** Of the contact: seen by the rest of this turn, and kept after it. */
  setContact(field: string, value: Json): void {
    setOfContact(this.facts.contact, field, value)
    this.effects.push({ kind: 'CONTACT', set: { [field]: value } })
  }

  /** Of who she is: seen by the rest of this turn, and as long as it holds. */
  prove(variable: string | undefined, minutes: number): void {
    this.facts.contact.verified = true
    this.set(variable, true)
    keepProof(this.state.shared, { until: new Date(this.facts.now.getTime() + minutes * MINUTE).toISOString(), variable: variable ?? null })
  }

  /** Of the conversation: seen by the rest of this turn, and kept after it. */
  tag(add: string[], remove: string[]): void {
    this.facts.conversation.tags = retagged(this.facts.conversation.tags, { add, remove })
    this.effects.push({ kind: 'TAG', add, remove })
  }

  fail(error: RunError): void {
    this.state.error = error
  }
}

const dayIn = (now: Date, timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)

import type { Flow, Trigger } from '@botpro/graphql/flows'
import { holds } from '../conditions/holds.ts'
import { isSameText, textContains } from '../conditions/same-text.ts'
import type { CompiledBot } from '../engine/compiled.ts'
import type { Facts } from '../engine/facts.ts'
import type { Heard } from '../engine/input.ts'
import { plainText } from '../../language/index.ts'
import { withoutCourtesies } from '../values/courtesy.ts'

export interface Triggered {
  flow: string
  trigger: Trigger
}

/**
 * From the most telling to the least: what stands further down never takes a message from what stands above it. A keyword that is the
 * whole message says just what is wanted; one within a sentence says less of it than ELENA, who read the whole.
 */
const RANKS = ['LINK', 'OPTION', 'EXACT_KEYWORD', 'INTENT', 'KEYWORD', 'OUT_OF_HOURS', 'FIRST_MESSAGE'] as const
/** What may come between in the middle of another flow. */
const BETWEEN: ReadonlySet<Trigger['kind']> = new Set<Trigger['kind']>(['LINK', 'OPTION', 'KEYWORD', 'INTENT'])

interface Moment {
  heard: Heard
  facts: Facts
  isFirst: boolean
  /** The link that she has just followed, however far the conversation is. */
  link?: string | null
  /** The flows in which she is. */
  within?: readonly string[]
  /** Only what waits for no answer of hers. */
  interrupting?: boolean
}

/** What her words begin: of the strongest kind that fits the first, in the order of the bot's flows and of their triggers. */
export function triggeredBy({ flows }: CompiledBot, { heard, facts, isFirst, link = isFirst ? facts.conversation.link : null, within, interrupting = false }: Moment): Triggered | null {
  const fitting = [...flows.values()].flatMap(({ flow }) => within?.includes(flow.key) ? [] : flow.triggers
    .filter(trigger => (within === undefined || BETWEEN.has(trigger.kind)) && (!interrupting || interrupts(trigger)))
    .filter(trigger => fits(trigger, { heard, facts, isFirst, link }) && isAllowed(trigger, facts))
    .map(trigger => ({ flow: flow.key, trigger, rank: rankOf(trigger, heard) })))
  const [first] = fitting.toSorted((one, other) => one.rank - other.rank)
  return first ? { flow: first.flow, trigger: first.trigger } : null
}

/** Whoever follows a link says by that what she wants now. */
const interrupts = (trigger: Trigger): boolean => trigger.kind === 'LINK' || ('interrupts' in trigger && trigger.interrupts === true)

function rankOf(trigger: Trigger, { text }: Heard): number {
  const isExact = trigger.kind === 'KEYWORD' && Object.values(trigger.words).flat().some(word => isJust(text, word))
  return RANKS.findIndex(rank => rank === (isExact ? 'EXACT_KEYWORD' : trigger.kind))
}

/** The politeness around it says nothing. */
const isJust = (text: string, word: string): boolean => isSameText(text, word) || withoutCourtesies(plainText(text)) === plainText(word)

function fits(trigger: Trigger, { heard, facts, isFirst, link = null }: Moment): boolean {
  switch (trigger.kind) {
    case 'LINK': return link !== null && isSameText(trigger.link, link)
    case 'OPTION': return heard.optionId === trigger.option
    case 'KEYWORD': return heard.optionId === null && Object.values(trigger.words).flat().some(word => textContains(heard.text, word))
    case 'INTENT': return heard.intent?.name === trigger.intent
    case 'OUT_OF_HOURS': return isFirst && !facts.hours.open
    case 'FIRST_MESSAGE': return isFirst
    case 'EVENT': case 'INACTIVITY': return false
  }
}

export const isAllowed = ({ when }: Trigger, facts: Facts): boolean =>
  !when || holds(when, { ...facts, now: facts.now.toISOString() } as unknown as Record<string, unknown>, facts.timeZone)

/** Flows that begin by themselves. */
export const triggersOf = <Kind extends Trigger['kind']>({ flows }: CompiledBot, kind: Kind): { flow: Flow; trigger: Extract<Trigger, { kind: Kind }> }[] =>
  [...flows.values()].flatMap(({ flow }) => flow.triggers
    .filter((trigger): trigger is Extract<Trigger, { kind: Kind }> => trigger.kind === kind).map(trigger => ({ flow, trigger })))

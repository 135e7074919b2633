import type { BotSettings, Flow, Trigger } from '@botpro/graphql/flows'
import { plainText } from '../../../language/index.ts'
import type { BotMap, BotRule } from '../bot-map.ts'
import { within, type Report } from '../finding.ts'

/** Whether each trigger can begin its flow: none before it takes everything it waits for. */
export const triggers: BotRule = (bot, report) => {
  const { content, world } = bot
  const taken = new Map<string, string>()
  const globalWords = globalWordsOf(content.settings)
  for (const { flow, trigger, index } of everyTrigger(content.flows)) {
    const tell = within(report, { flow: flow.key, field: `triggers.${index}` })
    checkOrder(flow, trigger, taken, tell)
    if (trigger.kind === 'INTENT' && !world.intents.includes(trigger.intent)) tell('UNKNOWN_INTENT', { facts: { name: trigger.intent } })
    if (trigger.kind !== 'KEYWORD') continue
    const words = awaitedBy(trigger)
    if (words.length === 0) tell('EMPTY_KEYWORDS')
    for (const [word, names] of Map.groupBy(words.filter(({ key }) => globalWords.has(key)), ({ key }) => globalWords.get(key)!)) {
      if (!leadsTo(bot, word, flow.key)) tell('KEYWORD_IS_GLOBAL_WORD', { facts: { name: names.map(({ name }) => name), word } })
    }
  }
}

/** The bot’s own flow for a word may be the very one, and the one for people may pass on to it what is not for them. */
function leadsTo({ flows, content }: BotMap, word: string, key: string): boolean {
  const { mainFlow, handOffFlow } = content.settings
  if (word === 'menu') return key === mainFlow
  return word === 'person' && handOffFlow !== undefined &&
    (key === handOffFlow || (flows.get(handOffFlow)?.steps.some(step => 'flow' in step && step.flow === key) ?? false))
}

/** What has a condition may leave it to the next. */
function checkOrder(flow: Flow, trigger: Trigger, taken: Map<string, string>, report: Report): void {
  const awaited = awaitedBy(trigger)
  for (const [first, names] of Map.groupBy(awaited.filter(({ key }) => taken.has(key)), ({ key }) => taken.get(key)!)) {
    report('DUPLICATE_TRIGGER', { facts: { kind: trigger.kind, name: names.map(({ name }) => name), first } })
  }
  if (!trigger.when) for (const { key } of awaited) if (!taken.has(key)) taken.set(key, flow.key)
}

const everyTrigger = (flows: readonly Flow[]) => flows.flatMap(flow => flow.triggers.map((trigger, index) => ({ flow, trigger, index })))

interface Awaited { key: string; name: string }

/** What it waits for: the same key, the same message. */
function awaitedBy(trigger: Trigger): Awaited[] {
  const one = (name: string, key = name) => [{ key: `${trigger.kind} ${key}`, name }]
  switch (trigger.kind) {
    case 'KEYWORD': return wordsIn(Object.values(trigger.words))
    case 'INTENT': return one(trigger.intent)
    case 'OPTION': return one(trigger.option)
    case 'LINK': return one(trigger.link, plainText(trigger.link))
    case 'EVENT': return one(trigger.event)
    case 'INACTIVITY': return one(String(trigger.minutes))
    case 'FIRST_MESSAGE': case 'OUT_OF_HOURS': return one(trigger.kind, '')
  }
}

/** Each once, whatever the language: words are heard in all of them. */
function wordsIn(words: readonly (readonly string[] | undefined)[]): Awaited[] {
  const plain = new Map(words.flatMap(some => some ?? []).map(word => [plainText(word), word]))
  plain.delete('')
  return [...plain].map(([key, name]) => ({ key: `KEYWORD ${key}`, name }))
}

const globalWordsOf = ({ words }: BotSettings): Map<string, string> =>
  new Map(Object.entries(words).flatMap(([word, said]) => wordsIn(Object.values(said)).map(({ key }): [string, string] => [key, word])))

import type { Flow, Language, Trigger } from '@botpro/graphql/flows'
import { plainText } from '../../../language/index.ts'
import type { BotRule } from '../bot-map.ts'

/** Whether each trigger can begin its flow: none before it takes everything it waits for. */
export const triggers: BotRule = ({ content, world }, report) => {
  const taken = new Map<string, string>()
  const globalWords = globalWordsOf(content.settings.words)
  for (const { flow, trigger, index } of everyTrigger(content.flows)) {
    const place = { flow: flow.key, field: `triggers.${index}` }
    for (const said of awaitedBy(trigger)) {
      const before = taken.get(said.key)
      if (before !== undefined) report('DUPLICATE_TRIGGER', { ...place, detail: { kind: trigger.kind, name: said.name, flow: before } })
      // What has a condition may leave it to the next.
      else if (!trigger.when) taken.set(said.key, flow.key)
      const word = trigger.kind === 'KEYWORD' ? globalWords.get(said.key) : undefined
      if (word !== undefined) report('KEYWORD_IS_GLOBAL_WORD', { ...place, detail: { name: said.name, word } })
    }
    if (trigger.kind === 'KEYWORD' && awaitedBy(trigger).length === 0) report('EMPTY_KEYWORDS', place)
    if (trigger.kind === 'INTENT' && !world.intents.includes(trigger.intent)) report('UNKNOWN_INTENT', { ...place, detail: { intent: trigger.intent } })
  }
}

const everyTrigger = (flows: readonly Flow[]) => flows.flatMap(flow => flow.triggers.map((trigger, index) => ({ flow, trigger, index })))

/** What it waits for: the same key, the same message. */
function awaitedBy(trigger: Trigger): { key: string; name: string }[] {
  const one = (name: string) => [{ key: `${trigger.kind} ${name}`, name }]
  switch (trigger.kind) {
    case 'KEYWORD': return wordsOf(trigger).map(([language, word]) => ({ key: `KEYWORD ${language} ${plainText(word)}`, name: word }))
    case 'INTENT': return one(trigger.intent)
    case 'OPTION': return one(trigger.option)
    case 'LINK': return one(plainText(trigger.link))
    case 'EVENT': return one(trigger.event)
    case 'INACTIVITY': return one(String(trigger.minutes))
    case 'FIRST_MESSAGE': case 'OUT_OF_HOURS': return one('')
  }
}

const wordsOf = ({ words }: Extract<Trigger, { kind: 'KEYWORD' }>): [Language, string][] =>
  (Object.keys(words) as Language[]).flatMap(language => [...new Map((words[language] ?? []).map(word => [plainText(word), word])).values()].map((word): [Language, string] => [language, word]))

function globalWordsOf(words: Record<string, Partial<Record<Language, string[] | undefined>>>): Map<string, string> {
  return new Map(Object.entries(words).flatMap(([word, said]) => (Object.keys(said) as Language[]).flatMap(language =>
    (said[language] ?? []).map((phrase): [string, string] => [`KEYWORD ${language} ${plainText(phrase)}`, word]))))
}

import type { BotSettings, GlobalWord, Language, LocalText } from '@botpro/graphql/flows'

export const WORDS: GlobalWord[] = ['menu', 'help', 'person', 'cancel', 'restart']
export type SentenceKey = keyof BotSettings['texts']
export const SENTENCES: SentenceKey[] = ['help', 'cancelled', 'notUnderstood', 'trouble', 'handOff', 'outOfHours']

/** What the server keeps is always of the format. */
export const settingsOf = (settings: unknown) => settings as BotSettings

/** As a form shows them: every list of words and every text is there. */
export interface SettingsDraft {
  revision: number
  languages: Language[]
  mainFlow: string
  handOffFlow: string
  answersInBetween: boolean
  words: Record<GlobalWord, Record<Language, string[]>>
  texts: Record<SentenceKey, Record<Language, string>>
}

const recordOf = <Key extends string, Value>(keys: readonly Key[], valueOf: (key: Key) => Value) =>
  Object.fromEntries(keys.map(key => [key, valueOf(key)])) as Record<Key, Value>

export function draftOf(settings: BotSettings, revision: number): SettingsDraft {
  const { languages, words, texts, mainFlow, handOffFlow, answersInBetween } = settings
  return {
    revision, languages: [...languages], mainFlow: mainFlow ?? '', handOffFlow: handOffFlow ?? '', answersInBetween: answersInBetween ?? false,
    words: recordOf(WORDS, word => ({ ES: [...words[word].ES ?? []], EN: [...words[word].EN ?? []] })),
    texts: recordOf(SENTENCES, key => ({ ES: texts[key].ES ?? '', EN: texts[key].EN ?? '' })),
  }
}

/** What is empty is left out, as the format has it. */
export function settingsFrom({ languages, words, texts, mainFlow, handOffFlow, answersInBetween }: SettingsDraft): BotSettings {
  return {
    languages,
    words: recordOf(WORDS, word => withoutEmpty(words[word])),
    ...(mainFlow ? { mainFlow } : {}),
    ...(handOffFlow ? { handOffFlow } : {}),
    texts: recordOf(SENTENCES, (key): LocalText => withoutEmpty(texts[key])),
    answersInBetween,
  }
}

function withoutEmpty<Value extends string | string[]>({ ES, EN }: Record<Language, Value>): Partial<Record<Language, Value>> {
  return { ...(ES.length ? { ES } : {}), ...(EN.length ? { EN } : {}) } as Partial<Record<Language, Value>>
}

/** The first language stays the first. */
export const withLanguage = (languages: Language[], language: Language, isIn: boolean): Language[] =>
  (isIn ? [...languages.filter(one => one !== language), language] : languages.filter(one => one !== language))

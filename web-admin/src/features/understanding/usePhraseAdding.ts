import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { ref } from 'vue'
import { AddPhrasesDocument, type Language, type PhraseClash_PhraseFragment as ClashingPhrase } from '../../contract/graphql.ts'

interface Clash { text: string; phrase: ClashingPhrase }
export interface Outcome { added: number; duplicates: Clash[]; conflicts: Clash[] }

/** Phrases on their way into an intent. `outcome` tells of what was not taken in at once. */
export function usePhraseAdding(intentId: () => string) {
  const { change, busy } = useChange(AddPhrasesDocument)
  const outcome = ref<Outcome>()

  async function add(texts: string[], language?: Language, despiteConflicts = false): Promise<Outcome | undefined> {
    const phrases = texts.map(text => ({ text, language }))
    const result = (await change({ input: { intentId: intentId(), phrases, despiteConflicts } }))?.addPhrases
    if (result?.__typename !== 'PhrasesAdded') return undefined
    outcome.value = { added: result.added.length, duplicates: result.duplicates, conflicts: result.conflicts }
    return outcome.value
  }
  const addConflicting = (language?: Language) =>
    add(outcome.value?.conflicts.map(({ text }) => text) ?? [], language, true)
  const forget = () => { outcome.value = undefined }
  return { add, addConflicting, outcome, forget, busy }
}

import type { Trigger } from '@botpro/graphql/flows'
import { UNCHOSEN } from '../document/new-step.ts'
import type { Wording } from '../steps/preview.ts'

function triggerWords(trigger: Trigger, { language, t }: Wording): string {
  if (trigger.kind === 'KEYWORD') {
    const words = trigger.words[language]?.length ? trigger.words[language] : Object.values(trigger.words).flat()
    if (words.length) return words.map(word => `“${word}”`).join(', ')
  }
  if (trigger.kind === 'INTENT' && trigger.intent !== UNCHOSEN) return trigger.intent
  return t(`studio.trigger.${trigger.kind}`)
}

/** What begins a flow, in one line. */
export const beginningWords = (triggers: readonly Trigger[], words: Wording): string =>
  triggers.map(trigger => triggerWords(trigger, words)).join(' · ') || words.t('studio.node.noTrigger')

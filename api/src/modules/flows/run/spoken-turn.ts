import type { BotPlace, BotSpeech, BotTurn } from '../../conversations/index.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { RunEffect, RunSpeech } from '../engine/turn.ts'
import type { RunTalk } from './run-talk.ts'

/** Does what a turn leaves behind, in the unit that says its words. */
export interface TurnEffects {
  keep(unit: Unit, talk: RunTalk, at: BotPlace): Promise<void>
}

/** A turn of runs as conversations know turns. */
export function turnOf({ says, effects }: RunTalk, kept: Pick<BotTurn, 'keep'> = {}): BotTurn {
  const handOff = effects.findLast(effect => effect.kind === 'HAND_OFF')
  return { says: says.map(spoken), handOff: handOff ? handedOver(handOff) : false, closes: effects.some(({ kind }) => kind === 'CLOSE'), ...kept }
}

const handedOver = ({ queue, priority, summary }: Extract<RunEffect, { kind: 'HAND_OFF' }>): BotTurn['handOff'] => ({ queue, priority, summary })

export const spoken = ({ id, text, menu, content, media }: RunSpeech): BotSpeech =>
  ({ ...id && { id }, text: text || wordsFor(content), menu, ...content && { content }, ...media && { media } })

/** For lists, and for whoever shows words alone. */
function wordsFor(content: RunSpeech['content']): string {
  if (!content) return ''
  return content.kind === 'CARD' ? content.title : content.name ?? content.address ?? `${content.latitude}, ${content.longitude}`
}

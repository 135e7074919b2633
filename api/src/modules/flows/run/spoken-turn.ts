import type { MessageContent } from '../../channels/index.ts'
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

/** Media that lies elsewhere is told by its address: every channel can show that. */
export function spoken({ text, menu, content, media }: RunSpeech): BotSpeech {
  const words = [text, media?.url].filter(Boolean).join('\n')
  return { text: words, menu, ...content && { content: contentOf(content) } }
}

function contentOf(content: NonNullable<RunSpeech['content']>): MessageContent {
  if (content.kind === 'LOCATION') return content
  const { title, subtitle, url } = content
  return { kind: 'CARD', title, ...subtitle && { subtitle }, ...url && { url } }
}

import type { ChannelKind } from '@botpro/graphql/flows'
import type { BotScene } from '../../conversations/index.ts'
import type { Facts } from '../engine/facts.ts'
import { isProven } from '../engine/proofs.ts'
import type { RunGround } from './run.store.ts'

/** What is so in this conversation at this moment. */
export function factsOf({ contact, company, channelName, tags, link, runs }: RunGround, scene: BotScene, where: { conversationId: string; channelKind: ChannelKind }): Facts {
  const { now, language, calendar } = scene
  return {
    now, language, timeZone: calendar.timeZone, hours: { open: calendar.isOpen(now) }, company: { name: company },
    channel: { kind: where.channelKind, name: channelName }, conversation: { id: where.conversationId, tags, link },
    contact: { ...contact, verified: contact.verified || runs.some(({ state }) => isProven(state, now)) },
  }
}

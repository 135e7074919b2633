import { SERVICE_RULES, type ServiceRules } from '../../tenancy/index.ts'
import type { Capabilities } from '../adapters/adapter.ts'
import type { ChannelState } from '../account/channel-account.entity.ts'

export type SendingBlock = 'WINDOW_CLOSED' | 'OPTED_OUT' | 'CHANNEL_PAUSED' | 'SERVICE_HELD'

/** What is known of a person on a channel that decides whether she may be written to. */
export interface SendingFacts {
  now: Date
  state: ChannelState
  capabilities: Pick<Capabilities, 'windowHours' | 'humanWindowHours' | 'hasTemplates' | 'mayStart'>
  /** When she wrote last, by the channel's clock. */
  lastHeardAt: Date | null
  isAvailable: boolean
  /** What the tenant's service allows, where it is held in part or whole. */
  service?: ServiceRules
  /** She has written in this conversation, so whatever is said there answers her. */
  isAnswer?: boolean
}

export interface SendingDecision {
  mayWrite: boolean
  windowEndsAt: Date | null
  /** The window for everybody is over, that for people is not. */
  isForPeopleOnly: boolean
  block: SendingBlock | null
  mayUseTemplate: boolean
}

const HOUR_MS = 3_600_000

/** May this be sent now, and if not, what may: the one decision that agents, the bot, the API and campaigns ask. */
export function sendingDecision({ now, state, capabilities, lastHeardAt, isAvailable, service = SERVICE_RULES.ACTIVE, isAnswer = true }: SendingFacts): SendingDecision {
  const { windowHours, humanWindowHours } = capabilities
  const hasTemplates = capabilities.hasTemplates && service.mayBegin
  if (!service.isServed) return refused('SERVICE_HELD')
  if (state !== 'LIVE') return refused('CHANNEL_PAUSED')
  if (!isAvailable) return refused('OPTED_OUT')
  if (!isAnswer && !service.mayBegin) return refused('SERVICE_HELD')
  if (windowHours === null) return { ...FREE, mayUseTemplate: hasTemplates }
  const ends = lastHeardAt && new Date(lastHeardAt.getTime() + windowHours * HOUR_MS)
  if (ends && ends > now) return { ...FREE, windowEndsAt: ends, mayUseTemplate: hasTemplates }
  const humanEnds = lastHeardAt && humanWindowHours ? new Date(lastHeardAt.getTime() + humanWindowHours * HOUR_MS) : null
  if (humanEnds && humanEnds > now) return { ...FREE, windowEndsAt: humanEnds, isForPeopleOnly: true, mayUseTemplate: hasTemplates }
  if (capabilities.hasTemplates && !service.mayBegin) return refused('SERVICE_HELD')
  return { ...refused('WINDOW_CLOSED'), mayUseTemplate: hasTemplates }
}

const FREE: SendingDecision = { mayWrite: true, windowEndsAt: null, isForPeopleOnly: false, block: null, mayUseTemplate: false }

/** Chats of ours have no provider to say no. */
export const decisionWithoutProvider = ({ isServed }: ServiceRules): SendingDecision => (isServed ? FREE : refused('SERVICE_HELD'))

const refused = (block: SendingBlock): SendingDecision =>
  ({ mayWrite: false, windowEndsAt: null, isForPeopleOnly: false, block, mayUseTemplate: false })

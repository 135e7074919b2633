import { NotFound } from '../../../platform/errors.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { auditTenant } from '../../../platform/tenant-audit.ts'
import { reviewOf, type BotReviewRow } from './bot-review.queries.ts'
import { approvalsOf } from './bot-approval.queries.ts'
import { keepApproval } from './bot-approval.store.ts'
import { botProPart, goLiveItemKeys, sideOf, type GoLiveItem, type GoLiveItemKey } from './checklist.ts'

const MAX_NOTE = 500

export const botProItems: GoLiveItemKey[] = goLiveItemKeys.filter(key => sideOf(key) === 'BOTPRO')

export interface Review {
  tenantId: string
  botId: string
  item: GoLiveItemKey
  isDone: boolean
  note?: string | null
  /** Why it counts as done though nobody looked. */
  overrideReason?: string | null
}

/** BotPro's part of letting a company's bot go live. */
export class BotReviewService {
  async review(unit: Unit, typed: Review): Promise<BotReviewRow | InvalidInput> {
    const review = await reviewOf(unit, typed)
    if (!review) throw new NotFound('The bot')
    const { actor } = unit
    if (actor.kind !== 'OPERATOR') throw new NotFound('The bot')
    const { item, isDone } = typed
    const [note, overrideReason] = [typed.note?.trim() || null, (isDone && typed.overrideReason?.trim()) || null]
    if (!botProItems.includes(item)) return new InvalidInput('item', 'It is not BotPro’s to approve.')
    if (note && note.length > MAX_NOTE) return new InvalidInput('note', `At most ${MAX_NOTE} characters.`)
    if (overrideReason && overrideReason.length > MAX_NOTE) return new InvalidInput('overrideReason', `At most ${MAX_NOTE} characters.`)
    const { tenantId, botId, latestVersionId } = review
    await keepApproval(unit, tenantId, { botId, kind: isDone ? 'ITEM_APPROVED' : 'ITEM_WITHDRAWN', item, versionId: latestVersionId, side: 'BOTPRO', note, overrideReason })
    await auditTenant(unit, {
      tenantId, actor, action: isDone ? 'bot.item-approved' : 'bot.item-withdrawn', targetType: 'bot', targetId: botId, detail: { name: review.name, item, note, overrideReason },
    })
    return review
  }
}

/** BotPro's items of a bot, as they stand. */
export const reviewItems = async (unit: ReadUnit, { tenantId, botId, hasLine }: Pick<BotReviewRow, 'tenantId' | 'botId' | 'hasLine'>): Promise<GoLiveItem[]> =>
  botProPart(hasLine, await approvalsOf(unit, tenantId, botId))

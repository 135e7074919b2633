import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { ApproveGoLiveItemDocument, BotGoLiveDocument, MoveBotStageDocument, type BotStage, type GoLiveItemKey } from '../../../contract/graphql.ts'

/** How far a bot is, and what moves it on. `changed` is told once it was moved or something was approved. */
export function useGoLive(botId: string, changed: () => void) {
  const { t } = useI18n()
  const { done } = useNotify()
  const asked = useAsk({ query: BotGoLiveDocument, variables: { botId }, requestPolicy: 'cache-and-network' })
  const { change: moveStage, busy: isMoving } = useChange(MoveBotStageDocument)
  const { change: approveItem, busy: isApproving } = useChange(ApproveGoLiveItemDocument)
  const refusal = ref('')
  const bot = computed(() => asked.data.value?.bot)
  const busy = computed(() => isMoving.value || isApproving.value)

  /** Resolves to whether it was moved; where something is missing that was there before, the list says so by then. */
  async function move(stage: BotStage, { note, overrideReason }: { note?: string; overrideReason?: string }): Promise<boolean> {
    refusal.value = ''
    const answer = (await moveStage({ input: { botId, stage, note: note || undefined, overrideReason: overrideReason || undefined } }))?.moveBotStage
    if (answer?.__typename === 'Bot') {
      done(t(`bots.golive.doneMove.${stage}`))
      changed()
      return true
    }
    if (answer) refusal.value = t(`bots.golive.refused.${answer.__typename}`)
    if (answer) await asked.refresh()
    return false
  }
  async function approve(item: GoLiveItemKey, isDone: boolean, note: string): Promise<boolean> {
    refusal.value = ''
    const answer = (await approveItem({ input: { botId, item, isDone, note: note || undefined } }))?.approveGoLiveItem
    if (answer?.__typename === 'InvalidInput') refusal.value = t(bot.value?.latestVersion ? 'bots.golive.refused.InvalidInput' : 'bots.golive.refused.NothingPublished')
    if (answer?.__typename !== 'Bot') return false
    done(t(isDone ? 'bots.golive.doneApprove' : 'bots.golive.doneWithdraw'))
    changed()
    return true
  }
  const forgive = () => { refusal.value = '' }
  return { ...asked, bot, busy, refusal, move, approve, forgive }
}

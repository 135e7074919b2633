import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { AssignBotDocument, UnassignBotDocument, type AssignBotInput, type ChannelRow_BotChannelFragment as BotChannel } from '../../../contract/graphql.ts'
import { useHoursWords } from './useHoursWords.ts'

/** Where a bot answers: given, changed, and taken away with a way back. */
export function useAssigning(changed: () => void) {
  const { t } = useI18n()
  const { done, undoable, failed } = useNotify()
  const { hoursOf } = useHoursWords()
  const { change: assignBot, busy } = useChange(AssignBotDocument)
  const { change: unassignBot } = useChange(UnassignBotDocument)
  const refusal = ref('')

  async function send(input: AssignBotInput): Promise<boolean> {
    refusal.value = ''
    const answer = (await assignBot({ input }))?.assignBot
    if (answer?.__typename === 'BotChannelTaken') refusal.value = t('bots.channels.taken', { bot: answer.theirs.botName, channel: answer.theirs.channelAccount.name, hours: hoursOf(answer.theirs) })
    if (answer?.__typename === 'GoLiveItemsMissing') refusal.value = t('bots.golive.waitsForBotPro')
    if (answer?.__typename === 'IntervalsOverlap') refusal.value = t('bots.channels.overlap', { day: t(`calendar.days.${answer.weekday}`) })
    if (answer?.__typename === 'InvalidInput') refusal.value = t('bots.channels.refused')
    if (answer?.__typename === 'Bot') changed()
    return answer?.__typename === 'Bot'
  }
  async function assign(input: AssignBotInput): Promise<boolean> {
    const isAssigned = await send(input)
    if (isAssigned) done(t('bots.channels.assigned'))
    return isAssigned
  }
  async function giveBack({ botId, channelAccount, hours, intervals }: BotChannel) {
    const given = intervals.map(({ weekday, opens, closes }) => ({ weekday, opens, closes }))
    if (await send({ botId, channelAccountId: channelAccount.id, hours, intervals: given })) done(t('bots.channels.givenBack'))
    else if (refusal.value) failed(refusal.value)
  }
  async function unassign(channel: BotChannel) {
    if (!await unassignBot({ input: { botId: channel.botId, channelAccountId: channel.channelAccount.id } })) return
    changed()
    undoable(t('bots.channels.unassigned', { channel: channel.channelAccount.name }), () => giveBack(channel))
  }
  const forgive = () => { refusal.value = '' }
  return { assign, unassign, refusal, forgive, busy }
}

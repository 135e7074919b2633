import { useI18n } from 'vue-i18n'
import type { ChannelRow_BotChannelFragment as BotChannel } from '../../../contract/graphql.ts'
import { dayLines } from './hours.ts'

/** When a bot answers, in words. */
export function useHoursWords() {
  const { t } = useI18n()
  const hoursOf = ({ hours, intervals }: Pick<BotChannel, 'hours' | 'intervals'>): string =>
    (hours === 'WEEKLY' ? dayLines(intervals).map(([day, shifts]) => `${t(`calendar.days.${day}`)} ${shifts}`).join('; ') : t(`bots.channels.hours.${hours}`))
  return { hoursOf }
}

import { dayAt } from '@botpro/ui/format/zone-day.ts'

/** Where BotPro is: price lists and terms go by the days there. */
export const today = (now = new Date()): string => dayAt(now, 'America/Santo_Domingo')

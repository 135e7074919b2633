import { localDay, type Day } from '../../platform/day.ts'
import type { ReadUnit } from '../../platform/unit.ts'

/** The catalogue is BotPro's own: a day of it begins where BotPro is. */
const HOME_ZONE = 'America/Santo_Domingo'

export const homeDay = ({ now }: ReadUnit): Day => localDay(now, HOME_ZONE)

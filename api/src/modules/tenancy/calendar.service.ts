import { LockMode } from '@mikro-orm/core'
import { Forbidden } from '../../platform/errors.ts'
import { ChangedMeanwhile } from '../../platform/refusal.ts'
import type { Unit } from '../../platform/unit.ts'
import { overlappingWeekday, type Holiday, type OpeningInterval } from './business-calendar.ts'
import { BusinessHours } from './business-hours.entity.ts'
import { IntervalsOverlap } from './tenant.errors.ts'
import { calendarProblem } from './tenant-input.ts'
import { mayConfigure } from './tenant.policy.ts'

export interface NewCalendar {
  version: number
  intervals: OpeningInterval[]
  holidays: Holiday[]
}

export class CalendarService {
  async replace(unit: Unit, { version, intervals, holidays }: NewCalendar) {
    if (!mayConfigure(unit.actor, unit.tenantId)) throw new Forbidden()
    const weekday = overlappingWeekday(intervals)
    if (weekday) return new IntervalsOverlap(weekday)
    const problem = calendarProblem(intervals, holidays)
    if (problem) return problem
    const hours = await unit.em.findOneOrFail(BusinessHours, { tenantId: unit.tenantId }, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    })
    if (hours.version !== version) return new ChangedMeanwhile()
    hours.replace(intervals.map(plainInterval), holidays.map(plainHoliday))
    unit.audit({
      action: 'calendar.changed',
      targetType: 'tenant',
      targetId: unit.tenantId,
      detail: { intervals, holidays },
    })
    await unit.em.flush()
    return hours
  }
}

const plainInterval = ({ weekday, opens, closes }: OpeningInterval): OpeningInterval => ({
  weekday,
  opens,
  closes,
})
const plainHoliday = ({ date, name }: Holiday): Holiday => ({ date, name: name.trim() })

import { clockTime } from '@botpro/ui/format/format.ts'
import type { MoodFigures_MoodFiguresFragment as Figures, MoodsPage_MoodReportFragment as Report } from '../../contract/graphql.ts'

export interface Column {
  key: string
  label: string
  figures: Figures
}

interface Place {
  locale: string
  dayOf: (date: string) => string
}

/** Of one day its hours, of several the days. */
export function columnsOf({ byDay, byHour }: Pick<Report, 'byDay' | 'byHour'>, { locale, dayOf }: Place): Column[] {
  return byDay.length > 1
    ? byDay.map(({ date, figures }) => ({ key: date, label: dayOf(date), figures }))
    : byHour.map(({ hour, figures }) => ({ key: String(hour), label: clockTime(locale, `${String(hour).padStart(2, '0')}:00`), figures }))
}

export const readCount = ({ negative, neutral, positive }: Figures): number => negative + neutral + positive

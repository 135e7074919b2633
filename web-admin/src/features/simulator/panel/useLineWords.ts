import { useI18n } from 'vue-i18n'
import type { PlayedLine } from '../session.ts'

/** What happened, in words. */
export function useLineWords() {
  const { t } = useI18n()
  return (line: PlayedLine): string => {
    switch (line.kind) {
      case 'CONTACT': return line.text ?? line.option ?? (line.file ? t('simulator.line.file', { name: line.file.name }) : line.location ? t('simulator.line.place', line.location) : '')
      case 'EVENT': return t('simulator.line.event', { event: line.event })
      case 'TIME_PASSES': return line.minutes % 1440 === 0 ? t('simulator.line.days', { n: line.minutes / 1440 }, line.minutes / 1440) : line.minutes % 60 === 0 ? t('simulator.line.hours', { n: line.minutes / 60 }, line.minutes / 60) : t('simulator.line.minutes', { n: line.minutes }, line.minutes)
      case 'AGENT_RETURNS': return t('simulator.line.returns')
    }
  }
}

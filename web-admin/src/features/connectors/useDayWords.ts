import { useFormat } from '@botpro/ui/format/useFormat.ts'
import { useI18n } from 'vue-i18n'

/** How many calls there were in a day, and how many of them came to nothing. */
export function useDayWords() {
  const { t } = useI18n()
  const format = useFormat()
  return ({ calls, failures }: { calls: number; failures: number }): string => t('connectors.day', {
    calls: t('connectors.callCount', { n: format.value.number(calls) }, calls), failures: t('connectors.failureCount', { n: format.value.number(failures) }, failures),
  })
}

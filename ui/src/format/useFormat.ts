import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useViewer } from '../session/useViewer.ts'
import { createFormat, type Format } from './format.ts'

/** Dates, numbers and money in the language of the screen and the zone and currency of the tenant. */
export function useFormat(): ComputedRef<Format> {
  const { locale } = useI18n()
  const { tenant } = useViewer()
  return computed(() => createFormat({
    locale: locale.value,
    timeZone: tenant.value?.timeZone,
    currency: tenant.value?.currency,
  }))
}

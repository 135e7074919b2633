import { useFormat } from '@botpro/ui/format/useFormat.ts'
import { useI18n } from 'vue-i18n'
import type { Feature } from '../../contract/graphql.ts'
import { hasAmount } from './feature-groups.ts'

interface Had { feature: Feature; amount?: number | null; isIncluded?: boolean }

/** What a plan includes, in words: the name of a feature, and how much there is of it. */
export function useFeatureWords() {
  const { t } = useI18n()
  const format = useFormat()
  const nameOf = (feature: Feature) => t(`feature.name.${feature}`)
  /** `3,000 a month`, `5`, `No limit`; empty where there is nothing to count. */
  function amountOf({ feature, amount = null, isIncluded = true }: Had) {
    if (!hasAmount(feature)) return ''
    if (amount === null) return isIncluded ? t('feature.unlimited') : ''
    return t(feature === 'INTEGRATION_HOURS' ? 'feature.hours' : isMonthly(feature) ? 'feature.monthly' : 'feature.count', { count: format.value.number(amount) })
  }
  return { nameOf, amountOf }
}

const isMonthly = (feature: Feature) => ['CONVERSATIONS', 'WHATSAPP_UIC', 'WHATSAPP_BIC', 'PREDICTIVE_CALLS'].includes(feature)

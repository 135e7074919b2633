import { useI18n } from 'vue-i18n'
import { partOf, placeOf } from './refused-field.ts'

/** What the server does not take, in words; the place of it first where it stands in a list. */
export function useRefusalWords() {
  const { t, te } = useI18n()
  return (field: string): string => {
    const part = partOf(field)
    const words = te(`connectors.problemOf.${part}`) ? t(`connectors.problemOf.${part}`) : `${t('field.invalid')} (${field})`
    const place = placeOf(field)
    return place && part.includes('_') ? t('connectors.problemAt', { n: place, words }) : words
  }
}

import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { InstitutionKind, Sector } from '../contract/graphql.ts'
import { LANGUAGES } from './languages.ts'

const SECTORS: Sector[] = ['FINANCIAL', 'RETAIL', 'HEALTH', 'GOVERNMENT', 'OTHER']
const INSTITUTIONS: InstitutionKind[] = ['PRIVATE', 'PUBLIC']

/** What a company's fields can be, in words. */
export function useCompanyChoices() {
  const { t } = useI18n()
  return {
    sectors: computed(() => SECTORS.map(value => ({ value, label: t(`company.sectors.${value}`) }))),
    institutions: computed(() => INSTITUTIONS.map(value => ({ value, label: t(`company.institutions.${value}`) }))),
    languages: computed(() => LANGUAGES.map(value => ({ value, label: t(`language.${value}`) }))),
    timeZones: Intl.supportedValuesOf('timeZone'),
  }
}

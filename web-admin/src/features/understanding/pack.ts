import { useI18n } from 'vue-i18n'

const ICONS: Record<string, string> = {
  banking: 'i-lucide-landmark', education: 'i-lucide-graduation-cap', government: 'i-lucide-building-2', health: 'i-lucide-stethoscope',
  insurance: 'i-lucide-umbrella', retail: 'i-lucide-shopping-bag', telecom: 'i-lucide-smartphone', travel: 'i-lucide-plane',
}
export const iconOf = (packId: string) => ICONS[packId] ?? 'i-lucide-package'

/** A sector in words; one that is new is called by its id. */
export function usePackName() {
  const { t, te } = useI18n()
  return (packId: string) => (te(`understanding.packs.names.${packId}`) ? t(`understanding.packs.names.${packId}`) : packId)
}

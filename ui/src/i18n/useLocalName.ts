import { useI18n } from 'vue-i18n'

interface LocalName { es?: string | null; en?: string | null }

/** A name in the language of the screen, or in the other one where it has none in that. */
export function useLocalName() {
  const { locale } = useI18n()
  return (name: LocalName | null | undefined): string => (locale.value === 'en' ? name?.en ?? name?.es : name?.es ?? name?.en) ?? ''
}

import { useI18n } from 'vue-i18n'

interface Contact {
  name?: string | null
  email?: string | null
  phone?: string | null
}

/** What somebody who comes is called, by what is known of her. */
export function useComer() {
  const { t } = useI18n()
  return ({ name, email, phone }: Contact) => name || phone || email || t('agenda.nameless')
}

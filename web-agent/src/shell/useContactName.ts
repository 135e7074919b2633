import { useI18n } from 'vue-i18n'
import { knownName, shortId } from './contact-name.ts'

export function useContactName() {
  const { t } = useI18n()
  return (contact: Parameters<typeof knownName>[0]) => knownName(contact) ?? t('desk.visitor', { code: shortId(contact.id) })
}

import { useI18n } from 'vue-i18n'

/** Why nothing came of a call, in words; demo systems have codes of their own. */
export function useCallWords() {
  const { t, te } = useI18n()
  return (code: string): string => (te(`connectors.code.${code}`) ? t(`connectors.code.${code}`) : t('connectors.codeOfSystem', { code }))
}

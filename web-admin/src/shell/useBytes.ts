import { useI18n } from 'vue-i18n'

const KILOBYTE = 1024
const MEGABYTE = KILOBYTE ** 2

/** “340 kB”, “2,4 MB”. */
export function useBytes() {
  const { locale } = useI18n()
  return (bytes: number): string => {
    const [value, unit] = bytes < MEGABYTE ? [bytes / KILOBYTE, 'kilobyte'] : [bytes / MEGABYTE, 'megabyte']
    return new Intl.NumberFormat(locale.value, { style: 'unit', unit, maximumFractionDigits: unit === 'kilobyte' ? 0 : 1 }).format(value)
  }
}

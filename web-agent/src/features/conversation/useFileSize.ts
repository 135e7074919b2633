import { useI18n } from 'vue-i18n'

const UNITS = ['byte', 'kilobyte', 'megabyte'] as const

export function fileSize(bytes: number, locale: string) {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  return new Intl.NumberFormat(locale, { style: 'unit', unit: UNITS[step], maximumFractionDigits: step === 2 ? 1 : 0 })
    .format(bytes / 1000 ** step)
}

export function useFileSize() {
  const { locale } = useI18n()
  return (bytes: number) => fileSize(bytes, locale.value)
}

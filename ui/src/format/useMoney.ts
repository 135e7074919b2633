import { useI18n } from 'vue-i18n'

/** A sum in the currency that it is in, which need not be the company's. */
export function useMoney() {
  const { locale } = useI18n()
  return ({ amount, currency }: { amount: string; currency: string }): string => {
    try {
      return new Intl.NumberFormat(locale.value === 'en' ? 'en-US' : 'es-DO', { style: 'currency', currency }).format(amount as never)
    } catch {
      return `${amount} ${currency}`
    }
  }
}

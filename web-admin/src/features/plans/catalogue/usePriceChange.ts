import { useFormat } from '@botpro/ui/format/useFormat.ts'
import { addDays } from '@botpro/ui/format/zone-day.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, reactive, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { SetPriceDocument, WithdrawPriceDocument, type Catalogue_ProductFragment as Product, type Catalogue_ProductPriceFragment as Price } from '../../../contract/graphql.ts'
import { typedAmount } from '../exact-amount.ts'
import { today } from '../../../shell/commerce/today.ts'
import { usePriceList } from './useCatalogue.ts'

/** Writes a price into the list on the screen, from a day on, or takes one back that is to come. */
export function usePriceChange({ product, price }: { product: Product; price: Price }) {
  const { t } = useI18n()
  const format = useFormat()
  const { undoable, done } = useNotify()
  const { currency, resellerId, refresh } = usePriceList()
  const setting = useChange(SetPriceDocument)
  const withdrawing = useChange(WithdrawPriceDocument)
  const form = reactive({ amount: price.price?.amount ?? '', isOnRequest: false, validFrom: addDays(today(), 1) })
  const refusal = ref('')
  const key = () => ({ productKey: product.key, charge: price.charge, currency: currency.value, resellerId: resellerId.value })

  async function write(amount: string | undefined, validFrom: string): Promise<boolean> {
    const result = (await setting.change({ input: { ...key(), amount, validFrom } }))?.setPrice
    if (result?.__typename === 'AlreadyValid') refusal.value = t('catalogue.alreadyValid', { date: format.value.calendarDate(result.validFrom) })
    if (result?.__typename === 'InvalidInput') refusal.value = t(result.field === 'validFrom' ? 'catalogue.notBefore' : 'field.invalid')
    if (result?.__typename !== 'Product') return false
    refresh()
    return true
  }
  async function set(): Promise<boolean> {
    const amount = form.isOnRequest ? undefined : typedAmount(form.amount)
    refusal.value = amount === undefined && !form.isOnRequest ? t('catalogue.price.invalid') : ''
    if (refusal.value || !await write(amount, form.validFrom)) return false
    done(t('catalogue.price.done', { date: format.value.calendarDate(form.validFrom) }))
    return true
  }
  async function withdraw({ validFrom, price: withdrawn }: Price['coming'][number]): Promise<boolean> {
    const result = (await withdrawing.change({ input: { ...key(), validFrom } }))?.withdrawPrice
    if (result?.__typename === 'AlreadyValid') refusal.value = t('catalogue.alreadyValid', { date: format.value.calendarDate(result.validFrom) })
    if (result?.__typename !== 'Product') return false
    refresh()
    undoable(t('catalogue.price.withdrawn', { date: format.value.calendarDate(validFrom) }), () => write(withdrawn?.amount, validFrom))
    return true
  }
  return { form, refusal, busy: computed(() => setting.busy.value || withdrawing.busy.value), currency, set, withdraw }
}

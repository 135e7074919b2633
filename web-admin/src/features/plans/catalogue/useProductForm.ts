import { useFormat } from '@botpro/ui/format/useFormat.ts'
import { addDays } from '@botpro/ui/format/zone-day.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useNotify } from '@botpro/ui/state/useNotify.ts'
import { computed, reactive, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { CreateProductDocument, ReviseProductDocument, type Catalogue_ProductFragment as Product, type Charge, type Feature, type ProductKind } from '../../../contract/graphql.ts'
import { today } from '../../../shell/commerce/today.ts'
import { usePriceList } from './useCatalogue.ts'

const formOf = (product: Product | undefined) => {
  // What is written down to come is what a further revision goes on from.
  const last = product?.revisions.at(-1) ?? product
  return {
    key: '', kind: (product?.kind ?? 'ADD_ON') as ProductKind, charges: ['MONTHLY'] as Charge[], isSold: last?.isSold ?? true,
    name: { es: last?.name.es ?? '', en: last?.name.en ?? '' }, text: { es: last?.text.es ?? '', en: last?.text.en ?? '' },
    features: Object.fromEntries(last?.features.map(({ feature, amount }) => [feature, amount ?? true]) ?? []) as Partial<Record<Feature, number | true>>,
    validFrom: product ? addDays(last!.validFrom > today() ? last!.validFrom : today(), 1) : today(),
  }
}

/** A product before it is written into the catalogue, or how it is sold from a day on. */
export function useProductForm(product: Product | undefined) {
  const { t } = useI18n()
  const format = useFormat()
  const { done } = useNotify()
  const { refresh } = usePriceList()
  const creating = useChange(CreateProductDocument)
  const revising = useChange(ReviseProductDocument)
  const form = reactive(formOf(product))
  const refusal = ref('')

  async function send() {
    const features = (Object.entries(form.features) as [Feature, number | true][]).map(([feature, amount]) => ({ feature, amount: amount === true ? undefined : amount }))
    const { key, kind, charges, name, text, isSold, validFrom } = form
    if (product) return (await revising.change({ input: { key: product.key, name, text, features, isSold, validFrom } }))?.reviseProduct
    return (await creating.change({ input: { key, kind, charges, name, text, features, validFrom } }))?.createProduct
  }
  async function save(): Promise<boolean> {
    const result = await send()
    refusal.value = ''
    if (result?.__typename === 'AlreadyValid') refusal.value = t('catalogue.alreadyValid', { date: format.value.calendarDate(result.validFrom) })
    if (result?.__typename === 'NameTaken') refusal.value = t('catalogue.product.keyTaken')
    if (result?.__typename === 'InvalidInput') refusal.value = t(`catalogue.product.wrong.${result.field}`)
    if (result?.__typename !== 'Product') return false
    done(t('catalogue.product.done', { date: format.value.calendarDate(form.validFrom) }))
    refresh()
    return true
  }
  return { form, refusal, busy: computed(() => creating.busy.value || revising.busy.value), save }
}

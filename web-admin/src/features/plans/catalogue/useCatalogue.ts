import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useViewer } from '@botpro/ui/session/useViewer.ts'
import { computed, provide, reactive, inject, type ComputedRef, type InjectionKey } from 'vue'
import { useI18n } from 'vue-i18n'
import { CatalogueDocument, CatalogueOwnResellerDocument, CatalogueResellersDocument } from '../../../contract/graphql.ts'

export const BOTPRO = 'botpro'

/** What is sold, by whose list, in which currency, on which day. */
export function useCatalogue() {
  const { t } = useI18n()
  const { role } = useViewer()
  const isOperator = computed(() => role.value === 'OPERATOR')
  const asked = reactive({ list: BOTPRO, currency: 'USD', on: '', withUnsold: false })
  const resellerId = computed(() => (asked.list === BOTPRO ? undefined : asked.list))
  const { data: found } = useAsk({ query: CatalogueResellersDocument, variables: {}, pause: () => !isOperator.value })
  const { data: own } = useAsk({ query: CatalogueOwnResellerDocument, variables: {}, pause: () => role.value !== 'RESELLER' })
  const resellers = computed(() => found.value?.resellers.edges.map(({ node }) => node) ?? [])
  const lists = computed(() => [{ value: BOTPRO, label: t('catalogue.list.botpro') }, ...resellers.value.map(({ id, name }) => ({ value: id, label: name }))])
  /** Of whose list is looked at; none for BotPro's own. */
  const reseller = computed(() => (isOperator.value ? resellers.value.find(({ id }) => id === asked.list) : own.value?.viewer?.reseller ?? undefined))
  const { data, state, error, isRefreshing, refresh } = useAsk({
    query: CatalogueDocument, requestPolicy: 'cache-and-network',
    variables: () => ({ on: asked.on || undefined, currency: asked.currency, resellerId: resellerId.value, withUnsold: asked.withUnsold }),
  })
  const products = computed(() => data.value?.catalogue ?? [])
  const list: PriceList = {
    currency: computed(() => asked.currency), resellerId, refresh: () => void refresh(),
    discountPercent: computed(() => reseller.value?.discountPercent ?? undefined),
  }
  provide(KEY, list)
  return { asked, lists, isOperator, reseller, products, state, error, isRefreshing, refresh }
}

interface PriceList {
  currency: ComputedRef<string>
  resellerId: ComputedRef<string | undefined>
  /** What BotPro leaves whoever's list it is; undefined for BotPro's own. */
  discountPercent: ComputedRef<string | undefined>
  refresh(): void
}
const KEY: InjectionKey<PriceList> = Symbol('price list')

/** The list that the catalogue on the screen is of. */
export function usePriceList(): PriceList {
  const list = inject(KEY)
  if (!list) throw new Error('useCatalogue provides the list')
  return list
}

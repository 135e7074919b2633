import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useChange } from '@botpro/ui/graphql/useChange.ts'
import { useLocalName } from '@botpro/ui/i18n/useLocalName.ts'
import { computed, reactive, ref, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { CatalogueDocument, ChangeSubscriptionDocument, type ChangeMoment, type Plan_TenantSubscriptionFragment as Subscription } from '../../../contract/graphql.ts'
import { addedOf, endingOf, lineFor, NONE, SAME, type Line } from './plan-change.ts'
import { running } from './subscribed.ts'

/** A change of what a tenant has, before it is made: what begins, what ends, and which prices are still to be given. */
export function usePlanChange(subscription: Subscription) {
  const { t } = useI18n()
  const localName = useLocalName()
  const { change, busy } = useChange(ChangeSubscriptionDocument)
  const { tenant } = subscription
  const { data, state, error, refresh } = useAsk({ query: CatalogueDocument, variables: { currency: tenant.currency, resellerId: tenant.reseller?.id, withUnsold: false } })
  const products = computed(() => data.value?.catalogue ?? [])
  const current = running(subscription.items)
  const form = reactive({ when: 'NOW' as ChangeMoment, plan: SAME, whatsapp: SAME, endItemIds: [] as string[], lines: [] as Line[] })
  const refusal = ref('')
  const changeId = ref(crypto.randomUUID())
  const choose = (kind: 'PLAN' | 'WHATSAPP') => (key: string) => {
    form.lines = [
      ...form.lines.filter(({ product }) => product.kind !== kind),
      ...products.value.filter(product => product.key === key).map(lineFor),
    ]
  }
  watch(() => form.plan, choose('PLAN'))
  watch(() => form.whatsapp, choose('WHATSAPP'))
  // Another change is not the one that was sent before.
  watch(form, () => { changeId.value = crypto.randomUUID() }, { deep: true })
  const ending = computed(() => endingOf(current, { ...form, lines: form.lines }))
  const isEmpty = computed(() => ending.value.length === 0 && form.lines.length === 0)

  function add(key: string) {
    const product = products.value.find(one => one.key === key)
    if (product) form.lines.push(lineFor(product))
  }
  const nameOf = (key: string) => localName(products.value.find(product => product.key === key)?.name)
  async function make(): Promise<boolean> {
    const add = addedOf(form.lines)
    refusal.value = 'wrong' in add ? t('plan.change.priceWrong', { product: nameOf(add.wrong) }) : ''
    if ('wrong' in add) return false
    const chosen = ending.value.filter(({ isReplaced }) => !isReplaced).map(({ item }) => item.id)
    const result = (await change({ input: { tenantId: subscription.id, changeId: changeId.value, when: form.when, endItemIds: chosen, add: add.lines } }))?.changeSubscription
    if (result?.__typename === 'NoContractInForce') refusal.value = t('plan.change.noContract', { tenant: tenant.name })
    if (result?.__typename === 'PriceMissing') refusal.value = t('plan.change.priceMissing', { product: nameOf(result.productKey), charge: t(`catalogue.charge.${result.charge}`) })
    if (result?.__typename === 'InvalidInput') refusal.value = t('field.invalid')
    return result?.__typename === 'TenantSubscription'
  }
  return { form, current, products, ending, isEmpty, add, make, refusal, busy, state, error, refresh, SAME, NONE }
}

import { useIntervalFn } from '@vueuse/core'
import { toValue, type MaybeRefOrGetter } from 'vue'
import type { PaymentState } from '../../contract/graphql.ts'

export const isOpen = ({ state }: { state: PaymentState }) => state === 'CREATED' || state === 'LINKED'

/** Looks again now and then while a payment is open and somebody sees it: it is paid elsewhere. */
export function useOpenPayments(payments: MaybeRefOrGetter<readonly { state: PaymentState }[]>, refresh: () => unknown) {
  useIntervalFn(() => { if (toValue(payments).some(isOpen) && !document.hidden) refresh() }, 5000)
}

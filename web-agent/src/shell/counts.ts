import { inject, shallowRef, type App, type InjectionKey, type ShallowRef } from 'vue'
import type { InboxCountsQuery } from '../contract/graphql.ts'

export type Counts = InboxCountsQuery['inboxCounts']
type CountsRef = ShallowRef<Counts | null>
const KEY: InjectionKey<CountsRef> = Symbol('counts')

/** Shown by the navigation, which stands outside the desk; filled by the desk. */
export const createCounts = (): CountsRef => shallowRef(null)
export const provideCounts = (app: App, counts: CountsRef) => app.provide(KEY, counts)

export function useCounts(): CountsRef {
  const counts = inject(KEY)
  if (!counts) throw new Error('main.ts provides the counts')
  return counts
}

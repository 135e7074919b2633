import type { Json } from '@botpro/graphql/flows'
import { tape } from '../../build/index.ts'

export const store = tape('store')

export const categories = (language: string) => store('list_categories', { language })
export const inCategory = (category: string, language: string) => store('find_products', { category, language })
export const called = (words: string, language: string) => store('find_products', { words, language })

/** What the shop answers to so many of something put into a cart, or set in it. */
export const putIn = (sku: string, quantity: number, { how = 'ADD', language = 'ES', cart = null }: { how?: string; language?: string; cart?: Json } = {}) =>
  store('change_cart', { sku, quantity, how, language, ...(cart !== null && { cart }) })

/** The cart that such a recording gives back. */
export const cartIn = (recording: ReturnType<typeof putIn>): Json => ('data' in recording.answer ? recording.answer.data : null)

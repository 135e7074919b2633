import type { Catalogue_ProductFragment as Product, Charge } from '../../../contract/graphql.ts'

export const CHARGES: Charge[] = ['SETUP', 'MONTHLY', 'MINIMUM', 'ONE_TIME', 'CONVERSATION', 'UIC', 'BIC', 'PREDICTIVE_CALLS']

/** Everything that any of them costs by, in the order of an invoice. */
export const chargesOf = (products: readonly Pick<Product, 'prices'>[]): Charge[] =>
  CHARGES.filter(charge => products.some(({ prices }) => prices.some(price => price.charge === charge)))

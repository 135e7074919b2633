import type { CatalogueService, Subscriptions } from '../plans/index.ts'
import type { ServiceHolds } from '../tenancy/index.ts'
import type { LetterBox } from './letters/letter-box.ts'

/** What contracts lean on. */
export interface ContractParts {
  catalogue: Pick<CatalogueService, 'offer'>
  subscriptions: Pick<Subscriptions, 'begin' | 'end' | 'itemsOf'>
  holds: Pick<ServiceHolds, 'place' | 'lift'>
  letters: LetterBox
}

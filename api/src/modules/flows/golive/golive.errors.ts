import { Refusal } from '../../../platform/refusal.ts'
import type { GoLiveItem } from './checklist.ts'

export class GoLiveItemsMissing extends Refusal {
  readonly __typename = 'GoLiveItemsMissing'
  readonly code = 'GO_LIVE_ITEMS_MISSING'
  readonly message = 'Something that the stage needs is missing. Give a reason to move all the same.'
  readonly items: GoLiveItem[]

  constructor(items: GoLiveItem[]) {
    super()
    this.items = items
  }
}

export class NothingPublished extends Refusal {
  readonly __typename = 'NothingPublished'
  readonly code = 'NOTHING_PUBLISHED'
  readonly message = 'Without a published version there is nothing that could serve customers.'
}

import { Refusal } from '../../../platform/refusal.ts'
import { mayOverride, type GoLiveItem } from './checklist.ts'

export class GoLiveItemsMissing extends Refusal {
  readonly __typename = 'GoLiveItemsMissing'
  readonly code = 'GO_LIVE_ITEMS_MISSING'
  readonly message: string
  readonly items: GoLiveItem[]
  readonly canOverride: boolean

  constructor(items: GoLiveItem[]) {
    super()
    this.items = items
    this.canOverride = mayOverride(items)
    this.message = this.canOverride ? 'Something that it needs is missing. Give a reason to go on all the same.' : 'BotPro’s certification of the line is missing, and only BotPro can let it pass.'
  }
}

export class NothingPublished extends Refusal {
  readonly __typename = 'NothingPublished'
  readonly code = 'NOTHING_PUBLISHED'
  readonly message = 'Without a published version there is nothing that could serve customers.'
}

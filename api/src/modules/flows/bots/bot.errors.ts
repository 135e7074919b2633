import { Refusal } from '../../../platform/refusal.ts'

/** Something in a document that does not fit the format. */
export interface FormatProblem {
  path: string
  message: string
}

const MOST_TOLD = 100

export class InvalidBotFile extends Refusal {
  readonly __typename = 'InvalidBotFile'
  readonly code = 'INVALID_BOT_FILE'
  readonly message = 'What the file says is no bot.'
  readonly problems: FormatProblem[]
  readonly problemCount: number

  constructor(problems: FormatProblem[]) {
    super()
    this.problems = problems.slice(0, MOST_TOLD)
    this.problemCount = problems.length
  }
}

export class BotIsLive extends Refusal {
  readonly __typename = 'BotIsLive'
  readonly code = 'BOT_IS_LIVE'
  readonly message = 'The bot serves customers: move it back from LIVE first.'
}

interface Theirs {
  id: string
  byId: string | null
  at: Date
}

/** What somebody else saved meanwhile, to look at both. */
export class BotSettingsChangedMeanwhile extends Refusal {
  readonly __typename = 'BotSettingsChangedMeanwhile'
  readonly code = 'SETTINGS_CHANGED_MEANWHILE'
  readonly message = 'Somebody else changed the settings in the meantime.'
  readonly botId: string
  readonly byId: string | null
  readonly at: Date

  constructor({ id, byId, at }: Theirs) {
    super()
    this.botId = id
    this.byId = byId
    this.at = at
  }
}

export class FlowChangedMeanwhile extends Refusal {
  readonly __typename = 'FlowChangedMeanwhile'
  readonly code = 'FLOW_CHANGED_MEANWHILE'
  readonly message = 'Somebody else changed the flow in the meantime.'
  readonly flowId: string
  readonly byId: string | null
  readonly at: Date

  constructor({ id, byId, at }: Theirs) {
    super()
    this.flowId = id
    this.byId = byId
    this.at = at
  }
}

import { Refusal } from '../../../platform/refusal.ts'
import type { Finding } from '../bots/publishing-checks.ts'
import type { TestFailure } from './bot-version.store.ts'

export class BotHasErrors extends Refusal {
  readonly __typename = 'BotHasErrors'
  readonly code = 'BOT_HAS_ERRORS'
  readonly message = 'The linter found errors; nothing was published.'
  readonly findings: Finding[]

  constructor(findings: Finding[]) {
    super()
    this.findings = findings
  }
}

export class ReasonsMissing extends Refusal {
  readonly __typename = 'ReasonsMissing'
  readonly code = 'REASONS_MISSING'
  readonly message = 'The linter warns of something for which no reason was given.'
  readonly findings: Finding[]

  constructor(findings: Finding[]) {
    super()
    this.findings = findings
  }
}

export class BotTestsFailing extends Refusal {
  readonly __typename = 'BotTestsFailing'
  readonly code = 'BOT_TESTS_FAILING'
  readonly message = 'Tests fail, and no reason was given to publish all the same.'
  readonly tests: TestFailure[]

  constructor(tests: TestFailure[]) {
    super()
    this.tests = tests
  }
}

export class BotIsNotLive extends Refusal {
  readonly __typename = 'BotIsNotLive'
  readonly code = 'BOT_IS_NOT_LIVE'
  readonly message = 'The bot is not LIVE: move it there, and its newest version serves.'
}

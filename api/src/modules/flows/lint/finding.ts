/** What is wrong, and how badly: errors stop a version from going live, warnings ask for a reason. */
export const severities = {
  // How steps hang together.
  NO_START: 'ERROR', DUPLICATE_STEP: 'ERROR', DUPLICATE_FLOW: 'ERROR', UNKNOWN_EXIT: 'ERROR', UNKNOWN_STEP: 'ERROR', DEAD_END: 'ERROR',
  UNREACHABLE_STEP: 'WARNING', LOOP_WITHOUT_INPUT: 'ERROR',
  // What is said.
  EMPTY_TEXT: 'ERROR', MISSING_TRANSLATION: 'WARNING', BAD_TEXT: 'ERROR', UNKNOWN_FILTER: 'ERROR', UNKNOWN_NAME: 'ERROR',
  // Variables.
  NAME_TAKEN: 'ERROR', DUPLICATE_VARIABLE: 'ERROR', NOT_DECLARED: 'ERROR', NEVER_SET: 'ERROR', MAYBE_NOT_SET: 'WARNING',
  // What is asked of others.
  UNKNOWN_CONNECTOR: 'ERROR', UNKNOWN_OPERATION: 'ERROR', MISSING_INPUT: 'ERROR', UNKNOWN_INPUT: 'WARNING', NO_FAILURE_BRANCH: 'ERROR', UNKNOWN_TABLE: 'ERROR',
  // Flows among each other.
  UNKNOWN_FLOW: 'ERROR', JUMP_TO_NOWHERE: 'ERROR', MISSING_PARAMETER: 'ERROR', UNKNOWN_PARAMETER: 'WARNING', UNKNOWN_RESULT: 'ERROR', FLOW_LOOP_WITHOUT_INPUT: 'ERROR', FLOW_WITHIN_ITSELF: 'WARNING',
  UNREACHABLE_FLOW: 'WARNING', NOTHING_BEGINS: 'ERROR', NO_HAND_OFF: 'WARNING',
  // Triggers.
  DUPLICATE_TRIGGER: 'WARNING', KEYWORD_IS_GLOBAL_WORD: 'WARNING', UNKNOWN_INTENT: 'WARNING', EMPTY_KEYWORDS: 'ERROR',
  // Channels.
  TOO_MANY_OPTIONS: 'WARNING', TITLE_TOO_LONG: 'WARNING', TEXT_TOO_LONG: 'WARNING', MEDIA_NOT_SHOWN: 'WARNING', CARD_AS_TEXT: 'WARNING', LOCATION_AS_TEXT: 'WARNING',
  // Tests.
  TEST_UNKNOWN_FLOW: 'WARNING', TEST_UNKNOWN_STEP: 'WARNING', TEST_UNKNOWN_OPERATION: 'WARNING', TEST_UNKNOWN_INTENT: 'WARNING',
} as const satisfies Record<string, 'ERROR' | 'WARNING'>

export type FindingCode = keyof typeof severities

export interface Finding {
  code: FindingCode
  severity: 'ERROR' | 'WARNING'
  /** Null where it concerns the bot as a whole. */
  flow: string | null
  step: string | null
  /** Where in the step, or else in the flow, the settings or the tests: `options.0.title`. */
  field: string | null
  /** What the words for the code name. */
  detail: Record<string, string>
}

export type Place = Partial<Pick<Finding, 'flow' | 'step' | 'field' | 'detail'>>

export type Report = (code: FindingCode, place?: Place) => void

export class Findings {
  readonly all: Finding[] = []
  readonly report: Report = (code, { flow = null, step = null, field = null, detail = {} } = {}) => {
    this.all.push({ code, severity: severities[code], flow, step, field, detail })
  }
}

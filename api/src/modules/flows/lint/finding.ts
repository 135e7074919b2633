import type { Finding } from '../bots/publishing-checks.ts'

interface Kind {
  severity: Finding['severity']
  /** English, for developers; screens have words of their own for each code. Facts stand in braces. */
  says: string
}

const error = (says: string): Kind => ({ severity: 'ERROR', says })
const warning = (says: string): Kind => ({ severity: 'WARNING', says })

/** What is wrong, and how badly: errors stop a version from going live, warnings ask for a reason. */
export const findingKinds = {
  // How steps hang together.
  NO_START: error('There is no step “{name}” to begin with.'),
  DUPLICATE_STEP: error('Another step has this id already.'),
  DUPLICATE_FLOW: error('Another flow has this key already.'),
  UNKNOWN_EXIT: error('The step has no exit “{exit}”.'),
  UNKNOWN_STEP: error('There is no step “{name}” in this flow.'),
  DEAD_END: error('The exit “{exit}” leads nowhere.'),
  NO_FAILURE_BRANCH: error('Nothing is said of what happens where the call fails.'),
  UNREACHABLE_STEP: warning('Nothing leads to this step.'),
  LOOP_WITHOUT_INPUT: error('The steps {steps} lead to each other without anybody being asked in between.'),
  // What is said.
  EMPTY_TEXT: error('Nothing is written here.'),
  MISSING_TRANSLATION: warning('It is not written in {language}.'),
  BAD_TEXT: error('The text cannot be read at {line}:{column}: {problem}.'),
  UNKNOWN_FILTER: error('There is no filter “{name}”.'),
  UNKNOWN_NAME: error('There is nothing called “{name}”.'),
  // Variables.
  NAME_TAKEN: error('The name “{name}” is one of the fixed ones.'),
  DUPLICATE_VARIABLE: error('The variable “{name}” is declared twice.'),
  NOT_DECLARED: error('The variable “{name}” is given a value and is declared nowhere.'),
  NEVER_SET: error('The variable “{name}” is read and set nowhere.'),
  MAYBE_NOT_SET: warning('“{name}” is not set on every path that leads here.'),
  PROOF_KEPT: warning('“{name}” stays true when the proof is too old: let the step that verifies save it.'),
  // What is asked of others.
  UNKNOWN_CONNECTOR: error('There is no connector “{connector}”.'),
  UNKNOWN_OPERATION: error('The connector “{connector}” has no operation “{operation}”.'),
  MISSING_INPUT: error('The operation “{operation}” needs “{name}”.'),
  UNKNOWN_INPUT: warning('The operation “{operation}” takes no “{name}”.'),
  UNKNOWN_TABLE: error('There is no table “{name}”.'),
  UNKNOWN_REQUEST_TYPE: warning('There is no type of request “{name}”: a plain request is opened.'),
  UNKNOWN_ENTITY: error('ELENA knows no entity “{name}”: no answer would ever be taken.'),
  SURVEY_DIFFERS: warning('The question “{question}” of the survey “{name}” is of another kind in the flow “{first}”: their answers do not add up.'),
  UNKNOWN_SERVICE: error('There is no service “{name}” that can be booked.'),
  UNKNOWN_RESOURCE: error('There is nobody and no room called “{name}” to book.'),
  NOT_DONE_BY: error('“{resource}” does not do the service “{service}”.'),
  NO_PAYMENTS: warning('Nobody was said to make the links to pay by.'),
  PAYMENTS_BROKEN: error('Links to pay by are to be made by “{operation}” of “{connector}”, which is not there.'),
  NO_CODE_CHANNEL: warning('No channel of the company’s is live that carries codes: {channels}.'),
  NOBODY_DOES: warning('The service “{name}” can be booked with nobody.'),
  // Flows among each other.
  UNKNOWN_FLOW: error('There is no flow “{name}”.'),
  JUMP_TO_NOWHERE: error('It is not said where to go on.'),
  MISSING_PARAMETER: error('The flow “{target}” needs “{name}”.'),
  UNKNOWN_PARAMETER: warning('The flow “{target}” takes no “{name}”.'),
  UNKNOWN_RESULT: error('The flow “{target}” gives no “{name}” back.'),
  FLOW_LOOP_WITHOUT_INPUT: error('The flows {flows} begin each other without anybody being asked in between.'),
  FLOW_WITHIN_ITSELF: warning('The flows {flows} are parts of each other: each round goes a flow deeper.'),
  UNREACHABLE_FLOW: warning('Nothing begins this flow.'),
  NOTHING_BEGINS: error('Nothing begins any flow of this bot.'),
  NO_HAND_OFF: warning('No flow hands over to a person.'),
  // Triggers.
  DUPLICATE_TRIGGER: warning('The flow “{first}” takes “{name}” before this one can.'),
  KEYWORD_IS_GLOBAL_WORD: warning('Said alone, “{name}” means “{word}” everywhere and does not begin this flow.'),
  UNKNOWN_INTENT: warning('ELENA knows no intent “{name}”.'),
  UNKNOWN_LINK: warning('No link to a channel is called “{name}”.'),
  AMBIGUOUS_LINK: warning('{count} links are called “{name}”: each of them begins this flow.'),
  EMPTY_KEYWORDS: error('It has no words that could begin it.'),
  BUTTON_LEADS_NOWHERE: warning('No trigger waits for the button “{name}”.'),
  // What is shown.
  NOTHING_CHOSEN: error('No file was chosen, and no address written.'),
  MISSING_FILE: error('The file “{name}” is not here: it has to be uploaded anew.'),
  WRONG_FILE_TYPE: error('“{name}” is a file of the type {mediaType}, and none that can be shown so.'),
  BAD_ADDRESS: error('“{address}” is no https address.'),
  // Channels.
  TOO_MANY_OPTIONS: warning('{count} options are more than the {most} that {channels} can show.'),
  TITLE_TOO_LONG: warning('{length} characters are more than the {most} that {channels} can show.'),
  TEXT_TOO_LONG: warning('{length} characters are more than the {most} that {channels} can show.'),
  MEDIA_NOT_SHOWN: warning('It cannot be shown on {channels}.'),
  FILE_TOO_LARGE: warning('The file has {length} kB, and {channels} take no more than {most}.'),
  CARD_AS_TEXT: warning('It is a plain text on {channels}.'),
  LOCATION_AS_TEXT: warning('It is a plain text on {channels}.'),
  // Tests.
  TEST_UNKNOWN_FLOW: warning('The test “{test}” names the flow “{name}”, which is not there.'),
  TEST_UNKNOWN_STEP: warning('The test “{test}” names the step “{name}” of “{target}”, which is not there.'),
  TEST_UNKNOWN_OPERATION: warning('The test “{test}” names “{operation}” of “{connector}”, which is not there.'),
  TEST_UNKNOWN_INTENT: warning('The test “{test}” names the intent “{name}”, which ELENA does not know.'),
} as const satisfies Record<string, Kind>

export type FindingCode = keyof typeof findingKinds

export type Fact = string | number | readonly string[]

/** Where in a bot something is, and what the words for it name. */
export interface Place {
  flow?: string
  step?: string
  field?: string
  facts?: Record<string, Fact>
}

export type Report = (code: FindingCode, place?: Place) => void

/** Says of everything where it is, as far as it does not say so itself. */
export const within = (report: Report, { facts, ...place }: Place): Report =>
  (code, more) => report(code, { ...place, ...more, facts: { ...facts, ...more?.facts } })

export class Findings {
  readonly all: Finding[] = []
  readonly report: Report = (code, { flow, step, field, facts = {} } = {}) => {
    const { severity, says } = findingKinds[code]
    this.all.push({ code, severity, flow: flow ?? null, step: step ?? null, field: field ?? null, message: filled(says, facts), facts })
  }
}

const filled = (says: string, facts: Record<string, Fact>) =>
  says.replace(/\{(\w+)\}/g, (_, name: string) => [facts[name] ?? ''].flat().join(', '))

/** What is behind a code, as far as an agent can understand it and do something about it. */
export type FailureCause =
  | 'UNREACHABLE' | 'WINDOW_CLOSED' | 'LIMITED' | 'OPTED_OUT' | 'SERVICE_HELD' | 'MAILBOX' | 'MAILBOX_FOR_NOW' | 'TEMPLATE' | 'CONTENT' | 'TOO_LARGE' | 'BUSY' | 'ACCOUNT' | 'other'

const CODES: Record<Exclude<FailureCause, 'other' | 'MAILBOX_FOR_NOW'>, string[]> = {
  UNREACHABLE: ['UNREACHABLE', '131026', '551', '130403', '131021', '21211', '21614', '30003', '30005', '30006'],
  WINDOW_CLOSED: ['WINDOW_CLOSED', '131047', '470', '10'],
  LIMITED: ['131049', '130472', '131048', '131064'],
  OPTED_OUT: ['OPTED_OUT', '131050', '21610', '30004'],
  SERVICE_HELD: ['SERVICE_HELD'],
  MAILBOX: ['550', '553'],
  TEMPLATE: ['TEMPLATE', '132000', '132001', '132005', '132007', '132012', '132015', '132016'],
  CONTENT: ['CONTENT', '131009', '131051', '131053', '131052', '21617', '21602'],
  TOO_LARGE: ['TOO_LARGE', '552'],
  BUSY: ['131056', '130429', '131016', '80007', '4', '429', 'TIMEOUT', 'NO_ANSWER', 'ANSWER_LOST'],
  ACCOUNT: ['131031', '131042', '190', '368', '401', 'AUTH'],
}
const CAUSES = new Map(Object.entries(CODES).flatMap(([cause, codes]) => codes.map(code => [code, cause as FailureCause])))

/** What mail servers tell of a mail that came back (RFC 3463): for good, or for now. The first that fits. */
const MAIL: [RegExp, FailureCause][] = [
  [/^[45]\.(?:2\.3|3\.4)$/, 'TOO_LARGE'], [/^5\.6\./, 'CONTENT'], [/^(?:4\.|5\.(?:2\.2$|4\.))/, 'MAILBOX_FOR_NOW'], [/^5\./, 'MAILBOX'],
]

export const causeOf = (code = ''): FailureCause => CAUSES.get(code) ?? MAIL.find(([codes]) => /^\d\.\d{1,3}\.\d{1,3}$/.test(code) && codes.test(code))?.[1] ?? 'other'

/** Why something does not work, as the contract tells it. */
export interface Problem { code: string; message: string }

/** What is behind a provider's code, as far as somebody can do something about it. */
export type ProblemCause =
  | 'token' | 'permission' | 'settings' | 'blocked' | 'payment' | 'number' | 'phone' | 'rate' | 'host' | 'tls' | 'folder' | 'timeout' | 'unsubscribed' | 'provider' | 'window' | 'template' | 'other'

const CODES: Partial<Record<ProblemCause, string[]>> = {
  token: ['AUTH', 'UNAUTHORIZED', '190', '102', '463', '467', '401', '20003', '535'],
  permission: ['PERMISSION', 'FORBIDDEN', '0', '3', '10', '131005', '403', '230'],
  settings: ['NOT_FOUND', 'SETTINGS', '100', '33', '404', '400', '20404', '21211', '21606', '21659', '21660'],
  blocked: ['BLOCKED', '368', '131031', '130497', '30004'],
  payment: ['PAYMENT', '131042'],
  number: ['NUMBER_STATUS', '133010', '133006', '133005'],
  phone: ['PHONE_DIFFERS'],
  unsubscribed: ['UNSUBSCRIBED'],
  rate: ['RATE', 'RATE_LIMITED', '4', '613', '80007', '130429', '131056', '429', '20429'],
  host: ['HOST', 'NETWORK', 'UNREACHABLE', 'CONNECTION', 'ENOTFOUND', 'ECONNREFUSED'],
  tls: ['TLS', 'CERTIFICATE'],
  folder: ['FOLDER', 'MAILBOX'],
  timeout: ['TIMEOUT', 'NO_ANSWER', 'SILENT', 'ETIMEDOUT'],
  provider: ['PROVIDER', 'UNAVAILABLE', '1', '2', '131000', '131016', '131057', '133004', '500', '502', '503'],
  window: ['131047', '470'],
  template: ['132000', '132001', '132005', '132007', '132012', '132015', '132016', '132018', '132068', '132069', '2388023', '2388024', '2388040'],
}
const CAUSES = new Map(Object.entries(CODES).flatMap(([cause, codes]) => codes.map(code => [code, cause as ProblemCause])))

const GRAPH_PERMISSIONS = /^2\d\d$/

export const causeOf = ({ code }: Pick<Problem, 'code'>): ProblemCause =>
  CAUSES.get(code) ?? (GRAPH_PERMISSIONS.test(code) ? 'permission' : 'other')

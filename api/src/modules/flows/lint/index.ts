export type { KnownConnector, World } from './bot-map.ts'
export { type Finding, type FindingCode, severities } from './finding.ts'
export { lint } from './lint.ts'

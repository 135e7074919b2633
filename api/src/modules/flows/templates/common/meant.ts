import type { Condition } from '@botpro/graphql/flows'
import { is } from '../build/index.ts'

/** ELENA understood this of her last message, whatever it was that began the flow. */
export const meant = (intent: string): Condition => is('message.intent', 'EQUALS', intent)

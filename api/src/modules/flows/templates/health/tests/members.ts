import type { TestLine } from '@botpro/graphql/flows'
import { tape, writes } from '../../build/index.ts'

/** Records the sample clinic. */
export const clinic = tape('health')

/** Members of the sample clinic, as they are typed and as they are kept. */
export const member = { typed: '001-0000018-1', cedula: '00100000181', card: '0018' }
export const suspended = { typed: '001-0000006-6', cedula: '00100000066', card: '0006' }
export const upToDate = { typed: '001-0000019-9', cedula: '00100000199', card: '0019' }
export const oneBill = { typed: '001-0000008-2', cedula: '00100000082', card: '0008' }
export const stranger = { typed: '001-0000404-3', cedula: '00100004043' }
export const outOfOrder = { typed: '001-0000503-2', cedula: '00100005032' }
export const slow = { typed: '001-0000504-0', cedula: '00100005040' }

export const found = ({ cedula }: { cedula: string }, language = 'ES') => clinic('find_member', { document: cedula, language })

/** She gives her cédula and the last digits of her card. */
export const identifiesHerself = ({ typed, card }: typeof member): TestLine[] => [writes(typed), writes(card)]

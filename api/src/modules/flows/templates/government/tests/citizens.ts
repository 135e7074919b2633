import type { TestLine } from '@botpro/graphql/flows'
import { tape, writes } from '../../build/index.ts'

/** Records the sample institution. */
export const institution = tape('government')

/** Taxpayers of the sample institution, as they are typed and as they are kept. */
export const citizen = { typed: '001-0000018-1', holder: '00100000181', phone: '0018' }
export const oneLicence = { typed: '001-0000008-2', holder: '00100000082', phone: '0008' }
export const oneDue = { typed: '001-0000003-3', holder: '00100000033', phone: '0003' }
export const upToDate = { typed: '001-0000019-9', holder: '00100000199', phone: '0019' }
export const stranger = { typed: '001-0000404-3', holder: '00100004043' }
export const outOfOrder = { typed: '001-0000503-2', holder: '00100005032' }

export const found = ({ holder }: { holder: string }) => institution('find_citizen', { document: holder })

/** She gives her document and the last digits of her phone. */
export const identifiesHerself = ({ typed, phone }: typeof citizen): TestLine[] => [writes(typed), writes(phone)]

export const posted = { connector: 'government', operation: 'post_payment', answer: { data: { receipt: 'RCB-400200' } } }
export const down = (operation: string) => ({ connector: 'government', operation, answer: { error: { code: 'FAILED', status: 503 } } })

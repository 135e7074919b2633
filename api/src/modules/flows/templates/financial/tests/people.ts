import type { FlowTest, TestLine } from '@botpro/graphql/flows'
import { tape, taps, writes } from '../../build/index.ts'

export const bank = tape('bank')

/** Cédulas of the sample bank, as they are typed and as they are kept. */
export const oneAccount = { typed: '001-0000018-1', cedula: '00100000181', ending: '0181' }
export const twoLoans = { typed: '001-0000034-8', cedula: '00100000348', ending: '0348' }
export const withoutLoans = { typed: '001-0000000-9', cedula: '00100000009', ending: '0009' }
export const stranger = { typed: '001-0000404-3', cedula: '00100004043' }
export const outOfOrder = { typed: '001-0000503-2', cedula: '00100005032' }
export const slow = { typed: '001-0000504-0', cedula: '00100005040' }

type Person = typeof oneAccount

/** She says who she is and answers the two questions. */
export const identifiesHerself = ({ typed, ending }: Person): TestLine[] => [writes(typed), taps('questions'), writes('1985'), writes(ending)]

export const found = ({ cedula }: { cedula: string }): FlowTest['recordings'][number] => bank('find_customer', { cedula })

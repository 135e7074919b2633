import type { Json, Language } from '@botpro/graphql/flows'
import type { ReadUnit } from '../../../platform/unit.ts'
import type { RequestService } from '../../requests/index.ts'
import type { RequestResult } from '../engine/request.ts'

/** The table in which a flow finds what the contact has asked the company for, by `number`. */
export const REQUESTS = 'requests'

interface Asked {
  where: Record<string, Json>
  contactId: string
  language: Language
}

/** Where a request of hers stands, in her words; those of others are not there. */
export async function lookUpRequest(requests: RequestService, unit: ReadUnit, { where, contactId, language }: Asked): Promise<RequestResult> {
  const number = typeof where.number === 'string' ? where.number : ''
  const row = number ? await requests.find(unit, { number, contactId }) : undefined
  if (!row) return { ok: true, data: null }
  const { key, name, isFinal } = await requests.stateOf(unit, row)
  const [own, other] = language === 'EN' ? [name.en, name.es] : [name.es, name.en]
  return {
    ok: true,
    data: { number: row.number, title: row.title, type: row.typeKey, state: own ?? other ?? key, stateKey: key, isFinal, openedAt: row.openedAt.toISOString() },
  }
}

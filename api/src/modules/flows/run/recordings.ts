import type { FlowTest, Json, Recording } from '@botpro/graphql/flows'
import type { Sealer } from '../../../platform/crypto.ts'
import { newId } from '../../../platform/ids.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { Heard } from '../engine/input.ts'
import type { InsideRequest, OutsideRequest, RequestResult } from '../engine/request.ts'
import { askedOf } from '../testing/recorded-answers.ts'

/** What a conversation is played again with. */
export type Remembered =
  | { kind: 'ANSWERED' } & Pick<Recording, 'connector' | 'operation' | 'answer'>
  | { kind: 'HEARD'; messageId?: string | null; intent: string | null; entities: Record<string, Json>; answer: string | null; hoursOpen: boolean; contact: FlowTest['contact'] | null }

/** Longer answers are not kept. */
const MOST_CHARACTERS = 64_000

/** What was asked is left out, with whatever of hers was put into it; what was answered may name her. */
export function answeredOf(request: InsideRequest | OutsideRequest, result: RequestResult): Remembered[] {
  if (request.kind === 'CHECK_KNOWN' || (request.kind === 'SEND_CODE' && result.ok)) return []
  const { connector, operation } = askedOf(request)
  const { code, status } = { code: '', status: undefined, ...result }
  return [{ kind: 'ANSWERED', connector, operation, answer: result.ok ? { data: result.data } : { error: { code: code.slice(0, 60), ...status !== undefined && { status } } } }]
}

interface HearingFacts {
  isFirst: boolean
  hours: { open: boolean }
  contact: { name: string | null; phone: string | null; email: string | null; attributes: Record<string, Json> }
}

/** Her words themselves stay in the message. Of those of which nothing was made there is nothing to keep, save that they were the first. */
export function heardAs({ intent, entities, aside }: Heard, { isFirst, hours, contact }: HearingFacts): Remembered[] {
  if (!isFirst && !intent && aside === null && Object.keys(entities).length === 0) return []
  const { name, phone, email, attributes } = contact
  const known = { ...name && { name }, ...phone && { phone }, ...email && { email }, ...Object.keys(attributes).length > 0 && { attributes } }
  return [{ kind: 'HEARD', intent: intent?.name ?? null, entities, answer: aside, hoursOpen: hours.open, contact: isFirst ? known : null }]
}

const KEEP = `
  insert into flow_recording (tenant_id, id, conversation_id, sealed, at, message_id)
  select $1, id, $2, sealed, $3, "messageId" from jsonb_to_recordset($4) as one (id uuid, sealed text, "messageId" uuid)`
const OF = 'select id, sealed, message_id as "messageId" from flow_recording where tenant_id = $1 and conversation_id = $2 order by at, id limit 1000'

const FORGET = 'delete from flow_recording where tenant_id = $1 and message_id = $2'

/** What was made of a message that she took back. */
export async function forgetHeard(unit: Unit, messageId: string): Promise<void> {
  await unit.sql('flow-recordings-forget', FORGET, [unit.tenantId, messageId])
}

interface Row {
  id: string
  sealed: string
  messageId: string | null
}

/** Keeps it unreadable at rest. */
export class Recordings {
  readonly #sealer: Sealer

  constructor(sealer: Sealer) {
    this.#sealer = sealer
  }

  async keep(unit: Unit, { conversationId, messageId = null }: { conversationId: string; messageId?: string | null }, remembered: readonly Remembered[]): Promise<void> {
    const rows = remembered.map(one => ({ text: JSON.stringify(one), messageId: one.kind === 'HEARD' ? messageId : null })).filter(({ text }) => text.length <= MOST_CHARACTERS)
      .map(({ text, messageId }): Row => this.#sealed(newId(unit.now), text, messageId))
    if (rows.length === 0) return
    await unit.sql('flow-recordings', KEEP, [unit.tenantId, conversationId, unit.now, JSON.stringify(rows)])
  }

  /** In the order in which they came. */
  async of(unit: ReadUnit, conversationId: string): Promise<Remembered[]> {
    const rows = await unit.sql<Row>('flow-recordings-of', OF, [unit.tenantId, conversationId])
    return rows.flatMap(row => this.#opened(row))
  }

  /** What was sealed with a key that is no longer there is as good as forgotten. */
  #opened({ id, sealed, messageId }: Row): Remembered[] {
    try {
      const one = JSON.parse(this.#sealer.open(sealed, contextOf(id))) as Remembered
      return [one.kind === 'HEARD' ? { ...one, messageId } : one]
    } catch {
      return []
    }
  }

  #sealed(id: string, text: string, messageId: string | null): Row {
    return { id, sealed: this.#sealer.seal(text, contextOf(id)), messageId }
  }
}

const contextOf = (id: string) => `flow-recording:${id}`

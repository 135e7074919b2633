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
  | { kind: 'HEARD'; text: string; intent: string | null; entities: Record<string, Json>; answer: string | null; hoursOpen: boolean; contact: FlowTest['contact'] | null }

/** Longer answers are not kept. */
const MOST_CHARACTERS = 64_000

/** What was asked is left out, and with it every code that was typed. */
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

/** Of words of which nothing was made there is nothing to keep, save that they were the first. */
export function heardAs({ text, intent, entities, aside }: Heard, { isFirst, hours, contact }: HearingFacts): Remembered[] {
  if (!isFirst && !intent && aside === null && Object.keys(entities).length === 0) return []
  const { name, phone, email, attributes } = contact
  const known = { ...name && { name }, ...phone && { phone }, ...email && { email }, ...Object.keys(attributes).length > 0 && { attributes } }
  return [{ kind: 'HEARD', text, intent: intent?.name ?? null, entities, answer: aside, hoursOpen: hours.open, contact: isFirst ? known : null }]
}

const KEEP = `
  insert into flow_recording (tenant_id, id, conversation_id, sealed, at)
  select $1, id, $2, sealed, $3 from jsonb_to_recordset($4) as one (id uuid, sealed text)`
const OF = 'select id, sealed from flow_recording where tenant_id = $1 and conversation_id = $2 order by at, id limit 1000'

/** Keeps it unreadable at rest. */
export class Recordings {
  readonly #sealer: Sealer

  constructor(sealer: Sealer) {
    this.#sealer = sealer
  }

  async keep(unit: Unit, conversationId: string, remembered: readonly Remembered[]): Promise<void> {
    const texts = remembered.map(one => JSON.stringify(one)).filter(text => text.length <= MOST_CHARACTERS)
    if (texts.length === 0) return
    const rows = texts.map(text => this.#sealed(newId(unit.now), text))
    await unit.sql('flow-recordings', KEEP, [unit.tenantId, conversationId, unit.now, JSON.stringify(rows)])
  }

  /** In the order in which they came. */
  async of(unit: ReadUnit, conversationId: string): Promise<Remembered[]> {
    const rows = await unit.sql<{ id: string; sealed: string }>('flow-recordings-of', OF, [unit.tenantId, conversationId])
    return rows.flatMap(row => this.#opened(row))
  }

  /** What was sealed with a key that is no longer there is as good as forgotten. */
  #opened({ id, sealed }: { id: string; sealed: string }): Remembered[] {
    try {
      return [JSON.parse(this.#sealer.open(sealed, contextOf(id))) as Remembered]
    } catch {
      return []
    }
  }

  #sealed(id: string, text: string) {
    return { id, sealed: this.#sealer.seal(text, contextOf(id)) }
  }
}

const contextOf = (id: string) => `flow-recording:${id}`

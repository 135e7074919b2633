import { Readable } from 'node:stream'
import { systemActor } from '../../../platform/actor.ts'
import type { Day } from '../../../platform/day.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { newId } from '../../../platform/ids.ts'
import type { Language } from '../../../platform/language.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { Units } from '../../../platform/units.ts'
import type { PaperDocument } from './document.ts'
import type { LetterKind } from './letter-kind.ts'
import { paperPdf } from './pdf.ts'

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'letters.finish': { tenantId: string; letterId: string }
  }
}

export interface NewLetter {
  tenantId: string
  kind: LetterKind
  /** What it is written for: an invoice, a contract, one decision. Of each there is one letter of a kind on a day. */
  occasionId: string
  contractId?: string | null
  sellerId: string | null
  day: Day
  document: PaperDocument
  recipients: readonly string[]
  mail: { subject: string; text: string }
  /** Of the file, without its ending. */
  fileName: string
}

interface LetterContent { document: PaperDocument; mail: NewLetter['mail']; fileName: string }

interface Unwritten extends LetterContent { recipients: string[]; language: Language }

const INSERT = `
  insert into letter (tenant_id, id, seller_id, kind, occasion_id, contract_id, day, language, title, content, recipients, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict on constraint letter_once do nothing returning id`
const KNOWN = 'select id from letter where tenant_id = $1 and kind = $2 and occasion_id = $3 and day = $4'
const UNWRITTEN = `select content->'document' as document, content->'mail' as mail, content->>'fileName' as "fileName", recipients, language from letter where tenant_id = $1 and id = $2 and written_at is null`
const WRITTEN = 'update letter set written_at = $3, storage_key = $4, size = $5, sha256 = $6 where tenant_id = $1 and id = $2 and written_at is null returning id'
const LEFT = 'select tenant_id as "tenantId", id from letter where written_at is null and created_at < $1 order by created_at limit 200'

/** Letters are written in the unit in which what they tell happens; drawn, kept and mailed after it, once each, whatever runs twice or dies half way. */
export class LetterBox {
  readonly #units: Pick<Units, 'platform' | 'readPlatform'>
  readonly #files: FileStore

  constructor({ units, files }: { units: Pick<Units, 'platform' | 'readPlatform'>; files: FileStore }) {
    this.#units = units
    this.#files = files
  }

  /** Its id; that of the one which was written before, where there is one. */
  async write(unit: Unit, letter: NewLetter): Promise<string> {
    const { tenantId, kind, occasionId, contractId = null, sellerId, day, document, recipients, mail, fileName } = letter
    const content: LetterContent = { document, mail, fileName }
    const id = newId(unit.now)
    const [inserted] = await unit.sql<{ id: string }>('letter-write', INSERT, [
      tenantId, id, sellerId, kind, occasionId, contractId, day, document.language, mail.subject, content, JSON.stringify([...new Set(recipients)]), unit.now,
    ])
    if (!inserted) return (await unit.sql<{ id: string }>('letter-known', KNOWN, [tenantId, kind, occasionId, day]))[0]!.id
    this.#finish(unit, { tenantId, letterId: id })
    return id
  }

  /** The job: outside of any unit the PDF is drawn; whoever keeps it first mails it. */
  async finish({ tenantId, letterId }: { tenantId: string; letterId: string }): Promise<void> {
    const letter = await this.#unwritten(tenantId, letterId)
    if (!letter) return
    const key = `${tenantId}/letter-${letterId}`
    const { size, sha256 } = await this.#files.put(key, Readable.from(await paperPdf(letter.document)))
    await this.#units.platform({ tenantId, actor: systemActor(tenantId) }, async unit => {
      const isFirst = (await unit.sql('letter-written', WRITTEN, [tenantId, letterId, unit.now, key, size, sha256])).length > 0
      const attachments = [{ filename: `${letter.fileName}.pdf`, key, contentType: 'application/pdf' }]
      if (isFirst) for (const to of letter.recipients) unit.enqueue('mail.send', { to, ...letter.mail, attachments })
    })
  }

  /** Those whose job was lost are taken up again. */
  async takeUp(unit: Unit): Promise<void> {
    const before = new Date(unit.now.getTime() - 3_600_000)
    for (const { tenantId, id } of await unit.sql<{ tenantId: string; id: string }>('letters-left', LEFT, [before])) this.#finish(unit, { tenantId, letterId: id })
  }

  #finish(unit: Unit, letter: { tenantId: string; letterId: string }): void {
    unit.enqueue('letters.finish', letter, { jobKey: `letters.finish:${letter.letterId}`, maxAttempts: 12 })
  }

  async #unwritten(tenantId: string, letterId: string): Promise<Unwritten | undefined> {
    await using unit = this.#units.readPlatform({ actor: systemActor() })
    return (await unit.sql<Unwritten>('letter-unwritten', UNWRITTEN, [tenantId, letterId]))[0]
  }
}

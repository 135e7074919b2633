import type { Sealer } from '../../../platform/crypto.ts'
import { newId } from '../../../platform/ids.ts'
import type { Language } from '../../../platform/language.ts'
import type { Unit } from '../../../platform/unit.ts'
import { phoneNumber } from '../../contacts/index.ts'
import { CODE_GAP } from './code-gap.ts'
import { capabilitiesAt } from '../provider/channel-facts.ts'
import type { Lines } from '../provider/lines.ts'
import { sendingDecision } from '../outbound/sending-decision.ts'
import { codeLines, codeTemplate, knownNumber, queueCode, type CodeLine, type KnownNumber } from './code.store.ts'

/** A code by which somebody shows that a number is hers. */
export interface CodeMessage {
  via: 'SMS' | 'WHATSAPP'
  to: string
  code: string
  /** After it nobody needs the code any more, and it is not sent either. */
  until: Date
  language: Language
  /** Where it was asked for: its own line is taken first. */
  conversationId: string
  words(code: string): string
}

export const codeContext = (messageId: string): string => `code:${messageId}`

/** Sends codes by the tenant's own lines, through the outbox. They stand in no conversation, and are read by nobody on the way. */
export class CodeOutbox {
  readonly #lines: () => Lines
  readonly #sealer: Sealer

  constructor({ lines, sealer }: { lines: () => Lines; sealer: Sealer }) {
    this.#lines = lines
    this.#sealer = sealer
  }

  /** In the caller's unit: it leaves after the commit. False where no line of the tenant's takes it there. */
  async send(unit: Unit, message: CodeMessage): Promise<boolean> {
    const address = phoneNumber(message.to)
    if (!address) return false
    for (const line of await codeLines(unit, message)) {
      const known = await knownNumber(unit, { channelAccountId: line.id, address })
      const words = await this.#wordsFor(unit, line, { message, known })
      if (!words) continue
      const messageId = newId(unit.now)
      await queueCode(unit, {
        messageId, channelAccountId: line.id, known: known?.identityId ?? null, address, until: message.until, ...words,
        sealed: this.#sealer.seal(message.code, codeContext(messageId)),
      })
      return true
    }
    return false
  }

  /** An approved template where the channel has them, else plain words where it takes those now; null where it takes neither. */
  async #wordsFor(unit: Unit, { id, kind }: CodeLine, { message, known }: { message: CodeMessage; known: KnownNumber | undefined }) {
    const capabilities = capabilitiesAt(this.#lines(), kind, unit.now)
    const { mayWrite, isForPeopleOnly, mayUseTemplate } = sendingDecision({
      now: unit.now, state: 'LIVE', capabilities, lastHeardAt: known?.lastHeardAt ?? null, isAvailable: known?.isAvailable ?? true,
    })
    const template = mayUseTemplate ? await codeTemplate(unit, id, message.language) : null
    if (template) return { text: '', content: template }
    return mayWrite && !isForPeopleOnly ? { text: message.words(CODE_GAP), content: null } : null
  }
}

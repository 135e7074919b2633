import { addDays, addMonths, isDay, type Day } from '../../../platform/day.ts'
import { Forbidden, NotFound } from '../../../platform/errors.ts'
import { InvalidInput, type Refusal } from '../../../platform/refusal.ts'
import { auditAt } from '../../../platform/tenant-audit.ts'
import type { Unit } from '../../../platform/unit.ts'
import { fileExists } from '../files/contract-file.store.ts'
import type { ContractLetters } from '../letters/contract-letters.ts'
import { renewalSignedBy, renewalStart, type ContractVerb } from '../machine/contract-verbs.ts'
import { NOBODY, sellerByEmail } from '../quote/account-owner.ts'
import { noteProblem } from '../quote/quote.service.ts'
import type { ContractCalendar } from './contract-calendar.ts'
import type { ContractDesk } from './contract-desk.ts'
import { NotAsItStands, SignedTooLate } from './contract.errors.ts'
import { isSelling, mayDo, mayTakeLate } from './contract.policy.ts'
import type { ContractRow } from './contract.row.ts'
import { nextNumber } from './contract.store.ts'

export interface Signing {
  contractId: string
  signedBy: string
  signedTitle: string
  signedOn: Day
  startsOn?: Day | null
  contractFileId?: string | null
  acceptedLateBecause?: string | null
}

const MOST_NAME = 200

/** Signing, declining, and who answers for the customer. */
export class ContractService {
  readonly #calendar: ContractCalendar
  readonly #letters: ContractLetters

  constructor(calendar: ContractCalendar, letters: ContractLetters) {
    this.#calendar = calendar
    this.#letters = letters
  }

  async sign(unit: Unit, signing: Signing): Promise<string | Refusal> {
    const { desk, row } = await this.#with(unit, signing.contractId, 'SIGN')
    const refused = desk.refuses('SIGN', row) ?? await signingProblem(desk, row, signing)
    if (refused) return refused
    const start = this.#start(desk, row, signing)
    if (typeof start !== 'string') return start
    const { signedOn, acceptedLateBecause, contractFileId = null } = signing
    const signed = await desk.change(row, {
      phase: 'SIGNED', number: await nextNumber(unit, { sellerId: row.sellerId, kind: 'CONTRACT', day: desk.today }), signedOn, signedBy: signing.signedBy.trim(),
      signedTitle: signing.signedTitle.trim(), signedFileId: contractFileId, startsOn: start, acceptedLateBecause: acceptedLateBecause?.trim() || null,
    }, { kind: 'SIGNED', day: signedOn, reason: acceptedLateBecause?.trim() || null })
    await this.#letters.writeContract(desk, signed)
    return this.#done(desk, signed, 'contract.signed', { signedBy: signed.signedBy, signedOn, startsOn: start })
  }

  /** A renewal begins when the contract before it ends, whatever is wished. */
  #start(desk: ContractDesk, row: ContractRow, { signedOn, startsOn, acceptedLateBecause }: Signing): Day | Refusal {
    if (row.previousId === null) {
      const start = startsOn ?? signedOn
      const fits = isDay(start) && start >= signedOn && start <= addMonths(signedOn, 12)
      return fits ? start : new InvalidInput('startsOn', 'From the day of signing to a year after it.')
    }
    const previous = desk.row(row.previousId)
    const { startsOn: start, isLate } = renewalStart(desk.book, previous, signedOn)
    if (!isLate) return start
    if (!acceptedLateBecause?.trim()) return new SignedTooLate(renewalSignedBy(desk.book, previous)!)
    if (!mayTakeLate(desk.unit.actor)) throw new Forbidden('Only an operator may take a renewal that was signed too late.')
    return start
  }

  async decline(unit: Unit, { contractId, reason }: { contractId: string; reason: string }): Promise<string | Refusal> {
    const { desk, row } = await this.#with(unit, contractId, 'DECLINE_RENEWAL')
    const refused = desk.refuses('DECLINE_RENEWAL', row) ?? reasonProblem(reason, 2000)
    if (refused) return refused
    await desk.change(row, { declinedOn: desk.today }, { kind: 'DECLINED', reason: reason.trim() })
    return this.#done(desk, row, 'contract.declined', { reason: reason.trim() })
  }

  async undoDecline(unit: Unit, contractId: string): Promise<string | NotAsItStands> {
    const { desk, row } = await this.#with(unit, contractId, 'UNDO_DECLINE')
    const refused = desk.refuses('UNDO_DECLINE', row)
    if (refused) return refused
    await desk.change(row, { declinedOn: null, provisionalUntil: null }, { kind: 'DECLINE_UNDONE' })
    return this.#done(desk, row, 'contract.decline-undone')
  }

  async setAccountOwner(unit: Unit, { contractId, email }: { contractId: string; email?: string | null }): Promise<string | InvalidInput> {
    if (!isSelling(unit.actor)) throw new Forbidden()
    const { desk, row } = await this.#calendar.open(unit, contractId)
    const owner = email?.trim() ? await sellerByEmail(unit, email, row.sellerId) : NOBODY
    if (!owner) return new InvalidInput('email', 'Nobody who sells to this tenant has this address.')
    await desk.change(row, owner, { kind: 'OWNER_SET', detail: { name: owner.accountOwnerName } })
    return this.#done(desk, row, 'contract.owner-set', { name: owner.accountOwnerName })
  }

  async #with(unit: Unit, contractId: string, verb: ContractVerb) {
    if (!mayDo(unit.actor, verb)) throw new Forbidden()
    return this.#calendar.open(unit, contractId)
  }

  async #done(desk: ContractDesk, { id, tenantId }: ContractRow, action: string, detail: object = {}): Promise<string> {
    await auditAt(desk.unit, tenantId, { action, targetType: 'contract', targetId: id, detail: { number: desk.row(id).number, ...detail } })
    await this.#calendar.settle(desk)
    return id
  }
}

async function signingProblem(desk: ContractDesk, row: ContractRow, { signedBy, signedTitle, signedOn, contractFileId, acceptedLateBecause }: Signing): Promise<InvalidInput | undefined> {
  if (!isName(signedBy)) return new InvalidInput('signedBy', `1 to ${MOST_NAME} characters.`)
  if (!isName(signedTitle)) return new InvalidInput('signedTitle', `1 to ${MOST_NAME} characters.`)
  if (!isDay(signedOn) || signedOn > desk.today || signedOn < row.sentOn!) return new InvalidInput('signedOn', 'From the day on which the quote was sent to today.')
  if (signedOn >= row.validUntil!) return new InvalidInput('signedOn', `The quote could be signed until ${addDays(row.validUntil!, -1)}.`)
  if (contractFileId && !await fileExists(desk.unit, desk.tenant.id, contractFileId)) throw new NotFound('The file')
  return noteProblem(acceptedLateBecause, 'acceptedLateBecause')
}

export const isName = (text: string): boolean => text.trim().length >= 1 && text.trim().length <= MOST_NAME

export function reasonProblem(reason: string, most = 1000): InvalidInput | undefined {
  const { length } = reason.trim()
  if (length < 1 || length > most) return new InvalidInput('reason', `1 to ${most} characters.`)
}

import { addDays, localDay } from '../../../platform/day.ts'
import { Conflict, Forbidden } from '../../../platform/errors.ts'
import { newId } from '../../../platform/ids.ts'
import { ChangedMeanwhile, InvalidInput, Refusal } from '../../../platform/refusal.ts'
import { auditAt } from '../../../platform/tenant-audit.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { coversOn, termsOn, whoOf, type NewLine } from '../../plans/index.ts'
import { tenantMeant } from '../../tenancy/index.ts'
import { isQuote, isRunning } from '../machine/contract-facts.ts'
import type { ContractCalendar } from '../contract/contract-calendar.ts'
import { ContractDesk } from '../contract/contract-desk.ts'
import { ContractRunning } from '../contract/contract.errors.ts'
import { isSelling, mayDo } from '../contract/contract.policy.ts'
import type { ContractRow, SignedTerms } from '../contract/contract.row.ts'
import { addEvent, contractByKey, insertContract, keepLines, nextNumber } from '../contract/contract.store.ts'
import type { ContractLetters } from '../letters/contract-letters.ts'
import type { ContractParts } from '../parts.ts'
import { quotedLines, type QuotedLine } from './quote-lines.ts'
import { whoSells } from './account-owner.ts'

export interface NewQuote { idempotencyKey: string; tenantId: string; lines: NewLine[]; note?: string | null }

const MOST_NOTE = 2000
const MOST_RECIPIENTS = 5

/** Quotes, until they are signed. */
export class QuoteService {
  readonly #parts: Pick<ContractParts, 'catalogue' | 'subscriptions'>
  readonly #calendar: ContractCalendar
  readonly #letters: ContractLetters

  constructor(parts: Pick<ContractParts, 'catalogue' | 'subscriptions'>, { calendar, letters }: { calendar: ContractCalendar; letters: ContractLetters }) {
    this.#parts = parts
    this.#calendar = calendar
    this.#letters = letters
  }

  /** Nothing is written. */
  async preview(unit: ReadUnit, { tenantId, lines }: { tenantId: string; lines: NewLine[] }) {
    if (!isSelling(unit.actor)) throw new Forbidden()
    const tenant = await tenantMeant(unit, tenantId)
    const today = localDay(unit.now, tenant.timeZone)
    const quoted = await quotedLines(unit, this.#parts.catalogue, { tenant, lines, on: today })
    if (!Array.isArray(quoted)) return quoted
    const { taxName, taxPercent, termMonths, quoteValidDays } = await termsOn(unit, today)
    return { quoted, currency: tenant.currency, taxName, taxPercent, termMonths, validUntil: addDays(today, quoteValidDays) }
  }

  async quote(unit: Unit, { idempotencyKey, tenantId, lines, note }: NewQuote): Promise<string | Refusal> {
    if (!isSelling(unit.actor)) throw new Forbidden()
    const desk = await ContractDesk.open(unit, tenantId)
    await this.#calendar.settle(desk)
    const before = await contractByKey(unit, desk.tenant.id, idempotencyKey)
    if (before) return sameAs(before)
    const running = desk.rows.find(one => isRunning(one) || one.phase === 'SIGNED')
    if (running) return new ContractRunning(running.id)
    const quoted = await this.#checked(desk, lines, note)
    return quoted instanceof Refusal ? quoted : this.#keep(desk, { quoted, note, previousId: null, idempotencyKey })
  }

  async quoteRenewal(unit: Unit, { contractId, lines, note }: { contractId: string; lines?: NewLine[] | null; note?: string | null }): Promise<string | Refusal> {
    const { desk, row } = await this.#with(unit, contractId)
    const refused = desk.refuses('QUOTE_RENEWAL', row)
    if (refused) return refused
    const quoted = await this.#checked(desk, lines ?? await this.#present(desk), note)
    return quoted instanceof Refusal ? quoted : this.#keep(desk, { quoted, note, previousId: row.id, idempotencyKey: null })
  }

  async change(unit: Unit, { contractId, version, lines, note }: { contractId: string; version: number; lines: NewLine[]; note?: string | null }): Promise<string | Refusal> {
    const { desk, row } = await this.#with(unit, contractId)
    const refused = desk.refuses('CHANGE', row) ?? (row.version === version ? undefined : new ChangedMeanwhile())
    if (refused) return refused
    const quoted = await this.#checked(desk, lines, note)
    if (quoted instanceof Refusal) return quoted
    await keepLines(unit, row, quoted)
    await desk.change(row, { phase: 'QUOTED', validUntil: null, note: note?.trim() || null, currency: desk.tenant.currency, ...await termsNow(desk) }, { kind: 'CHANGED' })
    return this.#done(desk, row, 'quote.changed')
  }

  async send(unit: Unit, { contractId, recipients }: { contractId: string; recipients: string[] }): Promise<string | Refusal> {
    const { desk, row } = await this.#with(unit, contractId)
    const wrong = recipients.length > MOST_RECIPIENTS || !recipients.every(isAddress)
    const refused = desk.refuses('SEND', row) ?? (wrong ? new InvalidInput('recipients', `At most ${MOST_RECIPIENTS} addresses.`) : undefined)
    if (refused) return refused
    const sent = await desk.change(row, { phase: 'SENT', sentOn: desk.today, validUntil: addDays(desk.today, row.terms.quoteValidDays) }, { kind: 'SENT' })
    await this.#letters.writeQuote(desk, sent, recipients.map(one => one.trim()))
    return this.#done(desk, row, 'quote.sent')
  }

  async withdraw(unit: Unit, { contractId, reason }: { contractId: string; reason?: string | null }): Promise<string | Refusal> {
    const { desk, row } = await this.#with(unit, contractId)
    const refused = desk.refuses('WITHDRAW', row) ?? noteProblem(reason, 'reason')
    if (refused) return refused
    await desk.change(row, { phase: 'WITHDRAWN' }, { kind: 'WITHDRAWN', reason: reason?.trim() || null })
    return this.#done(desk, row, 'quote.withdrawn')
  }

  async #with(unit: Unit, contractId: string) {
    if (!mayDo(unit.actor, 'CHANGE')) throw new Forbidden()
    return this.#calendar.open(unit, contractId)
  }

  async #checked(desk: ContractDesk, lines: readonly NewLine[], note: string | null | undefined): Promise<QuotedLine[] | Refusal> {
    return noteProblem(note, 'note') ?? quotedLines(desk.unit, this.#parts.catalogue, { tenant: desk.tenant, lines, on: desk.today })
  }

  /** What the tenant has, by what the list says today; where it says nothing, as it was agreed. */
  async #present({ unit, tenant, today }: ContractDesk): Promise<NewLine[]> {
    const items = (await this.#parts.subscriptions.itemsOf(unit, tenant.id)).filter(item => coversOn(item, today))
    const offered = await this.#parts.catalogue.offer(unit, { tenantId: tenant.id, keys: items.map(({ productKey }) => productKey), on: today })
    return items.filter(({ productKind }) => productKind !== 'SERVICE').map(({ productKey, quantity, discountPercent, prices }) => {
      const listed = offered.find(({ key }) => key === productKey)?.prices ?? []
      const unlisted = listed.filter(({ charge, amount }) => amount === null && prices[charge] !== undefined)
      return { productKey, quantity, discountPercent, prices: unlisted.map(({ charge }) => ({ charge, amount: prices[charge]! })) }
    })
  }

  async #keep(desk: ContractDesk, { quoted, note, previousId, idempotencyKey }: { quoted: QuotedLine[]; note?: string | null; previousId: string | null; idempotencyKey: string | null }): Promise<string> {
    const { unit, tenant, today } = desk
    const row: ContractRow = {
      tenantId: tenant.id, id: newId(unit.now), sellerId: tenant.resellerId, previousId, phase: 'QUOTED', currency: tenant.currency, note: note?.trim() || null,
      quoteNumber: await nextNumber(unit, { sellerId: tenant.resellerId, kind: 'QUOTE', day: today }), number: null, ...await termsNow(desk),
      createdAt: unit.now, createdBy: whoOf(unit), ...EMPTY, ...await whoSells(unit),
    }
    await insertContract(unit, row, idempotencyKey)
    desk.add(row)
    await keepLines(unit, row, quoted)
    await addEvent(unit, row, { kind: 'QUOTED', day: today })
    return this.#done(desk, row, 'quote.made')
  }

  async #done(desk: ContractDesk, { id, tenantId, quoteNumber }: ContractRow, action: string): Promise<string> {
    await desk.plan()
    await auditAt(desk.unit, tenantId, { action, targetType: 'contract', targetId: id, detail: { number: quoteNumber } })
    return id
  }
}

const EMPTY = {
  sentOn: null, validUntil: null, signedOn: null, signedBy: null, signedTitle: null, signedFileId: null, startsOn: null, endsOn: null, term: 1, declinedOn: null, warnedDays: null, provisionalUntil: null,
  endedOn: null, acceptedLateBecause: null, dueOn: null, version: 1,
}

/** As they are today; from then on they are part of the offer. */
async function termsNow({ unit, today }: ContractDesk): Promise<{ terms: SignedTerms; taxName: string; taxPercent: string }> {
  const {
    termMonths, renewalWarningDays, renewalSignedMonthsBefore, provisionalDays, quoteValidDays, paymentTermDays, overdueInvoicesForSuspension, suspensionDays, taxName, taxPercent,
  } = await termsOn(unit, today)
  return { terms: { termMonths, renewalWarningDays, renewalSignedMonthsBefore, provisionalDays, quoteValidDays, paymentTermDays, overdueInvoicesForSuspension, suspensionDays }, taxName, taxPercent }
}

function sameAs(before: ContractRow): string {
  if (!isQuote(before)) throw new Conflict('This key was used for a quote that is no longer one.')
  return before.id
}

export function noteProblem(note: string | null | undefined, field: string, most = MOST_NOTE): InvalidInput | undefined {
  if ((note?.trim().length ?? 0) > most) return new InvalidInput(field, `At most ${most} characters.`)
}

const isAddress = (address: string) => /^[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}$/.test(address.trim())

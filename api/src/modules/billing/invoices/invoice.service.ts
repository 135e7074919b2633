import { Conflict, Forbidden } from '../../../platform/errors.ts'
import { localDay } from '../../../platform/day.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import type { Unit } from '../../../platform/unit.ts'
import { auditAt } from '../../../platform/tenant-audit.ts'
import { tenantMeant } from '../../tenancy/index.ts'
import { heldAccount, loadAccounts } from '../account/account.store.ts'
import type { Settlement } from '../account/settlement.ts'
import { keepAccount } from '../account/settlement.store.ts'
import { mayRunBilling } from '../billing.policy.ts'
import type { Account } from '../life/account.ts'
import { draftsOf } from '../life/drafting.ts'
import { advanceInvoices, issueNow } from '../life/life.ts'
import { insertDrafts } from '../run/draft.store.ts'
import { withUsage } from '../run/usage.ts'
import { creditNoteOf } from './credit-note.ts'
import { InvoiceNotAsItStands } from './invoice.errors.ts'
import { invoiceSeen, loadLines, type InvoiceRow } from './invoice.queries.ts'
import { creditedOf, creditKnown, dropDraft, holdDraft, insertCredit } from './invoice.store.ts'

export interface CreditAsked {
  invoiceId: string
  clientId: string
  amount?: string | null
  invoiceAnew: boolean
  reason: string
}

/** What people do to drafts and invoices. Operators and resellers come in units of the platform. */
export class InvoiceService {
  readonly #settlement: Settlement

  constructor(settlement: Settlement) {
    this.#settlement = settlement
  }

  async hold(unit: Unit, { invoiceId, isHeld }: { invoiceId: string; isHeld: boolean }) {
    const { invoice } = await this.#held(unit, invoiceId)
    if (invoice.state !== 'DRAFT') return new InvoiceNotAsItStands(invoice.state)
    await holdDraft(unit, invoice, isHeld)
    await this.#changed(unit, invoice, isHeld ? 'invoice.held' : 'invoice.released')
    return invoice.id
  }

  async issue(unit: Unit, { invoiceId }: { invoiceId: string }) {
    const { invoice, account } = await this.#held(unit, invoiceId)
    if (invoice.state !== 'DRAFT') return new InvoiceNotAsItStands(invoice.state)
    await this.#settlement.keep(unit, account, issueNow(account, invoice.id))
    return invoice.id
  }

  /** Anew by what the tenant has now; nothing where nothing is owed any more. */
  async recalculate(unit: Unit, { invoiceId }: { invoiceId: string }): Promise<string | null | InvoiceNotAsItStands> {
    const { invoice, account } = await this.#held(unit, invoiceId)
    if (invoice.state !== 'DRAFT' || !invoice.month) return new InvoiceNotAsItStands(invoice.state)
    await dropDraft(unit, invoice)
    const [counted] = await withUsage(unit, [{ ...account, invoices: account.invoices.filter(({ id }) => id !== invoice.id) }], invoice.month)
    const drafts = draftsOf(counted!, invoice.month).filter(({ currency }) => currency === invoice.currency)
    const [id] = await insertDrafts(unit, drafts.map(draft => ({ ...draft, tenantId: invoice.tenantId, draftedOn: invoice.draftedOn })))
    if (id && invoice.isHeld) await holdDraft(unit, { tenantId: invoice.tenantId, id }, true)
    await this.#changed(unit, invoice, 'invoice.recalculated')
    return id ?? null
  }

  async credit(unit: Unit, { invoiceId, clientId, reason: typed, ...asked }: CreditAsked) {
    const { invoice, account } = await this.#held(unit, invoiceId)
    if (invoice.kind !== 'INVOICE' || invoice.state === 'DRAFT') return new InvoiceNotAsItStands(invoice.state)
    const reason = typed.trim()
    if (!reason || reason.length > 2_000) return new InvalidInput('reason', '1 to 2,000 characters.')
    const [lines] = await loadLines(unit, [invoice.id])
    const note = creditNoteOf(invoice, lines!, asked)
    if (note instanceof InvalidInput) return note
    const known = await creditKnown(unit, invoice, clientId)
    if (known && known.reason !== reason) throw new Conflict()
    if (known) return clientId
    if ((await creditedOf(unit, invoice)).plus(note.totals.total).plus(invoice.total).lt(0)) return new InvalidInput('amount', 'More than is left of the invoice.')
    await insertCredit(unit, { ...note, invoice, id: clientId, reason, draftedOn: account.day })
    const [fresh] = await loadAccounts(unit, [invoice.tenantId])
    await this.#settlement.keep(unit, fresh!, issueNow(fresh!, clientId, invoice.id))
    return clientId
  }

  /** The invoice under the lock of what its tenant owes, with everything done that is due. */
  async #held(unit: Unit, invoiceId: string): Promise<{ invoice: InvoiceRow; account: Account }> {
    if (!mayRunBilling(unit.actor)) throw new Forbidden()
    const seen = await invoiceSeen(unit, invoiceId)
    const tenant = await tenantMeant(unit, seen.tenantId)
    const before = await heldAccount(unit, tenant)
    const advanced = advanceInvoices(before, localDay(unit.now, tenant.timeZone))
    await this.#settlement.keep(unit, before, advanced)
    return { invoice: await invoiceSeen(unit, invoiceId), account: advanced.account }
  }

  /** What is due next may have changed. */
  async #changed(unit: Unit, invoice: InvoiceRow, action: string): Promise<void> {
    await keepAccount(unit, (await loadAccounts(unit, [invoice.tenantId]))[0]!)
    await auditAt(unit, invoice.tenantId, { action, targetType: 'invoice', targetId: invoice.id })
  }
}

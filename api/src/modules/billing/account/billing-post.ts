import type { Language } from '../../../platform/language.ts'
import type { Unit } from '../../../platform/unit.ts'
import { dayWords, issuerOf, moneyWords, ownersOf, type LetterBox, type LetterKind } from '../../contracts/index.ts'
import { loadTenants } from '../../tenancy/index.ts'
import type { Effect } from '../life/account.ts'
import type { Post } from './settlement.ts'

const KIND: Partial<Record<Effect['kind'], LetterKind>> = { REMINDED: 'PAYMENT_REMINDER', NOTICED: 'SUSPENSION_NOTICE', SUSPENDED: 'SUSPENSION', RESTORED: 'RESTORATION' }

interface Told { amount: string; until: string; number: string; days: number; count: number }

const TEXTS: Record<Language, Record<string, (told: Told) => { title: string; text: string }>> = {
  ES: {
    PAYMENT_REMINDER: ({ amount, until, number, days }) => days < 0
      ? { title: `Su factura ${number} vence el ${until}`, text: `Le recordamos que la factura ${number}, con un saldo de ${amount}, vence el ${until}. Si ya la pagó, no haga caso de esta carta.` }
      : { title: `Su factura ${number} está vencida`, text: `La factura ${number}, con un saldo de ${amount}, venció el ${until}. Le rogamos pagarla a la brevedad. Si ya la pagó, no haga caso de esta carta.` },
    SUSPENSION_NOTICE: ({ amount, until, count }) => ({ title: 'Aviso de suspensión por facturas vencidas', text: `Hay ${count} facturas vencidas por un total de ${amount}. El servicio del bot y de la línea de WhatsApp se suspende el ${until} si no se pagan.` }),
    SUSPENSION: ({ amount, until }) => ({ title: 'Servicio suspendido', text: `El servicio del bot y de la línea de WhatsApp está suspendido por facturas vencidas por un total de ${amount}. Vuelve en cuanto se paguen. Si el ${until} no se han pagado, el contrato se cancela.` }),
    RESTORATION: () => ({ title: 'Servicio restablecido', text: 'Recibimos el pago de lo vencido. El servicio está restablecido, y lo que llegó mientras tanto espera en la mesa de atención.' }),
  },
  EN: {
    PAYMENT_REMINDER: ({ amount, until, number, days }) => days < 0
      ? { title: `Your invoice ${number} is due on ${until}`, text: `This is to remind you that invoice ${number}, of which ${amount} is open, is due on ${until}. If you have paid it already, please disregard this letter.` }
      : { title: `Your invoice ${number} is overdue`, text: `Invoice ${number}, of which ${amount} is open, was due on ${until}. Please pay it soon. If you have paid it already, please disregard this letter.` },
    SUSPENSION_NOTICE: ({ amount, until, count }) => ({ title: 'Notice of suspension for overdue invoices', text: `${count} invoices are overdue, ${amount} in all. Service of the bot and of the WhatsApp line is suspended on ${until} unless they are paid.` }),
    SUSPENSION: ({ amount, until }) => ({ title: 'Service is suspended', text: `Service of the bot and of the WhatsApp line is suspended because ${amount} is overdue. It is back as soon as that is paid. Unless it is paid by ${until}, the contract is cancelled.` }),
    RESTORATION: () => ({ title: 'Service is back', text: 'What was overdue is paid. Service is back, and what arrived meanwhile waits at the desk.' }),
  },
}

const INVOICE = 'select number from invoice where tenant_id = $1 and id = $2'
const ADDRESS = `select email from billing_profile where tenant_id = $1 and email <> ''`

/** Letters about what is owed, to those who answer for the tenant and to its address for invoices. */
export const billingPost = (letters: Pick<LetterBox, 'write'>): Post => ({
  async tell(unit, { account: { tenantId, currency, day: today }, effect }) {
    const kind = KIND[effect.kind]
    const [tenant] = kind ? await loadTenants(unit, [tenantId]) : []
    if (!kind || !tenant) return
    const { language, resellerId, name } = tenant
    const [invoice] = effect.invoiceId ? await unit.sql<{ number: string }>('billing-post-invoice', INVOICE, [tenantId, effect.invoiceId]) : []
    const { title, text } = TEXTS[language][kind]!({
      amount: moneyWords(effect.amount ?? '0', currency, language), until: dayWords(effect.on ?? effect.day, language), number: invoice?.number ?? '', days: effect.days ?? 0, count: effect.count ?? 0,
    })
    const issuer = await issuerOf(unit, resellerId)
    await letters.write(unit, {
      tenantId, kind, occasionId: effect.invoiceId ?? tenantId, sellerId: resellerId, day: effect.day,
      document: { language, title, createdAt: `${today}T12:00:00.000Z`, from: issuer, to: { name, lines: [] }, facts: [], subject: title, blocks: [{ kind: 'TEXT', text }] },
      recipients: [...await ownersOf(unit, tenantId), ...await addressOf(unit, tenantId)], mail: { subject: title, text }, fileName: title,
    })
  },
})

const addressOf = async (unit: Unit, tenantId: string) => (await unit.sql<{ email: string }>('billing-post-address', ADDRESS, [tenantId])).map(({ email }) => email)

import type { Language } from '../../platform/language.ts'
import type { Mail } from '../../platform/mail.ts'
import type { Unit } from '../../platform/unit.ts'
import type { Payment } from './payment.entity.ts'

const ADMINISTRATORS = `
  select m.email, t.language from member m join tenant t on t.id = m.tenant_id
  where m.tenant_id = $1 and m.role in ('OWNER', 'ADMIN') and m.joined_at is not null and m.disabled_at is null`

/** Tells those who administer the tenant, in its language, that money came which was not asked for so. */
export async function mailDifference(unit: Unit, { id, reference }: Payment, { reason, publicUrl }: { reason: string; publicUrl: string }): Promise<void> {
  const people = await unit.sql<{ email: string; language: Language }>('payment-administrators', ADMINISTRATORS, [unit.tenantId])
  const link = `${publicUrl}/admin/payments/${id}`
  for (const { email, language } of people) unit.enqueue('mail.send', letter({ to: email, language, reference, reason, link }))
}

function letter({ to, language, reference, reason, link }: { to: string; language: Language; reference: string; reason: string; link: string }): Mail {
  return language === 'ES'
    ? { to, subject: `Pago ${reference}: el monto no coincide`, text: `El proveedor informó un pago distinto al solicitado (${reason}). El pago quedó como fallido; revíselo.\n\n${link}\n` }
    : { to, subject: `Payment ${reference}: the amount differs`, text: `The provider told of a payment other than the one that was asked for (${reason}). It counts as failed; please look at it.\n\n${link}\n` }
}

import type { Language } from '../../../platform/language.ts'
import type { Mail } from '../../../platform/mail.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ChannelAlarmKind, NewAlarm } from './channel-alarm.store.ts'

const WHAT: Record<Language, Record<ChannelAlarmKind, string>> = {
  ES: {
    ACCOUNT_STOPPED: 'el proveedor rechaza la cuenta, así que no sale ningún mensaje. Volvemos a intentarlo solos; revise los datos de conexión.',
    BACKLOG: 'llegan mensajes y no se están procesando.',
    QUARANTINE: 'llegó algo que no pudimos procesar. No se perdió: puede verlo y repetirlo en la página del canal.',
    UNSUBSCRIBED: 'el proveedor dejó de enviarnos lo que llega. Vuelva a activar el canal.',
    QUALITY: 'el proveedor bajó la calificación o los límites de la línea.',
    TEMPLATE: 'el proveedor rechazó, pausó o desactivó una plantilla.',
  },
  EN: {
    ACCOUNT_STOPPED: 'the provider refuses the account, so nothing is sent. We keep trying; check the connection.',
    BACKLOG: 'messages arrive and are not being processed.',
    QUARANTINE: 'something came that could not be processed. It is not lost: see it, and replay it, on the channel’s page.',
    UNSUBSCRIBED: 'the provider does not send us updates any more. Start the channel again.',
    QUALITY: 'the provider lowered the rating or the limits of the line.',
    TEMPLATE: 'the provider rejected, paused or disabled a template.',
  },
}

const ADMINISTRATORS = `
  select m.email, t.language, a.name from member m join tenant t on t.id = m.tenant_id
    join channel_account a on a.tenant_id = m.tenant_id and a.id = $2
  where m.tenant_id = $1 and m.role in ('OWNER', 'ADMIN') and m.joined_at is not null and m.disabled_at is null`

/** Tells those who administer the tenant, once for each alarm, in the tenant's language. */
export async function mailAlarm(unit: Unit, { channelAccountId, kind, problem }: NewAlarm, publicUrl: string): Promise<void> {
  const people = await unit.sql<{ email: string; language: Language; name: string }>('alarm-administrators', ADMINISTRATORS, [unit.tenantId, channelAccountId])
  const link = `${publicUrl}/admin/channels/${channelAccountId}`
  for (const { email, language, name } of people) unit.enqueue('mail.send', letter({ to: email, language, name, what: WHAT[language][kind], problem: problem.message, link }))
}

function letter({ to, language, name, what, problem, link }: { to: string; language: Language; name: string; what: string; problem: string; link: string }): Mail {
  return language === 'ES'
    ? { to, subject: `Canal ${name}: necesita atención`, text: `En el canal ${name}, ${what}\n\nDetalle: ${problem}\n\n${link}\n` }
    : { to, subject: `Channel ${name} needs attention`, text: `On the channel ${name}, ${what}\n\nDetail: ${problem}\n\n${link}\n` }
}

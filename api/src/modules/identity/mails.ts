import type { Language } from '../../platform/language.ts'
import type { Mail } from '../../platform/mail.ts'

interface Letter {
  subject: string
  greeting: string
  body: string
  action?: { label: string; link: string }
  notes: string[]
  footer: string
}

export interface PersonalLetter { to: string; name: string; language: Language }
export interface InvitationLetter extends PersonalLetter { place: string; inviter?: string; link: string }

export const invitationMail = (letter: InvitationLetter): Mail =>
  mail(letter.to, (letter.language === 'EN' ? invitationEn : invitationEs)(letter))

export const resetMail = (letter: PersonalLetter & { link: string }): Mail =>
  mail(letter.to, (letter.language === 'EN' ? resetEn : resetEs)(letter))

export const passwordChangedMail = (letter: PersonalLetter): Mail =>
  mail(letter.to, (letter.language === 'EN' ? changedEn : changedEs)(letter))

const FOOTER_ES = 'Este es un mensaje automático de BotPro; no hace falta responderlo.'
const FOOTER_EN = 'This is an automatic message from BotPro; there is no need to answer it.'

const invitationEs = ({ name, place, inviter, link }: InvitationLetter): Letter => ({
  subject: `Le invitan a ${place} en BotPro`,
  greeting: `Hola, ${name}:`,
  body: `${inviter ?? 'El equipo de BotPro'} le invita a formar parte de ${place} en BotPro, `
    + 'la plataforma desde la que se atiende a los clientes por chat.',
  action: { label: 'Aceptar la invitación', link },
  notes: ['El enlace es personal, sirve una sola vez y vence en 7 días.',
    'Si no esperaba esta invitación, puede ignorar este mensaje: sin el enlace no ocurre nada.'],
  footer: FOOTER_ES,
})

const invitationEn = ({ name, place, inviter, link }: InvitationLetter): Letter => ({
  subject: `You are invited to ${place} on BotPro`,
  greeting: `Hello ${name},`,
  body: `${inviter ?? 'The BotPro team'} invites you to join ${place} on BotPro, `
    + 'where its customers are answered by chat.',
  action: { label: 'Accept the invitation', link },
  notes: ['The link is personal, works once and expires in 7 days.',
    'If you did not expect this invitation, ignore this message: nothing happens without the link.'],
  footer: FOOTER_EN,
})

const resetEs = ({ name, link }: PersonalLetter & { link: string }): Letter => ({
  subject: 'Elija una contraseña nueva para BotPro',
  greeting: `Hola, ${name}:`,
  body: 'Recibimos una solicitud para cambiar la contraseña de su cuenta de BotPro.',
  action: { label: 'Elegir una contraseña nueva', link },
  notes: ['El enlace sirve una sola vez y vence en una hora.',
    'Si usted no lo solicitó, puede ignorar este mensaje: su contraseña sigue siendo la misma.'],
  footer: FOOTER_ES,
})

const resetEn = ({ name, link }: PersonalLetter & { link: string }): Letter => ({
  subject: 'Choose a new password for BotPro',
  greeting: `Hello ${name},`,
  body: 'We were asked to change the password of your BotPro account.',
  action: { label: 'Choose a new password', link },
  notes: ['The link works once and expires in one hour.',
    'If it was not you who asked, ignore this message: your password stays as it is.'],
  footer: FOOTER_EN,
})

const changedEs = ({ name }: PersonalLetter): Letter => ({
  subject: 'Se cambió su contraseña de BotPro',
  greeting: `Hola, ${name}:`,
  body: 'La contraseña de su cuenta de BotPro se acaba de cambiar y se cerraron las demás sesiones abiertas.',
  notes: ['Si no fue usted, pida enseguida una contraseña nueva desde la página de inicio de sesión '
    + 'y avise a su administrador.'],
  footer: FOOTER_ES,
})

const changedEn = ({ name }: PersonalLetter): Letter => ({
  subject: 'Your BotPro password was changed',
  greeting: `Hello ${name},`,
  body: 'The password of your BotPro account was just changed, and the other open sessions were ended.',
  notes: ['If it was not you, ask for a new password on the sign-in page at once '
    + 'and tell your administrator.'],
  footer: FOOTER_EN,
})

const mail = (to: string, letter: Letter): Mail =>
  ({ to, subject: letter.subject, text: textOf(letter), html: htmlOf(letter) })

function textOf({ greeting, body, action, notes, footer }: Letter): string {
  const link = action ? [`${action.label}:\n${action.link}`] : []
  return [greeting, body, ...link, ...notes, `-- \n${footer}`].join('\n\n') + '\n'
}

const STYLE = {
  page: 'background:#ffffff;color:#18181b;font:15px/1.5 system-ui,sans-serif;margin:0 auto;'
    + 'max-width:560px;padding:24px',
  button: 'background:#4f46e5;border-radius:8px;color:#ffffff;display:inline-block;font-weight:600;padding:12px 20px;'
    + 'text-decoration:none',
  note: 'color:#52525b;font-size:13px;overflow-wrap:anywhere',
  footer: 'border-top:1px solid #e4e4e7;color:#71717a;font-size:12px;margin-top:24px;padding-top:12px',
}

function htmlOf({ greeting, body, action, notes, footer }: Letter): string {
  const small = [...(action ? [action.link] : []), ...notes]
  return `<!doctype html>
<html><body style="${STYLE.page}">
<p>${escaped(greeting)}</p>
<p>${escaped(body)}</p>
${action ? buttonOf(action) : ''}
${small.map(note => `<p style="${STYLE.note}">${escaped(note)}</p>`).join('\n')}
<p style="${STYLE.footer}">${escaped(footer)}</p>
</body></html>
`
}

const buttonOf = ({ label, link }: { label: string; link: string }) =>
  `<p style="margin:24px 0"><a href="${escaped(link)}" style="${STYLE.button}">${escaped(label)}</a></p>`

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, letter => ENTITIES[letter]!)

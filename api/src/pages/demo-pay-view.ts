import { isOpen, type DemoPayment } from '../modules/payments/index.ts'
import type { Language } from '../platform/language.ts'
import { demoPayStyle } from './demo-pay.style.ts'
import { documentOf, speaker, type Speaker } from './document.ts'
import { html, type Html } from './html.ts'

interface Looking {
  language: Language
  now: Date
  /** She has answered, and what came of it is not known yet. */
  isPending: boolean
}

/** What a payment looks like where its provider is played: it says so before anything else. */
export function demoPayView(payment: DemoPayment, looking: Looking): Html {
  const say = speaker(looking.language)
  const { company, reference, description } = payment
  return page(looking.language, {
    title: say(`Pago de demostración a ${company}`, `Demonstration payment to ${company}`),
    body: html`
<p class="company">${company}</p>
<h1>${money(payment)}</h1>
<dl><div><dt>${say('Concepto', 'What for')}</dt><dd>${description}</dd></div><div><dt>${say('Referencia', 'Reference')}</dt><dd>${reference}</dd></div></dl>
${stateOf(payment, looking)}`,
  })
}

export function demoPayGone(language: Language): Html {
  const say = speaker(language)
  const title = say('Este pago no existe', 'There is no such payment')
  return page(language, { title, body: html`<h1 class="words">${title}</h1><p>${say('Revise que la dirección esté completa o pida un enlace nuevo en el chat.', 'Check that the address is complete, or ask for a new link in the chat.')}</p>` })
}

function page(language: Language, { title, body }: { title: string; body: Html }): Html {
  const say = speaker(language)
  return documentOf({
    language, title, description: title, color: '#4f46e5', style: demoPayStyle,
    body: html`
<main>
  <p class="demo" role="note"><strong>${say('Página de demostración', 'Demonstration page')}</strong> ${say('No es un pago real: no se cobra nada y no se le piden datos de su tarjeta.', 'This is not a real payment: nothing is charged, and nobody asks for your card.')}</p>
  <div class="card">${body}</div>
  <p class="language"><a href="?lang=${say('en', 'es')}" lang="${say('en', 'es')}">${say('English', 'Español')}</a></p>
</main>`,
  })
}

/** Whether she may still pay. */
export const isPayable = ({ state, expiresAt }: DemoPayment, now: Date): boolean => isOpen(state) && expiresAt > now

function stateOf(payment: DemoPayment, looking: Looking): Html {
  const say = speaker(looking.language)
  if (looking.isPending) return told('wait', say('Un momento…', 'One moment…'), say(`Le estamos avisando a ${payment.company}.`, `We are telling ${payment.company}.`))
  if (isPayable(payment, looking.now)) return choice(payment, looking, say)
  const back = say('Ya puede cerrar esta página y volver al chat.', 'You can close this page and go back to the chat.')
  switch (payment.state) {
    case 'PAID': return told('good', say('Pagado (demostración)', 'Paid (demonstration)'), back)
    case 'CANCELLED': return told('plain', say('No se pagó', 'Not paid'), back)
    case 'FAILED': return told('plain', say('El pago no se completó', 'The payment was not completed'), back)
    default: return told('plain', say('El enlace venció', 'The link has expired'), say('Si todavía quiere pagar, pida un enlace nuevo en el chat.', 'If you still want to pay, ask for a new link in the chat.'))
  }
}

const choice = (payment: DemoPayment, { language }: Looking, say: Speaker) => html`
<form method="post" action="?lang=${language.toLowerCase()}">
  <button name="answer" value="pay">${say('Pagar', 'Pay')}</button>
  <button name="answer" value="leave" class="quiet">${say('No pagar', 'Do not pay')}</button>
</form>
<p class="until">${say('Válido hasta el', 'Valid until')} ${until(payment, language)}</p>`

const told = (look: 'good' | 'plain' | 'wait', title: string, text: string) => html`<div class="told ${look}" role="status"><strong>${title}</strong><span>${text}</span></div>`

const localeOf = (language: Language) => (language === 'EN' ? 'en-US' : 'es-DO')

/** `RD$ 4,900.00` in either language: a bare `$` would be taken for dollars. */
const money = ({ amount, currency }: DemoPayment) =>
  new Intl.NumberFormat('es-DO', { style: 'currency', currency }).format(Number(amount)).replace(/^(\D+?)\s?(?=\d)/, '$1 ')

const until = ({ expiresAt, timeZone }: DemoPayment, language: Language) =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(expiresAt)

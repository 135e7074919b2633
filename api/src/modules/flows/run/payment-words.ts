import type { Language } from '../../../platform/language.ts'
import type { PaymentRow } from '../../payments/index.ts'
import { moneyText } from '../text/filters/money.ts'

export type Sum = Pick<PaymentRow, 'amount' | 'currency' | 'reference'>
export type Ended = Sum & Pick<PaymentRow, 'state' | 'failure'>

type Words = Record<Language, string>

const inBoth = (payment: Sum, words: Record<Language, (sum: string) => string>): Words => ({
  ES: words.ES(`${moneyText(payment, { language: 'ES' })} (referencia ${payment.reference})`),
  EN: words.EN(`${moneyText(payment, { language: 'EN' })} (reference ${payment.reference})`),
})

export const PAID_SUBJECTS: Words = { ES: 'Recibimos su pago', EN: 'We received your payment' }
export const ENDED_SUBJECTS: Words = { ES: 'Sobre su pago', EN: 'About your payment' }

/** To the customer. */
export const received = (payment: Sum, isLookedAt: boolean): Words => inBoth(payment, {
  ES: sum => `Recibimos su pago de ${sum}. ¡Gracias! ${isLookedAt ? 'Una persona de nuestro equipo lo revisará y le escribirá por aquí.' : ''}`.trim(),
  EN: sum => `We received your payment of ${sum}. Thank you! ${isLookedAt ? 'Someone on our team will look at it and write to you here.' : ''}`.trim(),
})

/** To people, of one that no flow waited for. */
export const paidUnawaited = (payment: Sum): Words => ({
  ES: `Pago recibido cuando el bot ya no lo esperaba: ${moneyText(payment, { language: 'ES' })}, referencia ${payment.reference}. Revise qué falta por hacer; no se lo cobre de nuevo.`,
  EN: `Payment received when the bot no longer waited for it: ${moneyText(payment, { language: 'EN' })}, reference ${payment.reference}. Please see what remains to be done; do not charge it again.`,
})

/** To people, of one that one of them asked for. */
export const paidNote = (payment: Sum): Words => inBoth(payment, { ES: sum => `Pago recibido: ${sum}.`, EN: sum => `Payment received: ${sum}.` })

/** To the customer. */
export function endedWords(payment: Ended): Words {
  if (payment.failure === 'AMOUNT_DIFFERS') return inBoth(payment, {
    ES: sum => `Recibimos un pago que no coincide con el que esperábamos: ${sum}. Una persona de nuestro equipo lo revisará y le escribirá por aquí.`,
    EN: sum => `We received a payment that is not the one we expected: ${sum}. Someone on our team will look at it and write to you here.`,
  })
  if (payment.state === 'EXPIRED') return inBoth(payment, {
    ES: sum => `El enlace para pagar ${sum} venció. Si todavía desea pagar, escríbanos por aquí.`,
    EN: sum => `The link to pay ${sum} has expired. If you still wish to pay, write to us here.`,
  })
  if (payment.state === 'CANCELLED') return inBoth(payment, {
    ES: sum => `Se canceló el cobro de ${sum}. No tiene que pagarlo.`, EN: sum => `The charge of ${sum} was cancelled. You do not have to pay it.`,
  })
  return inBoth(payment, {
    ES: sum => `No se completó su pago de ${sum}. Si desea intentarlo otra vez, escríbanos por aquí.`,
    EN: sum => `Your payment of ${sum} was not completed. If you wish to try again, write to us here.`,
  })
}

/** To people. */
export const endedNote = (payment: Ended): Words => inBoth(payment, { ES: sum => `El pago de ${sum} ${END_ES[endOf(payment)]}`, EN: sum => `The payment of ${sum} ${END_EN[endOf(payment)]}` })

const endOf = ({ state, failure }: Ended): keyof typeof END_ES => (failure ?? (state === 'CANCELLED' || state === 'EXPIRED' ? state : 'DECLINED'))

const END_ES = {
  NO_LINK: 'no tiene enlace: no se pudo crear.', DECLINED: 'no se completó: el proveedor lo rechazó.', EXPIRED: 'venció sin pagarse.', CANCELLED: 'se canceló.',
  AMOUNT_DIFFERS: 'no coincide con lo que se pagó: hay que revisarlo antes de cobrar de nuevo.',
}
const END_EN = {
  NO_LINK: 'has no link: it could not be made.', DECLINED: 'was not completed: the provider declined it.', EXPIRED: 'expired unpaid.', CANCELLED: 'was cancelled.',
  AMOUNT_DIFFERS: 'is not what was paid: it has to be looked at before anything is charged again.',
}

import { type DemoOperation, DemoProblem } from './demo-system.ts'
import { optional, required, requiredText } from './sample-data.ts'
import { centsOf } from './sample-money.ts'

/** Followed by the id of the payment. */
export const DEMO_PAY_PATH = '/demo-pay'

/**
 * A payment provider that is played in the house. Its page stands beside the address that it tells to, which is ours: it leads
 * nowhere else, and asks for nobody’s card.
 */
export const createPayment: DemoOperation = {
  name: { ES: 'Crear enlace de pago', EN: 'Create a payment link' },
  idempotent: true,
  inputs: [
    required('paymentId', ['El del pago; el mismo tiene siempre el mismo enlace.', 'Of the payment; the same one has the same link.']), required('amount', ['Lo que hay que pagar, como 1500.00.', 'What is to be paid, such as 1500.00.']), required('currency', ['Como DOP.', 'Such as DOP.']),
    optional('reference', ['A qué corresponde.', 'What it is for.']), optional('description', ['En palabras.', 'In words.']), optional('expiresAt', ['Hasta cuándo vale el enlace.', 'Until when the link is good.']),
    required('callbackUrl', ['Adónde se avisa qué fue del pago.', 'Where it is told what became of the payment.']),
  ],
  sample: { url: `https://bot.example.com${DEMO_PAY_PATH}/01890a5d-ac96-774b-bcce-b302099a8057`, externalId: 'DEMO-B302099A8057' },
  answer(input) {
    const paymentId = requiredText(input, 'paymentId')
    centsOf(input, 'amount')
    requiredText(input, 'currency')
    const url = new URL(`${DEMO_PAY_PATH}/${encodeURIComponent(paymentId)}`, addressOf(requiredText(input, 'callbackUrl')))
    return { url: url.href, externalId: `DEMO-${paymentId.slice(-12).toUpperCase()}` }
  },
}

function addressOf(callbackUrl: string): string {
  if (!URL.canParse(callbackUrl)) throw new DemoProblem('INVALID_INPUT', 400, 'The sample system needs an address as “callbackUrl”.')
  return callbackUrl
}

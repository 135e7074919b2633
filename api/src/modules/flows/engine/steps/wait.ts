import { PAYMENT_MINUTES, type Json } from '@botpro/graphql/flows'
import type { Moving } from '../moving.ts'
import { Trouble } from '../trouble.ts'
import { exit, failure, type StepHandler } from '../step-handler.ts'
import { isObject } from '../../values/json-object.ts'

const MINUTE = 60_000

export const wait: StepHandler<'WAIT'> = {
  enter(moving, { minutes, until, event = null, next }) {
    const { now } = moving.facts
    const given = until ? Date.parse(String(moving.at(until))) : Number.NaN
    const moment = Number.isFinite(given) ? given : minutes !== undefined ? now.getTime() + minutes * MINUTE : null
    if (moment !== null && moment <= now.getTime()) return exit('elapsed')
    if (moment === null && until) return exit('elapsed')
    return { to: 'WAIT', waiting: { kind: 'TIME', until: moment === null ? null : new Date(moment).toISOString(), event, mayWrite: next.written !== undefined } }
  },
  hear: (_moving, { next }) => (next.written ? exit('written') : { to: 'UNUSED' }),
  elapsed: () => exit('elapsed'),
  happened(moving, { saveAs }, data) {
    moving.set(saveAs, data)
    return exit('happened')
  },
}

/** The name of the event that tells what became of a payment. */
const PAYMENT = 'payment:'
export const paymentEvent = (paymentId: string) => `${PAYMENT}${paymentId}`
export const paymentOf = (event: string): string | null => (event.startsWith(PAYMENT) ? event.slice(PAYMENT.length) : null)

export const payment: StepHandler<'PAYMENT'> = {
  enter(moving, { amount, reference, description, minutes = PAYMENT_MINUTES }) {
    const asked = moving.value(amount)
    if (!isMoney(asked)) return unpaid(moving, { code: 'NO_AMOUNT' })
    return {
      to: 'REQUEST',
      request: { kind: 'PAYMENT_LINK', amount: asked, reference: String(moving.value(reference) ?? ''), description: moving.text(description), minutes },
    }
  },
  answered(moving, { text, saveAs, minutes = PAYMENT_MINUTES, next }, result) {
    if (!result.ok) return unpaid(moving, result)
    const { id, url } = result.data as { id: string; url: string }
    moving.set(saveAs, { id, url, state: 'LINKED' })
    moving.say(moving.text(text, { payment: { url } }))
    const until = new Date(moving.facts.now.getTime() + minutes * MINUTE).toISOString()
    return { to: 'WAIT', waiting: { kind: 'TIME', until, event: paymentEvent(id), mayWrite: next.written !== undefined } }
  },
  hear: () => ({ to: 'UNUSED' }),
  elapsed: () => exit('expired'),
  happened(moving, { saveAs }, data) {
    const state = isObject(data) ? String(data.state) : ''
    if (saveAs) moving.set(saveAs, { ...moving.at(saveAs) as object, state })
    if (state === 'PAID') return exit('paid')
    if (state === 'EXPIRED') return exit('expired')
    if (state === 'FAILED' || state === 'CANCELLED') return unpaid(moving, { code: state })
    throw new Trouble('BAD_PAYMENT')
  },
}

/** Steps that follow may ask why: `error.code`. */
function unpaid(moving: Moving, { code, message = '', status = null }: { code: string; message?: string; status?: number | null }) {
  moving.fail({ code, message, status })
  return failure('failed', code)
}

const isMoney = (value: Json): value is { amount: string; currency: string } =>
  isObject(value) && typeof value.amount === 'string' && /^\d{1,12}(\.\d{1,4})?$/.test(value.amount) && typeof value.currency === 'string'

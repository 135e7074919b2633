import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { DEMO_PAY_PATH } from '../modules/connectors/index.ts'
import type { DemoPayments } from '../modules/payments/index.ts'
import type { Clock } from '../platform/clock.ts'
import { demoPayGone, demoPayView, isPayable } from './demo-pay-view.ts'
import { pageLanguage } from './document.ts'
import type { Html } from './html.ts'

export interface DemoPayPagesOptions {
  payments: Pick<DemoPayments, 'find' | 'word'>
  clock: Clock
  /** Takes the request from what its address may take. */
  charge(request: FastifyRequest): Promise<void>
}

type Answering = { Params: { paymentId: string }; Querystring: { sent?: string } }

/**
 * `/demo-pay/:paymentId`: where customers of a tenant with sample systems “pay”. What they choose goes through the tenant’s own call-back
 * door, signed as any provider’s word is; this page can do nothing that a provider could not.
 */
export async function demoPayPages(server: FastifyInstance, { payments, clock, charge }: DemoPayPagesOptions) {
  const config = { page: 'page', quiet: true } as const
  await server.register(async scope => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 1024 }, (_request, body, done) => done(null, new URLSearchParams(String(body))))
    scope.get<Answering>(`${DEMO_PAY_PATH}/:paymentId`, { config }, async (request, reply) => {
      await charge(request)
      const language = pageLanguage(request)
      const payment = await payments.find(request.params.paymentId)
      if (!payment) return send(reply.code(404), demoPayGone(language))
      const now = clock()
      const isPending = request.query.sent !== undefined && isPayable(payment, now)
      if (isPending) reply.header('refresh', '1')
      return send(reply, demoPayView(payment, { language, now, isPending }))
    })
    scope.post<Answering>(`${DEMO_PAY_PATH}/:paymentId`, { config }, async (request, reply) => {
      await charge(request)
      const isPaid = request.body instanceof URLSearchParams && request.body.get('answer') === 'pay'
      const word = await payments.word(request.params.paymentId, isPaid ? 'PAID' : 'CANCELLED')
      if (word) {
        const { path: url, headers, body: payload } = word
        const { statusCode } = await server.inject({ method: 'POST', url, headers, payload, remoteAddress: request.ip })
        if (statusCode !== 200) throw new Error(`The call-back of a demo payment was answered ${statusCode}.`)
      }
      return reply.redirect(`${DEMO_PAY_PATH}/${encodeURIComponent(request.params.paymentId)}?sent&lang=${pageLanguage(request).toLowerCase()}`, 303)
    })
  })
}

const send = (reply: FastifyReply, page: Html) => reply
  .type('text/html; charset=utf-8').headers({ 'cache-control': 'no-store', vary: 'accept-language', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' }).send(page.text)

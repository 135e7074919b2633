import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Forbidden, NotFound, Unauthenticated } from '../../../platform/errors.ts'
import type { FileStore } from '../../../platform/files/file-store.ts'
import { readDuringSuspension, type Identify } from '../../../platform/http/identify.ts'
import { isId } from '../../../platform/ids.ts'
import type { Units } from '../../../platform/units.ts'
import { mayReadConversations } from '../conversation.policy.ts'
import { messagesById } from '../conversation.queries.ts'
import { withOwnPictures } from './mail-pictures.ts'

export interface MailRoutesOptions {
  units: Units
  files: FileStore
  identify: Identify
}

/** Nothing runs, nothing is sent, and the frame is of no origin; pictures from elsewhere only where the reader asks for them. */
const policyOf = (isRemote: boolean) =>
  `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:${isRemote ? ' https:' : ''}; base-uri 'none'; form-action 'none'; frame-ancestors 'self'`
const REMOTE = /\sdata-remote-src=(["'])https:/gi
const STYLE = 'body{margin:12px;font:14px/1.5 system-ui,sans-serif;color:#18181b;background:#fff;overflow-wrap:anywhere}img{max-width:100%;height:auto}'

/**
 * Mails with the pictures that they bring along, and with `?pictures=remote` those that they fetch from elsewhere. A page of
 * ours may not show such pictures, and what it embeds inherits that; so this is a page of its own, with rules of its own.
 */
export async function mailRoutes(server: FastifyInstance, options: MailRoutesOptions) {
  server.get('/mails/:messageId', (request, reply) => show(options, request, reply))
}

async function show({ units, files, identify }: MailRoutesOptions, request: FastifyRequest, reply: FastifyReply) {
  const actor = await identify(request, readDuringSuspension)
  if (actor.kind === 'ANONYMOUS') throw new Unauthenticated()
  if (!mayReadConversations(actor)) throw new Forbidden()
  const { messageId } = request.params as { messageId: string }
  if (!isId(messageId)) throw new NotFound('The mail')
  await using unit = units.read({ tenantId: (actor as { tenantId: string }).tenantId, actor })
  const [message] = await messagesById(unit, [messageId])
  if (!message?.mail?.html || message.deletedAt) throw new NotFound('The mail')
  const isRemote = (request.query as { pictures?: string }).pictures === 'remote'
  const html = await withOwnPictures(unit, { id: message.id, html: isRemote ? message.mail.html.replace(REMOTE, ' src=$1https:') : message.mail.html }, files)
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', policyOf(isRemote))
    .header('x-frame-options', 'SAMEORIGIN')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'private, no-store')
    .send(pageOf(html))
}

const pageOf = (html: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><style>${STYLE}</style></head><body>${html}</body></html>`

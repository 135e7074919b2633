import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../../../platform/actor.ts'
import { BadInput, Forbidden, NotFound, Unauthenticated } from '../../../platform/errors.ts'
import { mountFileUpload, type Uploading } from '../../../platform/http/file-upload.ts'
import { notDuringSuspension } from '../../../platform/http/identify.ts'
import { isId } from '../../../platform/ids.ts'
import { Busy, type Turns } from '../../../platform/turns.ts'
import { mayConfigureChannels, mayReadChannels } from '../account/channel-account.policy.ts'
import { keepLogo, linkLogo, redrawnLogo } from './link-logo.ts'
import { channelLinksById } from './link.queries.ts'
import { linkAddress } from './link-token.ts'
import { qrPng, qrSvg, type QrLook } from './qr-code.ts'

export interface LinkRoutesOptions extends Uploading {
  /** Pictures are drawn so many side by side. */
  pictures: Turns
  publicUrl: () => string
  /** Takes the request from what its address may take. */
  chargeAddress(request: FastifyRequest): Promise<void>
}

const SIZE = { least: 128, usual: 1024, most: 2048 }

/** QR codes of links and the picture in their middle, beside the contract: GraphQL is no good at bytes. */
export async function linkRoutes(server: FastifyInstance, options: LinkRoutesOptions): Promise<void> {
  const { pictures } = options
  server.get('/links/:id/qr.svg', async (request, reply) => {
    const { text, look, name } = await asked(options, request)
    return send(reply, request, { name: `${name}.svg`, type: 'image/svg+xml; charset=utf-8', content: qrSvg(text, look) })
  })
  server.get('/links/:id/qr.png', async (request, reply) => {
    const size = sizeOf(request)
    const { text, look, name } = await asked(options, request)
    try {
      return await send(reply, request, { name: `${name}.png`, type: 'image/png', content: await pictures.run(() => qrPng(text, look, size)) })
    } catch (error) {
      if (!(error instanceof Busy)) throw error
      return reply.code(503).header('retry-after', '2').send({ code: 'BUSY', message: error.message })
    }
  })
  server.get('/links/logo', async (request, reply) => {
    const scope = await reader(options, request)
    await using unit = options.units.read(scope)
    const logo = await linkLogo(unit)
    if (!logo) throw new NotFound('The picture')
    return send(reply, request, { name: 'logo.png', type: 'image/png', content: logo.picture })
  })
  await mountFileUpload(server, {
    ...options, path: '/links/logo', maySend: mayConfigureChannels,
    async take({ content }) {
      const picture = await pictures.run(() => redrawnLogo(content))
      if (!picture) throw new BadInput('file', 'A picture: PNG, JPEG, WebP or GIF.')
      return async unit => {
        await keepLogo(unit, picture)
        return unit.tenantId
      }
    },
  })
}

async function reader({ identify, chargeAddress }: LinkRoutesOptions, request: FastifyRequest): Promise<{ tenantId: string; actor: Actor }> {
  await chargeAddress(request)
  const actor = await identify(request, notDuringSuspension)
  if (actor.kind === 'ANONYMOUS') throw new Unauthenticated()
  if (!mayReadChannels(actor) || !('tenantId' in actor) || !actor.tenantId) throw new Forbidden()
  return { tenantId: actor.tenantId, actor }
}

async function asked(options: LinkRoutesOptions, request: FastifyRequest): Promise<{ text: string; look: QrLook; name: string }> {
  const { id } = request.params as { id: string }
  const { logo, color = '000000' } = request.query as { logo?: string; color?: string }
  await using unit = options.units.read(await reader(options, request))
  const [link] = isId(id) ? await channelLinksById(unit, [id]) : []
  if (!link || link.state === 'DELETED') throw new NotFound('The link')
  const picture = logo === '1' ? (await linkLogo(unit))?.picture : undefined
  return { text: linkAddress(options.publicUrl(), link.token), look: { color: `#${color}`, logo: picture }, name: `qr-${link.name}` }
}

function sizeOf(request: FastifyRequest): number {
  const { size = SIZE.usual } = request.query as { size?: string }
  const pixels = Number(size)
  if (!Number.isInteger(pixels) || pixels < SIZE.least || pixels > SIZE.most) throw new BadInput('size', `Between ${SIZE.least} and ${SIZE.most} pixels.`)
  return pixels
}

/** Shown where it stands, or saved when the address says so. */
function send(reply: FastifyReply, request: FastifyRequest, { name, type, content }: { name: string; type: string; content: string | Buffer }) {
  const { download } = request.query as { download?: string }
  return reply
    .header('content-type', type)
    .header('content-disposition', `${download === '1' ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('content-security-policy', "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-cache')
    .send(content)
}

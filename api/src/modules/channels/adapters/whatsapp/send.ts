import sharp from 'sharp'
import type { Line } from '../adapter.ts'
import { askGraph } from '../meta/graph.ts'
import { GraphRefused, outcomeOf } from '../meta/graph-error.ts'
import { Json } from '../meta/json.ts'
import type { OutgoingFile, OutgoingPart, SendOutcome } from '../outgoing.ts'
import { isRedrawn, limit } from './whatsapp-limits.ts'
import type { WhatsappRequest } from './whatsapp-request.ts'

/** One call, before it an upload where a file goes along: of that nobody gets anything, so it may be tried again. */
export async function sendWhatsapp({ request }: OutgoingPart, [file]: readonly OutgoingFile[], line: Line): Promise<SendOutcome> {
  const { body, mediaAt } = request as WhatsappRequest
  try {
    const mediaId = mediaAt && await upload(file!, line)
    return await deliver(mediaId ? withMedia(body, mediaAt, mediaId) : body, line)
  } catch (error) {
    return outcomeOf(error, { isHarmless: true })
  }
}

async function deliver(body: unknown, line: Line): Promise<SendOutcome> {
  try {
    const answer = await askGraph(line, { path: `${line.settings['phoneNumberId']}/messages`, method: 'POST', json: body })
    return accepted(answer)
  } catch (error) {
    return outcomeOf(error)
  }
}

/** Accepted, not sent: what becomes of it comes by webhook. */
function accepted(answer: Json): SendOutcome {
  const [message] = answer.at('messages').list
  const externalId = message?.at('id').id
  if (!externalId) throw new GraphRefused(200, new Json(undefined))
  const status = message?.at('message_status').text
  return { kind: 'ACCEPTED', externalId, ...(status && status !== 'accepted' && { isHeld: true }) }
}

async function upload(file: OutgoingFile, line: Line): Promise<string> {
  const { content, mediaType, name } = await presentable(file, line)
  const parts = new FormData()
  parts.set('messaging_product', 'whatsapp')
  parts.set('type', mediaType)
  parts.set('file', new Blob([new Uint8Array(content)], { type: mediaType }), name)
  const answer = await askGraph(line, { path: `${line.settings['phoneNumberId']}/media`, method: 'POST', parts, timeoutMs: limit(line.profile, 'mediaTimeoutMs') })
  return answer.at('id').id ?? unnamed()
}

function unnamed(): never {
  throw new GraphRefused(200, new Json(undefined))
}

/** Pictures of types that WhatsApp does not know go as JPEG. */
async function presentable(file: OutgoingFile, { profile }: Line): Promise<{ content: Buffer; mediaType: string; name: string }> {
  const { mediaType, name } = file
  if (!isRedrawn(mediaType, profile)) return { content: await file.content(), mediaType, name }
  const content = await sharp(await file.content()).flatten({ background: '#ffffff' }).jpeg({ quality: 85 }).toBuffer()
  return { content, mediaType: 'image/jpeg', name: `${name.replace(/\.[^.]*$/, '')}.jpg` }
}

function withMedia(body: Record<string, unknown>, path: readonly string[], id: string): Record<string, unknown> {
  const whole = structuredClone(body)
  let place: Record<string, unknown> = whole
  for (const key of path) place = place[key] as Record<string, unknown>
  place['id'] = id
  return whole
}

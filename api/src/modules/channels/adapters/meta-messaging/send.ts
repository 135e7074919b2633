import type { Line } from '../adapter.ts'
import { GraphRefused, outcomeOf } from '../meta/graph-error.ts'
import { askGraph } from '../meta/graph.ts'
import { Json } from '../meta/json.ts'
import type { OutgoingFile, OutgoingPart, SendOutcome } from '../outgoing.ts'
import { accountIdOf, type MessagingKind } from './messaging-kind.ts'
import { limit } from './messaging-limits.ts'
import type { MessagingBody, MessagingRequest } from './messaging-request.ts'

interface Sender {
  line: Line
  kind: MessagingKind
}

/** One call, before it an upload where files go that way: of that nobody gets anything, so it may be tried again. */
export async function sendMessaging({ request }: OutgoingPart, [file]: readonly OutgoingFile[], sender: Sender): Promise<SendOutcome> {
  const { body, fileAs } = request as MessagingRequest
  try {
    const whole = file && fileAs ? await withFile(body, { file, fileAs }, sender) : body
    return await deliver(whole, sender)
  } catch (error) {
    return outcomeOf(error, { isHarmless: true })
  }
}

async function deliver(body: MessagingBody, { line, kind }: Sender): Promise<SendOutcome> {
  try {
    const answer = await askGraph(line, { path: `${accountIdOf(line.settings, kind)}/messages`, method: 'POST', json: body })
    return { kind: 'ACCEPTED', externalId: answer.at('message_id').id ?? unnamed() }
  } catch (error) {
    return outcomeOf(error)
  }
}

/** Pictures of cards are fetched by Meta; so is every file where nothing can be uploaded. */
async function withFile(body: MessagingBody, { file, fileAs }: { file: OutgoingFile; fileAs: NonNullable<MessagingRequest['fileAs']> }, sender: Sender): Promise<MessagingBody> {
  const whole = structuredClone(body)
  const attachment = whole.message['attachment'] as { type: string; payload: Record<string, unknown> }
  if (fileAs === 'CARD_IMAGE') Object.assign((attachment.payload['elements'] as object[])[0]!, { image_url: file.url })
  else Object.assign(attachment.payload, sender.line.profile.limits['filesBy'] === 'UPLOAD' ? { attachment_id: await upload(file, attachment.type, sender) } : { url: file.url })
  return whole
}

async function upload(file: OutgoingFile, type: string, { line, kind }: Sender): Promise<string> {
  const parts = new FormData()
  parts.set('message', JSON.stringify({ attachment: { type, payload: { is_reusable: true } } }))
  parts.set('filedata', new Blob([new Uint8Array(await file.content())], { type: file.mediaType }), file.name)
  const path = `${accountIdOf(line.settings, kind)}/message_attachments`
  const answer = await askGraph(line, { path, method: 'POST', parts, timeoutMs: limit(line.profile, 'mediaTimeoutMs') })
  return answer.at('attachment_id').id ?? unnamed()
}

function unnamed(): never {
  throw new GraphRefused(200, new Json(undefined))
}

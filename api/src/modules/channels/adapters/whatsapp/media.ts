import { MediaUnavailable, type Line } from '../adapter.ts'
import { askGraph } from '../meta/graph.ts'
import { GraphRefused } from '../meta/graph-error.ts'
import type { Json } from '../meta/json.ts'
import { checkDigest, fetchFromMeta, hexDigest, mostMediaBytes } from '../meta/media.ts'
import { ProviderSilent } from '../provider-http.ts'
import type { ChannelMedia } from '../update.ts'

/** By way of an address that is good for minutes; where it has run out already, another is asked for, once. */
export async function fetchWhatsappMedia(media: ChannelMedia, line: Line): Promise<{ content: Buffer; mediaType: string; name?: string }> {
  const ref = media.ref ?? gone('The file has no id.')
  const { fetched, about } = await fetchOnce(ref, line) ?? await fetchOnce(ref, line) ?? later('The address of the file ran out.')
  checkDigest(fetched.content, media.sha256 ?? hexDigest(about.at('sha256').text))
  const mediaType = media.mediaType ?? about.at('mime_type').text ?? fetched.mediaType ?? 'application/octet-stream'
  return { content: fetched.content, mediaType, ...(media.name && { name: media.name }) }
}

async function fetchOnce(ref: string, line: Line) {
  const about = await addressOf(ref, line)
  if ((about.at('file_size').number ?? 0) > mostMediaBytes(line.profile)) gone('The file is larger than we take.')
  const fetched = await fetchFromMeta(line, about.at('url').text ?? '')
  return fetched && { fetched, about }
}

/** Ids are good for days, so one that nobody knows will not be known again. */
async function addressOf(ref: string, line: Line): Promise<Json> {
  try {
    return await askGraph(line, { path: encodeURIComponent(ref), query: { phone_number_id: line.settings['phoneNumberId'] ?? '' } })
  } catch (error) {
    if (error instanceof ProviderSilent) return later(error.message)
    if (!(error instanceof GraphRefused)) throw error
    throw new MediaUnavailable(error.message, error.status === 404 || error.failure.code === '100')
  }
}

function gone(message: string): never {
  throw new MediaUnavailable(message, true)
}

function later(message: string): never {
  throw new MediaUnavailable(message, false)
}

import { MediaUnavailable, type Line } from '../adapter.ts'
import { fetchFromMeta } from '../meta/media.ts'
import type { ChannelMedia } from '../update.ts'

/** The address is the file's key itself: whoever has it may fetch it, so our token stays at home. It runs out after days. */
export async function fetchMessagingMedia({ ref, mediaType, name }: ChannelMedia, line: Line): Promise<{ content: Buffer; mediaType: string; name?: string }> {
  const fetched = await fetchFromMeta(line, ref ?? '', { withToken: false })
  if (!fetched) throw new MediaUnavailable('The file is gone from its address.', true)
  return { content: fetched.content, mediaType: mediaType ?? fetched.mediaType ?? 'application/octet-stream', ...(name && { name }) }
}

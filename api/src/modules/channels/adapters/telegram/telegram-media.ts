import { MediaUnavailable, type Line } from '../adapter.ts'
import { ProviderSilent } from '../provider-http.ts'
import type { ChannelMedia } from '../update.ts'
import { askTelegram, withoutToken } from './telegram-api.ts'
import { number, object, text } from './telegram-json.ts'

/** The address of a file holds the token, so it is made here, used once, and given to nobody. */
export async function fetchTelegramMedia(media: ChannelMedia, line: Line): Promise<{ content: Buffer; mediaType: string; name?: string }> {
  const { downloadBytes } = line.profile.limits
  if ((media.size ?? 0) > Number(downloadBytes)) throw new MediaUnavailable('Telegram gives bots no files of that size.', true)
  try {
    const path = await pathOf(media, line)
    const content = await download(path, line)
    const name = media.name ?? path.split('/').at(-1)
    return { content, mediaType: media.mediaType ?? 'application/octet-stream', ...(name ? { name } : {}) }
  } catch (error) {
    if (error instanceof ProviderSilent) throw new MediaUnavailable(error.message, false)
    throw error
  }
}

async function pathOf({ ref = '' }: ChannelMedia, line: Line): Promise<string> {
  const answer = await askTelegram(line, 'getFile', { file_id: ref })
  const { file_path: path, file_size: size } = object(answer.result)
  // It says 400 of files that are too large or not its own, and of those that it cannot reach at the moment.
  if (!answer.ok) throw new MediaUnavailable(answer.said ?? 'Telegram gave no reason.', answer.status === 400 && !/temporarily/i.test(answer.said ?? ''))
  if ((number(size) ?? 0) > Number(line.profile.limits.downloadBytes)) throw new MediaUnavailable('Telegram gives bots no files of that size.', true)
  if (!text(path)) throw new MediaUnavailable('Telegram did not say where the file is.', false)
  return text(path)!
}

async function download(path: string, line: Line): Promise<Buffer> {
  const { profile, settings } = line
  const place = path.split('/').filter(part => part !== '..').map(encodeURIComponent).join('/')
  const answer = await withoutToken(line, {
    url: `${profile.baseUrl}/file/bot${settings.botToken}/${place}`, timeoutMs: profile.timeoutMs, maxBytes: Number(profile.limits.downloadBytes),
  })
  if (answer.status !== 200) throw new MediaUnavailable(`Telegram answered ${answer.status}.`, false)
  return answer.body
}

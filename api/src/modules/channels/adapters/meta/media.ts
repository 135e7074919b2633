import { createHash } from 'node:crypto'
import { MediaUnavailable, type Line } from '../adapter.ts'
import { isMediaHost } from '../media-host.ts'
import type { ChannelProfile } from '../profile.ts'
import { AnswerTooLarge, ProviderSilent, type ProviderAnswer } from '../provider-http.ts'
import { bearer } from './graph.ts'

export interface Fetched {
  content: Buffer
  mediaType: string | undefined
}

/** The content behind an address that Meta gave; nothing where the address has run out. Throws `MediaUnavailable`. */
export async function fetchFromMeta(line: Line, url: string, { withToken = true } = {}): Promise<Fetched | undefined> {
  // The account's token goes along.
  if (!isMediaHost(url, line.profile)) throw new MediaUnavailable('The address of the file is not one of the provider’s.', true)
  const answer = await download(line, url, withToken)
  if (answer.status === 200) return { content: answer.body, mediaType: answer.headers['content-type'] }
  if (answer.status === 404 || answer.status === 410) return undefined
  throw new MediaUnavailable(`The provider answered ${answer.status} instead of the file.`, false)
}

/** Throws where the content is not what was announced. */
export function checkDigest(content: Buffer, sha256: string | undefined): void {
  if (!sha256 || createHash('sha256').update(content).digest('hex') === sha256) return
  throw new MediaUnavailable('The file is not the one that was announced.', false)
}

/** Meta writes digests in base64 at times and hexadecimal at others. */
export function hexDigest(digest: string | undefined): string | undefined {
  if (!digest || /^[0-9a-f]{64}$/i.test(digest)) return digest?.toLowerCase()
  const bytes = Buffer.from(digest, 'base64')
  return bytes.length === 32 ? bytes.toString('hex') : undefined
}

export const mostMediaBytes = ({ limits }: Pick<ChannelProfile, 'limits'>): number => Number(limits['mediaMaxBytes'])

async function download(line: Line, url: string, withToken: boolean): Promise<ProviderAnswer> {
  const { http, profile } = line
  try {
    return await http.call({ url, headers: withToken ? bearer(line) : {}, timeoutMs: Number(profile.limits['mediaTimeoutMs'] ?? profile.timeoutMs), maxBytes: mostMediaBytes(profile) })
  } catch (error) {
    if (error instanceof ProviderSilent) throw new MediaUnavailable(error.message, error instanceof AnswerTooLarge)
    throw error
  }
}

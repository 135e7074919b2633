import { sha256 } from '../../../../platform/crypto.ts'
import { bareMessageId } from './message-id.ts'

const MOST_BYTES = 256 * 1024

/** Everything before the first empty line. */
export function headOf(raw: Buffer): Buffer {
  const ends = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter(end => end >= 0)
  return raw.subarray(0, Math.min(...ends, raw.length, MOST_BYTES))
}

/** The first header of a name, unfolded, as it came. */
export function headerOf(raw: Buffer, name: string): string | undefined {
  const lines = headOf(raw).toString('latin1').split(/\r?\n/)
  const first = lines.findIndex(line => line.slice(0, name.length + 1).toLowerCase() === `${name.toLowerCase()}:`)
  if (first < 0) return undefined
  let last = first + 1
  while (/^[ \t]/.test(lines[last] ?? '')) last++
  return lines.slice(first, last).join('').slice(name.length + 1).trim()
}

/** By which other mails name it: its Message-ID, whichever folder or copy it comes from; without one, what it is. */
export function mailId(raw: Buffer): string {
  const id = bareMessageId(headerOf(raw, 'Message-ID') ?? '')
  return id && id.length < 500 && !/\s/.test(id) ? id : `sha256:${sha256(raw).toString('hex')}`
}

/** Of what its writer wrote: servers on the way add headers of theirs. Programs that give several mails one Message-ID exist. */
export const mailDigest = (raw: Buffer): string =>
  sha256(Buffer.concat([Buffer.from([headerOf(raw, 'From'), headerOf(raw, 'Date')].join('\n'), 'latin1'), raw.subarray(headOf(raw).length)])).toString('base64url')

/** By which a mail is known: the same again is the same mail, another under the same Message-ID is another. */
export const mailKey = (raw: Buffer): string => `${mailId(raw)} ${mailDigest(raw)}`

import { simpleParser, type ParsedMail } from 'mailparser'
import type { ChannelProfile } from '../profile.ts'
import { limit } from './mail-limits.ts'
import { repaired } from './charset-repair.ts'

/**
 * A mail taken apart, to a depth and into as many parts as the profile allows: throws beyond. What is inside of another mail
 * stays a file of it, so no mail is read within a mail.
 */
export async function parsedMail(raw: Buffer, profile: ChannelProfile): Promise<ParsedMail> {
  const options = {
    keepCidLinks: true, skipTextToHtml: true, skipHtmlToText: true, keepDeliveryStatus: true, ignoreEmbedded: true, checksumAlgo: false,
    maxChildNodes: limit(profile, 'mimeParts'), maxHeadSize: limit(profile, 'headBytes'),
  } as const
  return repaired(raw, bytes => simpleParser(bytes, options))
}

/** As it came, unfolded; the topmost where there are several. */
export const firstHeader = (mail: ParsedMail, name: string): string | undefined => everyHeader(mail, name)[0]

export const everyHeader = ({ headerLines }: ParsedMail, name: string): string[] =>
  headerLines.filter(({ key }) => key === name).map(({ line }) => line.slice(line.indexOf(':') + 1).replace(/\r?\n[ \t]*/g, ' ').trim())

/** All addresses of some headers, in small letters. */
export function addressesIn(mail: ParsedMail, names: readonly string[]): string[] {
  return names.flatMap(name => everyHeader(mail, name)).flatMap(header => header.toLowerCase().split(/[\s<>(),;:"]+/)).filter(word => /^[^@]+@[^@]+$/.test(word))
}

import type { ParsedMail } from 'mailparser'
import type { Line, ToRead } from '../adapter.ts'
import type { ChannelPerson, MessageReceived, ReadUpdate, SentElsewhere } from '../update.ts'
import { isAuthenticated } from './authenticated-sender.ts'
import { isAutomatic, isOwn } from './automatic-mail.ts'
import { isDeliveryReport, statusOfReport } from './delivery-report.ts'
import { limit } from './mail-limits.ts'
import { mailDigest, mailId } from './mail-head.ts'
import { mediaOf, textsOf } from './mail-contents.ts'
import { isAddress, ownAddress } from './mail-settings.ts'
import { startTokenIn } from './mail-subject.ts'
import { threadToken } from './mail-thread.ts'
import { messageIdsIn } from './message-id.ts'
import { addressesIn, firstHeader, parsedMail } from './parsed-mail.ts'
import { readToken, tokenOf, type AddressToken } from './plus-address.ts'

export type MailLine = Pick<Line, 'settings' | 'profile' | 'signingKey' | 'now'>

/** Where receiving servers write whom a mail was really for, beside what the sender wrote. */
const RECIPIENTS = ['delivered-to', 'x-original-to', 'x-delivered-to', 'envelope-to', 'to', 'cc']

/** Everything that one stored mail tells. A mail that cannot be read is one update that says so. */
export async function readMail(stored: ToRead, line: MailLine): Promise<ReadUpdate[]> {
  try {
    if (stored.headers['unfetched']) return [{ ok: false, reason: stored.headers['unfetched'], raw: null }]
    const update = updateOf(await parsedMail(stored.body, line.profile), stored, line)
    return update ? [{ ok: true, update }] : []
  } catch (error) {
    return [unreadMail(stored, error)]
  }
}

export const unreadMail = ({ body }: ToRead, error: unknown): ReadUpdate => ({ ok: false, reason: (error as Error).message, raw: body.subarray(0, 10_000).toString('latin1') })

function updateOf(mail: ParsedMail, stored: ToRead, line: MailLine) {
  const at = dateOf(mail, stored, line.now)
  const tokens = signedTokens(mail, line)
  if (isDeliveryReport(mail)) return statusOfReport(mail, { at, reference: tokens.find(({ kind }) => kind === 'MESSAGE')?.id })
  const from = senderOf(mail, line)
  const message = messageOf(mail, { stored, line, at, from, tokens })
  return from.isEmailTrusted && isOwn(from.email!, ownAddress(line.settings)) ? echoOf(mail, message, line) : message
}

/** When our server took it, before what the sender says, which may be anything. */
function dateOf(mail: ParsedMail, { headers, receivedAt }: ToRead, now: Date): Date {
  const said = [headers['received'] && new Date(headers['received']), mail.date, receivedAt].find(date => date && !Number.isNaN(date.getTime())) || now
  return said > now ? now : said
}

function signedTokens(mail: ParsedMail, { settings, signingKey }: MailLine): AddressToken[] {
  if (!signingKey) return []
  const texts = new Set(addressesIn(mail, RECIPIENTS).map(address => tokenOf(address, ownAddress(settings))))
  return [...texts].flatMap(text => text ? readToken(signingKey, text) ?? [] : [])
}

function senderOf(mail: ParsedMail, { settings }: MailLine): ChannelPerson {
  const { address, name } = mail.from?.value[0] ?? {}
  if (!address?.includes('@')) throw new Error('It does not say who sent it.')
  const email = address.toLowerCase()
  return { externalId: email, email, ...name && { name }, isEmailTrusted: isAuthenticated(mail, email, settings['authservId']) }
}

interface Given {
  stored: ToRead
  line: MailLine
  at: Date
  from: ChannelPerson
  tokens: readonly AddressToken[]
}

function messageOf(mail: ParsedMail, { stored, line, at, from, tokens }: Given): MessageReceived {
  const { text, fullText, html } = textsOf(mail, line.profile)
  const subject = mail.subject ?? ''
  const messageId = mailId(stored.body)
  const references = messageIdsIn(firstHeader(mail, 'references') ?? '', limit(line.profile, 'referencesRead'))
  const answered = messageIdsIn(firstHeader(mail, 'in-reply-to') ?? '', 5)
  const signed = tokens.filter(({ kind }) => kind === 'CONVERSATION').map(({ id }) => threadToken(id))
  const token = startTokenIn(subject) ?? startTokenIn(text.slice(0, 5000))
  const answersTo = answersToOf(mail, from.email!, ownAddress(line.settings))
  const size = stored.headers['cut']
  return {
    kind: 'MESSAGE', at, from, externalId: messageId, text, media: mediaOf(mail),
    ...size && { content: { kind: 'UNSUPPORTED', what: `mail of ${size} bytes` } },
    ...answered[0] && { repliesTo: answered[0] },
    ...token && { origin: { token } },
    mail: {
      subject, messageId, references, fullText, digest: mailDigest(stored.body), ...html && { html }, ...answersTo && { answersTo },
      threadTokens: [...new Set([...signed, ...answered, ...references.toReversed()])],
      isAutomatic: isAutomatic(mail, from.email!, ownAddress(line.settings)),
      automaticAnswers: { most: limit(line.profile, 'automaticAnswers'), hours: limit(line.profile, 'automaticHours') },
    },
  }
}

/** The first address of Reply-To, as most programs answer; ours would send our answer to ourselves. */
function answersToOf(mail: ParsedMail, from: string, own: string): string | undefined {
  const [first] = addressesIn(mail, ['reply-to'])
  return first && first !== from && isAddress(first) && !isOwn(first, own) ? first : undefined
}

/** Sent under our own address by another program, and vouched for: it is ours, not a customer's. */
function echoOf(mail: ParsedMail, { at, externalId, text, media, mail: facts }: MessageReceived, { settings }: MailLine): SentElsewhere | undefined {
  const to = addressesIn(mail, ['to', 'cc']).find(address => !isOwn(address, ownAddress(settings)))
  return to === undefined ? undefined : { kind: 'ECHO', at, to: { externalId: to, email: to }, externalId, text, media, ...facts && { mail: facts } }
}

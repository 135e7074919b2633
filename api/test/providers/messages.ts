import fc from 'fast-check'
import type { OutgoingFile, OutgoingMessage } from '../../src/modules/channels/adapters/outgoing.ts'

/** A message of ours, for the tests of adapters. */
export const outgoing = (more: Partial<OutgoingMessage> & { phone?: string } = {}): OutgoingMessage => {
  const { phone = '+18095551000', ...rest } = more
  return {
    reference: 'ref-1', to: { externalId: phone, aliases: [], phone, email: null }, author: 'BOT', text: '', menu: null, content: null, files: [], passage: 'FREE', ...rest,
  }
}

export const outgoingFile = (more: Partial<OutgoingFile> & { bytes?: Buffer } = {}): OutgoingFile => {
  const { bytes = Buffer.from('content'), ...rest } = more
  return { id: 'file-1', name: 'foto.jpg', mediaType: 'image/jpeg', size: bytes.length, content: async () => bytes, url: 'https://bot.example.test/files/1?signed=1', link: 'https://bot.example.test/files/1?signed=1&month', ...rest }
}

const words = fc.string({ unit: fc.constantFrom(...'abcdefg ñáé€{🙂\n'), maxLength: 40 })
const long = fc.tuple(words, fc.integer({ min: 1, max: 300 })).map(([text, times]) => text.repeat(times))
const option = fc.record({ id: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), description: fc.option(words) })

// Less than nothing and nothing are the same in JSON.
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map(value => value || 0)

/** Messages of every shape that the domain can make. */
export const anyOutgoing: fc.Arbitrary<OutgoingMessage> = fc.record({
  text: fc.oneof(words, long),
  menu: fc.option(fc.record({ style: fc.constantFrom('QUICK_REPLIES' as const, 'MENU' as const), options: fc.array(option, { maxLength: 12 }) })),
  content: fc.option(fc.oneof(
    fc.record({ kind: fc.constant('LOCATION' as const), latitude: degrees(90), longitude: degrees(180) }),
    fc.record({ kind: fc.constant('CONTACTS' as const), people: fc.array(fc.record({ name: words, phones: fc.array(fc.constant('+18095551234'), { maxLength: 2 }), emails: fc.array(fc.constant('ana@example.test'), { maxLength: 2 }) }), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant('CARD' as const), title: words, subtitle: words, imageId: fc.constant('file-0') }),
    fc.record({ kind: fc.constant('FORM' as const), title: words, fields: fc.array(fc.record({ name: words, label: words, type: fc.constantFrom('TEXT' as const, 'PHONE' as const) }), { maxLength: 4 }) }),
    fc.record({ kind: fc.constant('ORDER' as const), items: fc.array(fc.record({ productId: words, quantity: fc.integer({ min: 1, max: 9 }) }), { maxLength: 3 }) }),
  )),
  files: fc.array(fc.constantFrom('image/jpeg', 'image/gif', 'audio/ogg', 'audio/mpeg', 'video/mp4', 'application/pdf'), { maxLength: 3 })
    .map(types => types.map((mediaType, index) => outgoingFile({ id: `file-${index}`, mediaType }))),
}).map(shape => outgoing(shape))

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom, shuffle } from '../../../../platform/random.ts'
import { sameSubject } from './mail-subject.ts'
import { threadOf, threadToken, type KnownMail } from './mail-thread.ts'

interface Mail {
  messageId: string
  subject: string
  /** In-Reply-To, then References from the last to the first. */
  answers: string[]
}

/** Does with each decision what the core does, on a table by Message-ID. */
class Threads {
  readonly #table: (KnownMail & { name: string })[] = []
  #count = 0

  takes({ messageId, subject, answers }: Mail, signed: string[] = []): string {
    const decision = threadOf({ messageId, subject, threadTokens: [...signed, ...answers] }, token => this.#table.filter(({ name }) => name === token))
    const conversationId = decision.conversationId ?? `c${++this.#count}`
    for (const row of this.#table) if (decision.joins.includes(row.conversationId)) row.conversationId = conversationId
    for (const name of [...decision.names, threadToken(conversationId)]) this.#table.push({ name, conversationId, subject: decision.subject })
    return conversationId
  }

  of({ messageId, subject }: Mail) {
    return this.known(messageId, subject)?.conversationId
  }

  known(name: string, subject: string) {
    return this.#table.find(row => row.name === name && row.subject === sameSubject(subject))
  }
}

const mail = (messageId: string, answers: string[] = [], subject = 'Mi pedido'): Mail => ({ messageId, subject, answers })

/** Trees: each mail after the first answers one before it. Programs write all of References, or only whom they answer. */
const trees = fc.array(fc.record({ parent: fc.nat(), isBare: fc.boolean(), prefix: fc.constantFrom('', 'Re: ', 'RV: ', 'RE: Re: ', '[EXTERNAL] ', 'RES: ') }), { minLength: 1, maxLength: 12 })

function treeOf(shape: { parent: number; isBare: boolean; prefix: string }[]): Mail[] {
  const mails = [mail('m0@x')]
  for (const { parent, isBare, prefix } of shape) {
    const above = mails[parent % mails.length]!
    const ancestors = [above.messageId, ...above.answers]
    mails.push(mail(`m${mails.length}@x`, isBare ? [above.messageId] : ancestors, `${prefix}Mi pedido`))
  }
  return mails
}

describe('the conversation of a mail', () => {
  test('is one for a whole tree of mails, in whatever order they come', () => {
    fc.assert(fc.property(trees, fc.nat(), (shape, seed) => {
      const threads = new Threads()
      const mails = treeOf(shape)
      for (const each of shuffle([...mails], seededRandom(seed))) threads.takes(each)
      expect(new Set(mails.map(each => threads.of(each))).size).toBe(1)
    }), { numRuns: 10_000 })
  })

  test('is joined to no other by mails that come between', () => {
    fc.assert(fc.property(trees, trees, fc.nat(), (one, other, seed) => {
      const threads = new Threads()
      const mails = treeOf(one)
      const others = treeOf(other).map(each => mail(`other-${each.messageId}`, each.answers.map(id => `other-${id}`)))
      for (const each of shuffle([...mails, ...others], seededRandom(seed))) threads.takes(each)
      expect(threads.of(mails[0]!)).not.toBe(threads.of(others[0]!))
      expect(new Set([...mails, ...others].map(each => threads.of(each))).size).toBe(2)
    }), { numRuns: 2000 })
  })

  test('chatwoot#10028, #3868: goes on when it is answered elsewhere, by a colleague whose mail we never saw', () => {
    const threads = new Threads()
    const ours = threads.takes(mail('ours@x'))
    expect(threads.takes(mail('reply@x', ['colleague@outlook.test', 'unseen@outlook.test', 'ours@x']))).toBe(ours)
    expect(threads.takes(mail('late@x', ['unseen@outlook.test']))).toBe(ours)
  })

  test('chatwoot#15869: is a new one where somebody takes an old mail to ask about something else', () => {
    const threads = new Threads()
    const old = threads.takes(mail('old@x', [], 'Factura de mayo'))
    const asked = threads.takes(mail('new@x', ['old@x'], 'Cambio de dirección'), [threadToken(old)])
    expect(asked).not.toBe(old)
    expect(threads.takes(mail('more@x', ['new@x', 'old@x'], 'Re: Cambio de dirección'))).toBe(asked)
    expect(threads.takes(mail('still@x', ['old@x'], 'RE: Factura de mayo'))).toBe(old)
  })

  test('comes apart by subjects in the same way in whatever order the mails come', () => {
    fc.assert(fc.property(trees, fc.array(fc.constantFrom('Uno', 'Dos', 'Tres'), { minLength: 13, maxLength: 13 }), fc.nat(), (shape, subjects, seed) => {
      const mails = treeOf(shape).map((each, at) => ({ ...each, subject: subjects[at]! }))
      const [inOrder, shuffled] = [new Threads(), new Threads()]
      for (const each of mails) inOrder.takes(each)
      for (const each of shuffle([...mails], seededRandom(seed))) shuffled.takes(each)
      for (const [one, other] of mails.flatMap(each => mails.map(another => [each, another] as const))) {
        expect(shuffled.of(one) === shuffled.of(other)).toBe(inOrder.of(one) === inOrder.of(other))
      }
    }), { numRuns: 2000 })
  })

  test('is found by the signed address before all else, and never by the subject alone', () => {
    const threads = new Threads()
    const [first, second] = [threads.takes(mail('a@x')), threads.takes(mail('b@x'))]
    expect(first).not.toBe(second)
    expect(threads.takes(mail('n@x', ['a@x'], 'Re: Mi pedido'), [threadToken(second)])).toBe(second)
  })

  test('is that of the mail it answers where the subject was left out', () => {
    const threads = new Threads()
    const first = threads.takes(mail('a@x'))
    expect(threads.takes(mail('b@x', ['a@x'], ''))).toBe(first)
    expect(threads.known('b@x', 'Mi pedido')).toBeDefined()
  })
})

test.each([
  ['Re: Re[2]: Mi  Pedido', 'mi pedido'], ['RV: ENC: Fwd: mi pedido', 'mi pedido'], ['[EXTERNAL] RE: Mi pedido [bp-abcdefgh12345678]', 'mi pedido'], ['Respuesta automática: Mi pedido', 'mi pedido'],
  ['Regalo', 'regalo'], ['Reenvío de factura', 'reenvío de factura'], ['Re:', ''],
])('the subject “%s” is about “%s”', (subject, about) => expect(sameSubject(subject)).toBe(about))

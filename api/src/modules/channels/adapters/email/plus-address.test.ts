import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeToken, plusAddress, readToken, tokenOf, type AddressToken } from './plus-address.ts'

const key = Buffer.alloc(32, 1)
const tokens = fc.record({ kind: fc.constantFrom('CONVERSATION', 'MESSAGE'), id: fc.uuid() }) as fc.Arbitrary<AddressToken>
const OWN = 'soporte@negocio.test'

describe('a signed address', () => {
  test('says what was put into it, in whatever case mail servers bring it back', () => {
    fc.assert(fc.property(tokens, fc.boolean(), (token, isLoud) => {
      const address = plusAddress(OWN, makeToken(key, token))!
      const back = isLoud ? address.toUpperCase() : address
      expect(readToken(key, tokenOf(back, OWN)!)).toEqual(token)
    }), { numRuns: 10_000 })
  })

  test('cannot be made without the key: neither by changing a letter, nor by taking another’s signature, nor by guessing', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz234567']
    fc.assert(fc.property(tokens, fc.uuid(), fc.nat(42), fc.constantFrom(...letters), (token, other, at, letter) => {
      const text = makeToken(key, token)
      const changed = text.slice(0, at) + letter + text.slice(at + 1)
      if (changed !== text) expect(readToken(key, changed)).toBeUndefined()
      const swapped = makeToken(key, { kind: token.kind, id: other }).slice(0, 27) + text.slice(27)
      if (other !== token.id) expect(readToken(key, swapped)).toBeUndefined()
      expect(readToken(Buffer.alloc(32, 2), text)).toBeUndefined()
    }), { numRuns: 10_000 })
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...letters), minLength: 43, maxLength: 43 }), guess => readToken(key, `c${guess.slice(1)}`) === undefined), { numRuns: 10_000 })
  })

  test('of a conversation is none of a message with the same id', () => {
    const id = '019ab0c0-0000-7000-8000-000000000001'
    expect(readToken(key, `m${makeToken(key, { kind: 'CONVERSATION', id }).slice(1)}`)).toBeUndefined()
  })

  test('is left out where the name before the @ would become longer than 64 letters, and is read of our own address alone', () => {
    const token = makeToken(key, { kind: 'CONVERSATION', id: '019ab0c0-0000-7000-8000-000000000001' })
    expect(plusAddress('atencion-al-cliente0@a.test', token)).toHaveLength(64 + '@a.test'.length)
    expect(plusAddress('atencion-al-cliente01@a.test', token)).toBeUndefined()
    expect(tokenOf(`soporte+${token}@otro.test`, OWN)).toBeUndefined()
    expect(tokenOf(OWN, OWN)).toBeUndefined()
  })
})

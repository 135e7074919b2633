import { hmac, isSame } from '../../../../platform/crypto.ts'
import { isId } from '../../../../platform/ids.ts'

/** What an address of ours stands for: a conversation that answers come back to, or a message whose bounce comes back. */
export interface AddressToken {
  kind: 'CONVERSATION' | 'MESSAGE'
  id: string
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
const SIGNATURE_BYTES = 10
/** RFC 5321, 4.5.3.1.1. */
const LONGEST_LOCAL_PART = 64
const SHAPE = /^([cm])([a-z2-7]{26})([a-z2-7]{16})$/

/** 43 small letters and digits, since mail servers change the case of what stands before the @. */
export function makeToken(key: Buffer, { kind, id }: AddressToken): string {
  const letter = kind === 'CONVERSATION' ? 'c' : 'm'
  return letter + base32(Buffer.from(id.replaceAll('-', ''), 'hex')) + signature(key, letter, id.toLowerCase())
}

/** Nothing unless the key signed it. */
export function readToken(key: Buffer, text: string): AddressToken | undefined {
  const [, letter, encoded, signed] = SHAPE.exec(text.toLowerCase()) ?? []
  if (!letter || !encoded || !signed) return undefined
  const id = uuid(encoded)
  if (!isId(id) || !isSame(signed, signature(key, letter, id))) return undefined
  return { kind: letter === 'c' ? 'CONVERSATION' : 'MESSAGE', id }
}

/** `support+token@example.com`; nothing where the name before the @ is too long to carry one. */
export function plusAddress(address: string, token: string): string | undefined {
  const at = address.lastIndexOf('@')
  const local = `${address.slice(0, at)}+${token}`
  return local.length > LONGEST_LOCAL_PART ? undefined : local + address.slice(at)
}

/** What stands after the plus, where the address is ours. */
export function tokenOf(address: string, own: string): string | undefined {
  const [text, ours] = [address.toLowerCase(), own.toLowerCase()]
  const at = ours.lastIndexOf('@')
  const isOurs = text.startsWith(`${ours.slice(0, at)}+`) && text.endsWith(ours.slice(at))
  return isOurs ? text.slice(at + 1, text.length - (ours.length - at)) : undefined
}

const signature = (key: Buffer, letter: string, id: string) => base32(hmac(key, `mail ${letter}:${id}`).subarray(0, SIGNATURE_BYTES))

function base32(bytes: Buffer): string {
  let [text, held, bits] = ['', 0, 0]
  for (const byte of bytes) {
    held = (held << 8 | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[held >> (bits - 5) & 31]
  }
  return bits > 0 ? text + ALPHABET[held << (5 - bits) & 31] : text
}

/** The bits that are left over must be zero: one id has one spelling. */
function uuid(encoded: string): string {
  let [bits, value] = [0n, 0n]
  for (const letter of encoded) [value, bits] = [value << 5n | BigInt(ALPHABET.indexOf(letter)), bits + 5n]
  const spare = bits - 128n
  if (value & (1n << spare) - 1n) return ''
  return (value >> spare).toString(16).padStart(32, '0').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

import { announcedBy } from './digit-run.ts'
import type { Reading } from './reading.ts'

const LABELS = new Set((
  'pedido orden order factura invoice ticket caso case guia tracking rastreo reserva reservacion booking reservation ' +
  'codigo code referencia reference ref contrato contract solicitud request reclamo claim ncf comprobante envio shipment ' +
  'cotizacion quote recibo receipt confirmacion confirmation boleto folio expediente transaccion transaction'
).split(' '))
const MOST_PARTS = 16
const LONGEST = 40

/**
 * The code of an order, invoice, ticket or the like: behind such a word or `#`, anything with a digit; on its own only
 * what looks like one, `ORD-2026-00123` or `B0100000123`.
 */
export function recogniseOrderCode(reading: Reading, index: number): void {
  if (reading.glued(index) && !opens(reading, index)) return
  const end = codeEnd(reading, index)
  const code = reading.text.slice(reading.tokens[index]!.start, reading.tokens[end - 1]!.end).toUpperCase()
  const digits = countDigits(code)
  if (digits === 0 || code.length > LONGEST) return
  const label = announcedBy(reading, index, LABELS)
  const hash = reading.word(index - 1) === '#' && reading.glued(index)
  const announced = (hash && (label !== undefined || digits > 1)) || (label !== undefined && code.length > 2)
  if (announced) reading.add('orderCode', index, end, () => (label ? { code, label } : { code }), label ? 1 : 0.8)
  else if (looksLikeCode(reading, index, end, digits)) reading.add('orderCode', index, end, () => ({ code }), 0.7)
}

function opens(reading: Reading, index: number): boolean {
  const before = reading.at(index - 1)!
  if (before.fold === '-' && reading.glued(index - 1)) return LABELS.has(reading.word(index - 2))
  return before.type === 'mark' && '#:(=,"\''.includes(before.fold) && !(reading.isDigits(index - 2) && reading.glued(index - 1))
}

/** Letters and digits, with single hyphens, slashes or underscores between. */
function codeEnd(reading: Reading, index: number): number {
  let end = index + 1
  while (end - index < MOST_PARTS && reading.glued(end)) {
    const joint = '-_/'.includes(reading.word(end)) ? 1 : 0
    const next = reading.at(end + joint)
    if (!next || next.type === 'mark' || next.apart) break
    end += joint + 1
  }
  return end
}

function countDigits(code: string): number {
  let count = 0
  for (let at = 0; at < code.length; at++) if (code.charCodeAt(at) >= 48 && code.charCodeAt(at) <= 57) count++
  return count
}

/** Capitals first, then at least three digits, in one word or behind hyphens. */
function looksLikeCode(reading: Reading, index: number, end: number, digits: number): boolean {
  const head = reading.raw(index)
  const capitals = reading.at(index)!.type === 'word' && head.length <= 6 && head === head.toUpperCase()
  return capitals && end > index + 1 && digits >= 3 && (head.length > 1 || digits >= 6)
}

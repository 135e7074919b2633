/** A decimal number held exactly: `units` divided by ten to the power of `places`. */
export interface Decimal {
  units: bigint
  places: number
}

const SHAPE = /^([+-]?)(\d{1,40})(?:\.(\d{1,40}))?$/

/** Of `1234.5` or of a number that JSON could say; null of anything else. */
export function decimalOf(value: unknown): Decimal | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const match = SHAPE.exec(typeof value === 'number' ? plainDigits(value) : value.trim())
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  const units = BigInt(whole + fraction)
  return { units: sign === '-' ? -units : units, places: fraction.length }
}

/** Without an exponent, as far as numbers are exact at all. */
function plainDigits(value: number): string {
  const text = String(value)
  if (!text.includes('e') || !Number.isFinite(value)) return text
  return Math.abs(value) < 1 ? value.toFixed(20) : BigInt(value).toString()
}

const scaled = ({ units, places }: Decimal, to: number) => units * 10n ** BigInt(to - places)

/** Below, at or above zero, as `Array.sort` wants it. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const places = Math.max(a.places, b.places)
  const [left, right] = [scaled(a, places), scaled(b, places)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Half away from zero, as shops do. */
export function rounded(value: Decimal, places: number): Decimal {
  if (value.places <= places) return { units: scaled(value, places), places }
  const step = 10n ** BigInt(value.places - places)
  const half = value.units < 0n ? -step / 2n : step / 2n
  return { units: (value.units + half) / step, places }
}

/** `-1234.50`, with thousands apart by a comma where asked, as the Dominican Republic and English write them. */
export function decimalText({ units, places }: Decimal, grouped = false): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const head = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  return `${units < 0n ? '-' : ''}${head}${places > 0 ? `.${digits.slice(-places)}` : ''}`
}

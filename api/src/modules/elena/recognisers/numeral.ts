/** An exact decimal: `units` is a whole number, counted in 10 to the power of −`places`. */
export interface Numeral {
  units: number
  places: number
}

/** A number that begins at a token and ends before another. */
export interface NumberAt {
  end: number
  numeral: Numeral
  /** An `article` is a lone "un" or "una": one of something, but not worth reporting by itself. */
  form: 'digits' | 'words' | 'article'
  confidence?: number
}

export const whole = (units: number): Numeral => ({ units, places: 0 })

/** A numeral from written digits; undefined where they are more than can be held exactly. */
export function numeralOf(integer: string, fraction = ''): Numeral | undefined {
  if (integer.length + fraction.length > 15) return undefined
  return reduced({ units: Number(integer + fraction), places: fraction.length })
}

/** Undefined where the product cannot be held exactly. */
export function times(numeral: Numeral, factor: number): Numeral | undefined {
  const units = numeral.units * factor
  return Number.isSafeInteger(units) ? reduced({ units, places: numeral.places }) : undefined
}

/** Undefined where the sum cannot be held exactly. */
export function plus(a: Numeral, b: Numeral): Numeral | undefined {
  const places = Math.max(a.places, b.places)
  const units = a.units * 10 ** (places - a.places) + b.units * 10 ** (places - b.places)
  return Number.isSafeInteger(units) ? reduced({ units, places }) : undefined
}

/** The nearest number; exact for whole ones. */
export const valueOf = ({ units, places }: Numeral): number => units / 10 ** places

export const isWhole = (numeral: Numeral) => numeral.places === 0

/** Written out with at least so many places: 1500.5 with two is `1500.50`. */
export function decimalOf({ units, places }: Numeral, least = 0): string {
  const digits = String(Math.abs(units)).padStart(places + 1, '0')
  const fraction = digits.slice(digits.length - places, digits.length).padEnd(least, '0')
  const integer = digits.slice(0, digits.length - places)
  return `${units < 0 ? '-' : ''}${integer}${fraction === '' ? '' : `.${fraction}`}`
}

function reduced({ units, places }: Numeral): Numeral {
  while (places > 0 && units % 10 === 0) {
    units /= 10
    places--
  }
  return { units, places }
}

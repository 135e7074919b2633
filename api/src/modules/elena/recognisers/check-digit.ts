/** Whether a row of digits ends in the check digit of Luhn's formula (ISO/IEC 7812-1, annex B). */
export function luhnHolds(digits: string): boolean {
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48
    const weighed = at % 2 === 1 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return digits.length > 0 && sum % 10 === 0
}

/** Whether eleven digits are a Dominican cédula: its check digit is Luhn's. */
export const cedulaHolds = (digits: string) => digits.length === 11 && Number(digits) > 0 && luhnHolds(digits)

const RNC_WEIGHTS = [7, 9, 8, 6, 5, 4, 3, 2]

/** Whether nine digits are a Dominican RNC: eight weighed by the tax office's table, modulo 11. */
export function rncHolds(digits: string): boolean {
  if (digits.length !== 9) return false
  const sum = RNC_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  const rest = sum % 11
  const check = rest === 0 ? 2 : rest === 1 ? 1 : 11 - rest
  return check === Number(digits[8])
}

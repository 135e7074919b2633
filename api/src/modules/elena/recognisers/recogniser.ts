import { recogniseAddress } from './address.ts'
import { isZone } from './calendar.ts'
import { recogniseCard } from './card.ts'
import { recogniseCedula } from './cedula.ts'
import { recogniseDateTime } from './date-time.ts'
import { runsAt } from './digit-run.ts'
import { recogniseDuration } from './duration.ts'
import { recogniseEmail } from './email.ts'
import { recogniseMoney, recognisePrefixedMoney } from './money.ts'
import { recogniseNumber } from './number.ts'
import { recogniseOrderCode } from './order-code.ts'
import { recogniseOrdinal } from './ordinal.ts'
import { resolved } from './overlap.ts'
import { recognisePassport } from './passport.ts'
import { recognisePhone } from './phone.ts'
import { Reading } from './reading.ts'
import type { RecogniseOptions, Recognised } from './recognised.ts'
import { recogniseRnc } from './rnc.ts'
import { recogniseUrl } from './url.ts'

/**
 * What a text says in the ways that need no training: dates, times, sums, numbers, identity numbers, addresses. The
 * findings are ordered by start and do not overlap; of two readings the longer wins, then the more specific. Accents and
 * capitals do not matter. Never throws for a text, whatever it is, and takes time in proportion to its length (UTF-16
 * units); a RangeError for a zone that is none.
 */
export function recognise(text: string, options: RecogniseOptions): Recognised[] {
  return recogniseCounting(text, options).found
}

/** As `recognise`, with the number of looks at tokens and characters that it took. */
export function recogniseCounting(text: string, options: RecogniseOptions): { found: Recognised[]; steps: number } {
  if (!isZone(options.zone)) throw new RangeError(`${options.zone} is no IANA time zone`)
  const reading = new Reading(text, options)
  readAll(reading)
  const found = resolved(reading).flatMap(({ kind, first, end, value, confidence }) => {
    if (options.kinds && !options.kinds.includes(kind)) return []
    const [start, stop] = [reading.tokens[first]!.start, reading.tokens[end - 1]!.end]
    const meant = value()
    const certainty = confidence < 1 ? { confidence: Math.round(confidence * 100) / 100 } : {}
    return meant ? [{ kind, start, end: stop, text: text.slice(start, stop), value: meant, ...certainty } as Recognised] : []
  })
  return { found, steps: reading.steps }
}

function readAll(reading: Reading): void {
  let nextNumber = 0
  for (let index = 0; index < reading.tokens.length; index++) {
    const { type } = reading.tokens[index]!
    if (type === 'mark') readMark(reading, index)
    else readWord(reading, index)
    if (type === 'digits') readDigits(reading, index)
    if (index >= nextNumber) nextNumber = recogniseNumber(reading, index)
  }
}

function readMark(reading: Reading, index: number): void {
  const mark = reading.tokens[index]!.fold
  if (mark === '@') recogniseEmail(reading, index)
  else if (mark === '+' || mark === '(') recognisePhone(reading, index)
  else recognisePrefixedMoney(reading, index)
}

function readWord(reading: Reading, index: number): void {
  recogniseDateTime(reading, index)
  recogniseMoney(reading, index)
  recogniseDuration(reading, index)
  recogniseOrdinal(reading, index)
  recognisePrefixedMoney(reading, index)
  recogniseUrl(reading, index)
  recogniseOrderCode(reading, index)
  recognisePassport(reading, index)
  recogniseAddress(reading, index)
}

function readDigits(reading: Reading, index: number): void {
  const runs = runsAt(reading, index)
  if (runs.length > 0) {
    recogniseCard(reading, index, runs)
    recogniseCedula(reading, index, runs)
    recogniseRnc(reading, index, runs)
  }
  recognisePhone(reading, index)
}

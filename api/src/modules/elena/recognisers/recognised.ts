/** What a recogniser can find. */
export type Kind = keyof Values

export const kinds = [
  'address', 'card', 'cedula', 'date', 'dateTime', 'duration', 'email', 'money', 'number', 'orderCode', 'ordinal',
  'passport', 'percentage', 'phone', 'rnc', 'time', 'url',
] as const satisfies readonly Kind[]

/** A wall-clock time without a zone, `2026-12-04T15:30`, and the UTC instant it is in the zone asked about. */
export interface Moment {
  local: string
  instant: string
}

/** A calendar day `2026-12-04`, or a span of days of which both ends are part. */
export type DateValue = { date: string } | { from: string; to: string }

/** A time of day `15:30` (24 hours, seconds only when said), or a span; a span may end at `24:00` or pass midnight. */
export type TimeValue = { time: string } | { from: string; to: string }

/** A day with a time, or the span between two. */
export type DateTimeValue = Moment | { from: Moment; to: Moment }

/** ISO 8601 (`P2M`, `P14D`, `PT1H30M`); seconds only where they are certain, so not with months or years in it. */
export interface DurationValue {
  duration: string
  seconds?: number
}

/** A decimal string with at least two places, `2000.00`, and an ISO 4217 code. */
export interface MoneyValue {
  amount: string
  currency: string
}

export interface CardValue {
  brand: CardBrand
  last4: string
  /** All but the last four digits hidden: `•••• •••• •••• 1111`. */
  masked: string
}

export type CardBrand = 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay'

export interface AddressValue {
  /** The whole, with single spaces. */
  address: string
  street?: string
  number?: string
  unit?: string
  sector?: string
}

/** The shape of `value` for every kind. */
export interface Values {
  date: DateValue
  time: TimeValue
  dateTime: DateTimeValue
  duration: DurationValue
  number: { number: number }
  ordinal: { ordinal: number }
  money: MoneyValue
  /** `15` for 15 %. */
  percentage: { percent: number }
  /** E.164. */
  phone: { phone: string }
  /** Lower case. */
  email: { email: string }
  /** With a scheme; `https` where none was written. */
  url: { url: string }
  /** Written `001-1391820-5`; `valid` says whether the check digit holds. */
  cedula: { cedula: string; valid: boolean }
  /** Written `1-01-85004-3`; `valid` says whether the check digit holds. */
  rnc: { rnc: string; valid: boolean }
  /** Upper case, without spaces. */
  passport: { passport: string }
  /** Holds nothing from which the number could be restored. */
  card: CardValue
  /** Upper case; `label` is the word that announced it, as `pedido`. */
  orderCode: { code: string; label?: string }
  address: AddressValue
}

/** Something found. `start` and `end` are UTF-16 offsets into the text given, and `text` is what stands between. */
export type Recognised = { [K in Kind]: Found<K> }[Kind]

export interface Found<K extends Kind> {
  kind: K
  start: number
  end: number
  text: string
  value: Values[K]
  /** 0…1; absent where the reading is beyond doubt. */
  confidence?: number
}

export interface RecogniseOptions {
  language: 'es' | 'en'
  /** The instant from which "mañana" is counted. */
  now: Date
  /** The IANA zone in which people here say "mañana". */
  zone: string
  /** What "pesos" (es) and "$" mean, ISO 4217; `DOP` unless told. */
  currency?: string
  /** Where a telephone number without `+` is called from, ISO 3166; `DO` unless told. */
  country?: string
  /** What 03/05 means; the day first in Spanish, the month in English unless told. */
  dateOrder?: 'dayFirst' | 'monthFirst'
  /** Only these are returned, and they win over others that could be read from the same characters. */
  kinds?: readonly Kind[]
}

/** JSON from outside, taken for nothing but what it proves to be: whatever is asked of it, it never throws. */
export class Json {
  readonly value: unknown
  constructor(value: unknown) {
    this.value = value
  }

  /** Throws where it is no JSON. */
  static parse(body: Buffer): Json {
    return new Json(JSON.parse(body.toString('utf8')))
  }

  /** Follows own fields only: nothing is inherited from what somebody calls `__proto__`. */
  at(...path: string[]): Json {
    let { value } = this
    for (const key of path) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
    return new Json(value)
  }

  has(key: string): boolean {
    return isObject(this.value) && Object.hasOwn(this.value, key)
  }

  get isThere(): boolean {
    return this.value !== undefined && this.value !== null
  }

  get isObject(): boolean {
    return isObject(this.value)
  }

  get list(): Json[] {
    return Array.isArray(this.value) ? this.value.map(item => new Json(item)) : []
  }

  get text(): string | undefined {
    return typeof this.value === 'string' ? storable(this.value) : undefined
  }

  /** A short text that is not empty: something to look up by. */
  get id(): string | undefined {
    const id = typeof this.value === 'number' ? String(this.value) : this.text?.trim()
    return id && id.length <= LONGEST_ID ? id : undefined
  }

  get number(): number | undefined {
    const number = typeof this.value === 'string' && this.value.trim() !== '' ? Number(this.value) : this.value
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined
  }

  get isTrue(): boolean {
    return this.value === true
  }

  /** As it came, fit to be stored: without what a database refuses, and cut where it nests too deep to be written again. */
  plain(depth = 12): unknown {
    const { value } = this
    if (typeof value === 'string') return storable(value)
    if (!value || typeof value !== 'object') return value
    if (depth === 0) return '…'
    if (Array.isArray(value)) return value.map(item => new Json(item).plain(depth - 1))
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '__proto__').map(([key, item]) => [storable(key), new Json(item).plain(depth - 1)]))
  }
}

const LONGEST_ID = 512

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** PostgreSQL keeps neither zeros nor halves of a pair. */
const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed()

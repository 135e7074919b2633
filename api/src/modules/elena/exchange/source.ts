import { EndOfReading, type Draft } from './draft.ts'
import { limits } from './model.ts'

/** A file as it came: its bytes, its text and what its JSON says, each made when asked for and once. */
export class Source {
  readonly bytes: Uint8Array
  readonly fileName: string
  private readonly draft: Draft
  private decoded?: string
  private parsed?: { root: unknown }

  constructor(content: Uint8Array | string, fileName: string, draft: Draft) {
    this.bytes = typeof content === 'string' ? new Uint8Array() : content
    if (typeof content === 'string') this.decoded = content.replace(/^\ufeff/, '')
    this.fileName = fileName
    this.draft = draft
  }

  get isZip(): boolean {
    return this.bytes[0] === 0x50 && this.bytes[1] === 0x4b && this.bytes[2]! <= 8
  }

  /** UTF-8 or UTF-16 with a byte order mark, else UTF-8, else what spreadsheets on Spanish desks still write. */
  get text(): string {
    return this.decoded ??= this.decode()
  }

  private decode(): string {
    const [first, second] = this.bytes
    if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(this.bytes)
    if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(this.bytes)
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(this.bytes)
    } catch {
      this.draft.note('decodedAsWindows1252')
      return new TextDecoder('windows-1252').decode(this.bytes)
    }
  }

  /** What the file says as JSON. Throws EndOfReading where it is none, with the problem told. */
  get json(): unknown {
    this.parsed ??= { root: parseJson(this.text, this.draft) }
    return this.parsed.root
  }
}

/** Parses JSON of a depth that people write. Throws EndOfReading otherwise, with the problem and its line told. */
export function parseJson(text: string, draft: Draft, path?: string): unknown {
  const place = path === undefined ? {} : { path }
  if (depthExceeds(text, limits.depth)) {
    draft.problem('tooDeep', place, { most: limits.depth })
    throw new EndOfReading()
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    draft.problem('jsonBroken', { ...place, ...lineOfJsonError(error as Error, text) })
    throw new EndOfReading()
  }
}

function depthExceeds(text: string, most: number): boolean {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 0x22) quoted = !quoted
    else if (quoted) at += code === 0x5c ? 1 : 0
    else if (code === 0x5b || code === 0x7b) depth++
    else if (code === 0x5d || code === 0x7d) depth--
    if (depth > most) return true
  }
  return false
}

function lineOfJsonError({ message }: Error, text: string): { line?: number } {
  const position = / at position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return { line: lineAt(text, Number(position)) }
  if (/Unexpected end/.test(message)) return { line: lineAt(text, text.length) }
  // Without a position the message quotes some letters on both sides of it: told where they stand in one place only.
  const [, before, quoted = ''] = /, (\.{3})?"(.+)"(?:\.{3})? is not valid JSON$/s.exec(message) ?? []
  const at = text.indexOf(quoted)
  return quoted && at >= 0 && at === text.lastIndexOf(quoted) ? { line: lineAt(text, at + (before ? quotedBefore : 0)) } : {}
}

const quotedBefore = 10

/** The line (from 1) that a position of a text is in. */
export function lineAt(text: string, position: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line++
  return line
}

type Fields = Readonly<Record<string, unknown>>

/** An object's fields, or none where it is no object: `fieldsOf(anything).name` never throws. */
export const fieldsOf = (value: unknown): Fields => typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : {}

/** An array's items, or none where it is no array. */
export const itemsOf = (value: unknown): readonly unknown[] => Array.isArray(value) ? value : []

import { parse } from 'range-parser'
import type { FileRange } from '../../../platform/files/file-store.ts'

const MALFORMED = 1

interface Asked {
  range?: string
  'if-range'?: string
}

/**
 * Which bytes of a file a request asks for, by RFC 9110 §14: the whole where it asks for nothing that can be read, for
 * several parts at once, or for a part of another version. NOT_SATISFIABLE where the file ends before.
 */
export function wantedBytes(asked: Asked, { size, tag }: { size: number; tag: string }): Required<FileRange> | 'WHOLE' | 'NOT_SATISFIABLE' {
  if (!asked.range || (asked['if-range'] ?? tag) !== tag) return 'WHOLE'
  const { code, type, ranges: [first, ...others] } = parse(size, asked.range)
  if (type !== 'bytes' || code & MALFORMED || others.length) return 'WHOLE'
  return first ?? 'NOT_SATISFIABLE'
}

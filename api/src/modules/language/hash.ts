const prime = 0x01000193

/** FNV-1a over UTF-16 code units (Fowler, Noll, Vo), from a start value that says whose key it is. Unsigned 32 bits. */
export function hashText(text: string, start: number): number {
  let hash = start
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime)
  return hash >>> 0
}

/** One more number (a code unit or another hash) into a hash. */
export const hashOn = (hash: number, value: number): number => Math.imul(hash ^ value, prime) >>> 0

/** Two hashes as one, in their order; mixed so that neighbours do not cancel. */
export function hashPair(first: number, second: number): number {
  let hash = Math.imul(first ^ (second >>> 15) ^ Math.imul(second, 0x85ebca6b), 0xc2b2ae35)
  hash ^= hash >>> 13
  return hash >>> 0
}

import { splitText } from '../split-text.ts'

export interface Room {
  /** In UTF-16 units. */
  chars: number
  /** Of UTF-8: Instagram counts those. */
  bytes: number
}

export const fits = (text: string, { chars, bytes }: Room): boolean => text.length <= chars && Buffer.byteLength(text) <= bytes

/** A text in pieces that fit, cut where a reader would pause. */
export function splitToFit(text: string, room: Room): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest !== '' && !fits(rest, room)) {
    const [piece = ''] = splitText(rest, unitsThatFit(rest, room))
    pieces.push(piece)
    rest = rest.slice(piece.length).trimStart()
  }
  return rest ? [...pieces, rest] : pieces
}

/** How much of the beginning goes in, in whole characters. */
function unitsThatFit(text: string, { chars, bytes }: Room): number {
  let [units, used] = [0, 0]
  for (const character of text) {
    used += Buffer.byteLength(character)
    if (used > bytes || units + character.length > chars) break
    units += character.length
  }
  return units
}

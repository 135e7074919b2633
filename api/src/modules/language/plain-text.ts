import { fold } from './fold.ts'

/** By this two texts are the same: without accents, case, punctuation and doubled spaces. Of signs alone, the signs. */
export function plainText(text: string): string {
  const folded = fold(text.normalize('NFC'))
  return folded.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || folded.replace(/\s+/g, ' ').trim()
}

import { KeyTable } from '../../language/index.ts'
import { textKey } from './text-terms.ts'

const letters = [...'abcdefghijklmnopqrstuvwxyz']
// A short word has a neighbour by chance; a long "word" is none, and would cost time with its length.
const shortest = 4
const longest = 30

/** The words that an index knows, and the one that a word not known was meant to be. */
export class Spelling {
  private table = new KeyTable(1024)

  add(word: string): void {
    if (this.table.size === this.table.keys.length) this.grow()
    this.table.add(textKey(word))
  }

  private grow(): void {
    const table = new KeyTable(this.table.keys.length * 2)
    for (const key of this.table.keys) table.add(key)
    this.table = table
  }

  knows(word: string): boolean {
    return this.table.find(textKey(word)) >= 0
  }

  /** The folded word itself where it is known or nothing is near; else the only known word that is one slip away. */
  repair(word: string): string {
    if (word.length < shortest || word.length > longest || this.knows(word)) return word
    const near = new Set<string>()
    for (const other of oneSlipAway(word)) if (this.knows(other)) near.add(other)
    return near.size === 1 ? [...near][0]! : word
  }
}

/** A letter left out, added, changed or swapped with the next (Damerau), as Norvig's corrector goes through them. */
function* oneSlipAway(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at)
    const after = word.slice(at)
    if (after) yield before + after.slice(1)
    if (after.length > 1) yield before + after[1]! + after[0]! + after.slice(2)
    for (const letter of letters) {
      yield before + letter + after
      if (after) yield before + letter + after.slice(1)
    }
  }
}

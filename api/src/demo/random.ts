/** Chance that comes out the same every time (mulberry32): the same seed tells the same week. */
export class Random {
  #state: number

  constructor(seed: string) {
    this.#state = [...seed].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261)
  }

  /** From 0 to 1, 1 not included. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61)
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number, both ends included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.next() * items.length)]!
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  shuffled<Item>(items: readonly Item[]): Item[] {
    return items.map(item => ({ item, rank: this.next() })).sort((a, b) => a.rank - b.rank).map(({ item }) => item)
  }
}

/** Deals cards one by one, and begins anew when all are dealt: nothing comes again before everything was there. */
export class Deck<Card> {
  readonly #cards: Card[]

  constructor(cards: readonly Card[], random: Random) {
    this.#cards = random.shuffled(cards)
  }

  /** The next card, or the next that fits when one does. */
  deal(fits: (card: Card) => boolean = () => true): Card {
    const [card] = this.#cards.splice(Math.max(0, this.#cards.findIndex(fits)), 1)
    this.#cards.push(card!)
    return card!
  }
}

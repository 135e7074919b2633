const BLOT = '•••'
/** Who looks at an answer needs no secret; in what flows get, a short one is more likely the year or the amount that it looks like. */
export type Place = 'SHOWN' | 'TOLD'
const SHORTEST: Record<Place, number> = { SHOWN: 4, TOLD: 12 }

/** Blots secrets out, in every spelling in which a system may say them again. */
export class Redaction {
  readonly #spellings: string[]

  constructor(secrets: Iterable<string>, place: Place = 'SHOWN') {
    const spellings = new Set([...secrets].filter(secret => secret.length >= SHORTEST[place]).flatMap(spellingsOf))
    // The longer first, or a part of it would stay.
    this.#spellings = [...spellings].toSorted((one, other) => other.length - one.length)
  }

  of(text: string): string {
    return this.#spellings.reduce((whole, secret) => (whole.includes(secret) ? whole.replaceAll(secret, BLOT) : whole), text)
  }
}

function spellingsOf(secret: string): string[] {
  const escaped = JSON.stringify(secret).slice(1, -1)
  return [secret, escaped, encodeURIComponent(secret), new URLSearchParams({ '': secret }).toString().slice(1), Buffer.from(secret).toString('base64')]
}

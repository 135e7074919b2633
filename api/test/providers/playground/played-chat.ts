import type { PlayedLine, Switches } from './lines.ts'

interface Did { id: string; at: Date; text: string; files: { name: string }[] }

interface Asks extends Partial<Switches> {
  url?: string
  secret?: string
  text?: string
  title?: string
  name?: string
  mediaType?: string
  base64?: string
}

/** What the page shows of one channel, and what may be done on it. */
export class PlayedChat {
  readonly #line: PlayedLine
  readonly #did: Did[] = []
  #switches: Switches = { silent: false, refuse: '', revoked: false, duplicates: false, shuffled: false }

  constructor(line: PlayedLine) {
    this.#line = line
  }

  shown() {
    const { double: { kind, url, settings, ledger }, customer, pastes, codes } = this.#line
    const arrived = customer.inbox.map(({ id, at, text, buttons, files }) => ({ id, at, text, buttons, files, isHers: false }))
    const chat = [...arrived, ...this.#did.map(did => ({ ...did, buttons: [], isHers: true }))].toSorted((a, b) => a.at.getTime() - b.at.getTime())
    return { kind, url, settings, customer: customer.id, pastes, codes, switches: this.#switches, refused: ledger.refused.slice(-3), chat }
  }

  async does(verb: string, asks: Asks): Promise<void> {
    const verbs: Record<string, () => unknown> = {
      subscribe: () => this.#line.double.subscribe({ url: asks.url ?? '', secret: asks.secret ?? '' }),
      writes: () => this.#keep(this.#line.customer.writes(asks.text ?? ''), asks.text),
      taps: () => this.#keep(this.#line.customer.taps(this.#tapped(asks.title ?? '')), asks.title),
      sends: () => this.#sends(asks),
      reads: () => this.#line.customer.reads(),
      switches: () => this.#line.turn(this.#switches = { ...this.#switches, ...asks }),
    }
    if (!Object.hasOwn(verbs, verb)) throw new Error(`Nobody can do “${verb}” here.`)
    await verbs[verb]!()
  }

  /** On SMS the buttons are lines with their numbers. */
  #tapped(title: string): string {
    return this.#line.double.kind === 'SMS' ? title.replace(/^\d+\. /, '') : title
  }

  #sends({ name = 'foto.png', mediaType = 'image/png', base64 = '', text }: Asks) {
    const content = Buffer.from(base64, 'base64')
    this.#keep(this.#line.customer.sends({ name, mediaType, content, ...(text && { caption: text }) }), text, [{ name }])
  }

  #keep(id: string, text = '', files: Did['files'] = []) {
    this.#did.push({ id, at: new Date(), text, files })
  }
}

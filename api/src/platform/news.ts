import type { Unit } from './unit.ts'

/** A module names what it tells: `declare module '../../platform/news.ts' { interface NewsItems { … } }` */
export interface NewsItems {}

type Listener<Item> = (unit: Unit, item: Item) => Promise<void>

/** What a module tells those above it. They act in the unit that it happens in: all of it is committed, or none. */
export class News {
  readonly #listeners = new Map<string, Listener<never>[]>()

  on<Name extends keyof NewsItems & string>(name: Name, listener: Listener<NewsItems[Name]>): this {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener])
    return this
  }

  /** One after the other, in the order in which they came to listen. */
  async tell<Name extends keyof NewsItems & string>(unit: Unit, name: Name, item: NewsItems[Name]): Promise<void> {
    for (const listener of this.#listeners.get(name) ?? []) await listener(unit, item as never)
  }
}

import { LRUCache } from 'lru-cache'
import type { ReadUnit } from '../../platform/unit.ts'
import { readElena, type ElenaModel } from './engine.ts'
import { PrototypeWorker } from './prototype-worker.ts'
import { newestPhrases, taughtOf } from './training-set.store.ts'

const MOST_TENANTS = 50
// What takes about a second of one core: learning goes by phrases times intents, and copying and reading by phrases.
const MOST_WORK = 90_000
const MOST_PHRASES = 2500
const LEAST_OF_INTENT = 2

interface Prototype {
  revision: string
  model: Promise<ElenaModel>
}

/** Models of the phrases as they are at this moment, learnt while somebody waits: of large sets, from the newest of each intent. */
export class Prototypes {
  readonly #worker = new PrototypeWorker()
  readonly #known = new LRUCache<string, Prototype>({ max: MOST_TENANTS })

  /** Nothing while there are not two intents with phrases, which could be told apart. */
  async of(unit: ReadUnit): Promise<ElenaModel | null> {
    const { revision, intentCount } = await taughtOf(unit)
    if (intentCount < 2) return null
    const known = this.#known.get(unit.tenantId)
    if (known?.revision === revision) return known.model
    const prototype = { revision, model: this.#learn(unit, phrasesEach(intentCount)) }
    this.#known.set(unit.tenantId, prototype)
    prototype.model.catch(() => { if (this.#known.peek(unit.tenantId) === prototype) this.#known.delete(unit.tenantId) })
    return prototype.model
  }

  async #learn(unit: ReadUnit, each: number): Promise<ElenaModel> {
    return readElena(await this.#worker.learn(await newestPhrases(unit, each)))
  }
}

const phrasesEach = (intents: number) => Math.max(LEAST_OF_INTENT, Math.floor(Math.min(MOST_PHRASES / intents, MOST_WORK / intents ** 2)))

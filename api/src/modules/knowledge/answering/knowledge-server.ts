import { LRUCache } from 'lru-cache'
import { unhurried } from '../../../platform/breath.ts'
import type { FaqContent, PassageContent } from './content.ts'
import { readLearnt, type Learnt } from './learnt.ts'
import type { FromThread, ToThread } from './messages.ts'
import { TenantIndex } from './tenant-index.ts'

export interface KnowledgeServerOptions {
  /** What the indexes of all tenants may take, in bytes; those asked for the longest ago go first. */
  memory: number
  tell(message: FromThread): void
}

interface Build { tenantId: string, faqs: FaqContent[], passages: PassageContent[] }

/** What a character takes in memory once it is indexed, and what anything takes at least. Measured, rounded up. */
const BYTES_PER_CHARACTER = 25
const BYTES_PER_TEXT = 500

/** What the thread does that answers: keeps the tenants' indexes, and answers from them while it builds others. */
export class KnowledgeServer {
  readonly #options: KnowledgeServerOptions
  readonly #ready: LRUCache<string, TenantIndex>
  readonly #coming = new Map<string, Build>()
  #building: Promise<void> = Promise.resolve()

  constructor(options: KnowledgeServerOptions) {
    this.#options = options
    this.#ready = new LRUCache({ maxSize: options.memory })
  }

  receive(message: ToThread): void {
    if ('begin' in message) this.#coming.set(message.begin, { tenantId: message.tenantId, faqs: [], passages: [] })
    else if ('faqs' in message) this.#coming.get(message.build)?.faqs.push(...message.faqs)
    else if ('passages' in message) this.#coming.get(message.build)?.passages.push(...message.passages)
    else if ('end' in message) this.#end(message)
    else if ('learn' in message) this.#ready.peek(message.learn)?.learn(learntIn(message.learnt))
    else if ('ask' in message) this.#options.tell({ answer: message.ask, answered: this.#ready.get(message.tenantId)?.ask(message.question) ?? null })
    else this.#options.tell({ checked: message.check, clashes: this.#ready.get(message.tenantId)?.check(message.wordings) ?? null })
  }

  /** One after the other: each is ready the sooner. */
  #end({ end, learnt }: { end: string, learnt: Uint8Array | null }) {
    const build = this.#coming.get(end)
    this.#coming.delete(end)
    if (build) this.#building = this.#building.then(() => this.#build(build, learnt)).then(() => this.#options.tell({ built: end }))
  }

  async #build({ tenantId, faqs, passages }: Build, learnt: Uint8Array | null) {
    const index = new TenantIndex()
    await unhurried(index.build(faqs, passages))
    index.learn(learntIn(learnt))
    // One that is larger than all may be is there alone, rather than built anew for every question.
    this.#ready.set(tenantId, index, { size: Math.min(this.#options.memory, bytesOf(faqs, passages)) })
  }
}

/** What cannot be read, such as what an older release wrote, is learnt again some time; until then it is as if there was none. */
function learntIn(bytes: Uint8Array | null): Learnt {
  try {
    return bytes ? readLearnt(bytes) : {}
  } catch (error) {
    if (error instanceof TypeError) return {}
    throw error
  }
}

function bytesOf(faqs: readonly FaqContent[], passages: readonly PassageContent[]): number {
  const texts = [
    ...faqs.map(({ question, wordings, answer }) => question.length + answer.length + wordings.reduce((sum, each) => sum + each.length, 0)),
    ...passages.map(({ text, title }) => text.length + title.length),
  ]
  return 1 + texts.reduce((sum, characters) => sum + characters * BYTES_PER_CHARACTER + BYTES_PER_TEXT, 0)
}

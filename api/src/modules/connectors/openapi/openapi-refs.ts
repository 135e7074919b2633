import { isPart, type Part } from './openapi-file.ts'

const MOST_HOPS = 20
/** A small file can describe more than anybody could ever read: of one operation, and of all. */
const MOST_OF_ONE = 4000
const MOST_OF_ALL = 200_000

export type OpenApiProblemCode = 'BODY_KIND' | 'CIRCULAR' | 'COOKIE' | 'LEADS_NOWHERE' | 'LEADS_OUT' | 'REFUSED' | 'TOO_DEEP' | 'TOO_LARGE' | 'UNDESCRIBED'

/** Something of the file that cannot be taken. */
export class OpenApiTrouble extends Error {
  readonly code: OpenApiProblemCode

  constructor(code: OpenApiProblemCode, message: string) {
    super(message)
    this.code = code
  }
}

/** Finds what `$ref`s of the file lead to, inside the file only. */
export class OpenApiRefs {
  readonly #document: Part
  #ofOne = 0
  #ofAll = 0

  constructor(document: Part) {
    this.#document = document
  }

  /** The next operation begins. */
  begin() {
    this.#ofOne = 0
  }

  /** The part itself, or what it points to; what else stands beside a `$ref` is laid over it. Throws an OpenApiTrouble. */
  resolve(part: unknown): Part {
    if (++this.#ofOne > MOST_OF_ONE || ++this.#ofAll > MOST_OF_ALL) throw new OpenApiTrouble('TOO_LARGE', 'It is too large.')
    let present = part
    for (let hop = 0; hop < MOST_HOPS; hop++) {
      if (!isPart(present)) return {}
      const { $ref, ...beside } = present
      if ($ref === undefined) return present
      const target = this.#at(String($ref))
      present = isPart(target) ? { ...target, ...beside } : target
    }
    throw new OpenApiTrouble('CIRCULAR', 'A $ref leads back to itself.')
  }

  #at(ref: string): unknown {
    if (!ref.startsWith('#/')) throw new OpenApiTrouble('LEADS_OUT', `The $ref “${ref.slice(0, 80)}” leads out of the file.`)
    let present: unknown = this.#document
    for (const name of ref.slice(2).split('/').map(decoded)) {
      if ((!isPart(present) && !Array.isArray(present)) || !Object.hasOwn(present, name)) throw new OpenApiTrouble('LEADS_NOWHERE', `The $ref “${ref.slice(0, 80)}” leads nowhere.`)
      present = (present as Part)[name]
    }
    return present
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
  } catch {
    return part
  }
}

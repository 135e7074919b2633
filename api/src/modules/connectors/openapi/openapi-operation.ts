import type { Json } from '@botpro/graphql/flows'
import type { InputType } from '../connector-description.ts'
import { isHeaderName } from '../input-rules.ts'
import type { Field, Input, Method, Output } from '../operation/operation.ts'
import type { TypedOperation } from '../operation/operation.input.ts'
import { formatPath } from '../rest/answer-path.ts'
import { mapped } from '../rest/answer-mapping.ts'
import { isPart, type Part } from './openapi-file.ts'
import { OpenApiTrouble, type OpenApiRefs } from './openapi-refs.ts'
import { leavesOf, nameOf, sampleOf, schemaOf, textOf, typeOf, type Leaf } from './openapi-schemas.ts'

const MOST_INPUTS = 40
const MOST_OUTPUTS = 60
const BODY_DEPTH = 4
const ANSWER_DEPTH = 3

export interface Described {
  method: Method
  path: string
  operation: Part
  /** Those of the path, which every method shares. */
  shared: unknown
  key: string
}

/** One operation of a file as one of ours. Throws an OpenApiTrouble. */
export class OpenApiOperationReader {
  readonly #refs: OpenApiRefs
  readonly #inputs: Input[] = []
  readonly #query: Field[] = []
  readonly #headers: Field[] = []
  #path = ''

  constructor(refs: OpenApiRefs) {
    this.#refs = refs
  }

  read({ method, path, operation, shared, key }: Described): TypedOperation {
    this.#path = path
    for (const parameter of this.#parameters(shared, operation['parameters'])) this.#take(parameter)
    if (/\{[^}]*[^A-Za-z0-9_}][^}]*\}/.test(this.#path)) throw new OpenApiTrouble('UNDESCRIBED', 'The path names a parameter that is not described.')
    const body = this.#body(operation['requestBody'], method)
    const { outputs, sample } = this.#answer(operation['responses'])
    const summary = textOf(operation['summary']) || textOf(operation['operationId']) || `${method} ${path}`
    return {
      key, name: summary.slice(0, 80), description: textOf(operation['description']).slice(0, 500), method, path: this.#path,
      query: this.#query, headers: this.#headers, ...body, inputs: this.#inputs, outputs, sample,
      notFoundStatuses: [404], timeoutMs: 8000, retries: 1, cacheSeconds: 0, maxBytes: 500_000,
    }
  }

  /** The operation's own come over those of the path. */
  #parameters(...lists: unknown[]): Part[] {
    const found = new Map<string, Part>()
    for (const list of lists) for (const one of Array.isArray(list) ? list : []) {
      const parameter = this.#refs.resolve(one)
      found.set(`${String(parameter['in'])} ${String(parameter['name'])}`, parameter)
    }
    return [...found.values()]
  }

  #take(parameter: Part) {
    const [name, place] = [String(parameter['name']), String(parameter['in'])]
    if (place === 'header' && (!isHeaderName(name) || /^(accept|content-type)$/i.test(name))) return
    if (place === 'cookie') {
      if (parameter['required'] === true) throw new OpenApiTrouble('COOKIE', `It needs the cookie “${name}”.`)
      return
    }
    const schema = schemaOf(this.#refs, parameter['schema'] ?? firstContent(parameter['content']))
    const type = plainType(typeOf(schema))
    const input = this.#input({ path: [name], type, isRequired: place === 'path' || parameter['required'] === true, description: textOf(parameter['description'] ?? schema['description']) })
    if (place === 'path') this.#path = this.#path.replaceAll(`{${name}}`, `{${input}}`)
    else (place === 'query' ? this.#query : this.#headers).push({ name, value: `{${input}}` })
  }

  #input({ path, type, isRequired, description }: Leaf): string {
    const name = nameOf(path, new Set(this.#inputs.map(input => input.name)))
    this.#inputs.push({ name, type: plainType(type), isRequired, description: description.slice(0, 200) })
    return name
  }

  #body(part: unknown, method: Method): Pick<TypedOperation, 'bodyKind' | 'body'> {
    if (part === undefined || method === 'GET' || method === 'HEAD') return { bodyKind: 'NONE', body: [] }
    const { content, required } = this.#refs.resolve(part)
    const json = contentOf(content, isJsonType)
    const form = contentOf(content, type => type === 'application/x-www-form-urlencoded')
    const chosen = json ?? form
    if (!chosen) {
      if (required === true) throw new OpenApiTrouble('BODY_KIND', 'Its body is neither JSON nor a form.')
      return { bodyKind: 'NONE', body: [] }
    }
    const leaves = leavesOf(this.#refs, chosen['schema'], { depth: json ? BODY_DEPTH : 1, leaveOut: 'readOnly' })
    const isWhole = leaves.length + this.#inputs.length > MOST_INPUTS || leaves.some(({ path }) => path.length === 0)
    const taken = isWhole ? [{ path: [], type: 'OBJECT' as const, isRequired: required === true, description: '' }] : leaves
    const name = (leaf: Leaf) => (json ? formatPath(leaf.path) : String(leaf.path[0] ?? ''))
    return {
      bodyKind: json ? 'JSON' : 'FORM',
      body: taken.map((leaf: Leaf) => ({ name: name(leaf), value: leaf.fixed ?? `{${this.#input(leaf.path.length ? leaf : { ...leaf, path: ['body'] })}}` })),
    }
  }

  #answer(responses: unknown): { outputs: Output[]; sample: Json } {
    const all = isPart(responses) ? responses : {}
    const status = Object.keys(all).filter(one => /^2/.test(one)).toSorted()[0] ?? 'default'
    const chosen = contentOf(this.#refs.resolve(all[status])['content'], isJsonType)
    if (!chosen) return { outputs: [], sample: null }
    const outputs = this.#outputs(chosen['schema'])
    const [example] = Object.values(isPart(chosen['examples']) ? chosen['examples'] : {}).map(one => this.#refs.resolve(one)['value'])
    const answer = (chosen['example'] ?? example ?? sampleOf(this.#refs, chosen['schema'])) as Json
    const sample = mapped(answer, outputs.map(output => ({ ...output, isRequired: false })))
    return { outputs, sample: JSON.stringify(sample).length > 20_000 ? null : sample }
  }

  #outputs(schema: unknown): Output[] {
    const leaves = leavesOf(this.#refs, schema, { depth: ANSWER_DEPTH, leaveOut: 'writeOnly' }).slice(0, MOST_OUTPUTS)
    const [only] = leaves
    // A shape that nobody wrote down is given as it comes.
    if (leaves.length === 1 && only!.path.length === 0 && only!.type === 'OBJECT') return []
    const taken = new Set<string>()
    return leaves.map(({ path, type }) => {
      const name = nameOf(path.length ? path : [type === 'LIST' ? 'items' : 'answer'], taken)
      taken.add(name)
      return { name, path: formatPath(path), type, isRequired: false }
    })
  }
}

/** Lists go in as objects do. */
const plainType = (type: Leaf['type']): InputType => (type === 'LIST' ? 'OBJECT' : type)

const isJsonType = (type: string) => /^application\/([\w.-]+\+)?json$/.test(type.split(';')[0]!.trim().toLowerCase())

function contentOf(content: unknown, isWanted: (type: string) => boolean): Part | undefined {
  const found = Object.entries(isPart(content) ? content : {}).find(([type]) => isWanted(type))?.[1]
  return isPart(found) ? found : undefined
}

const firstContent = (content: unknown) => Object.values(isPart(content) ? content : {}).map(one => (isPart(one) ? one['schema'] : undefined))[0]

import { createHash } from 'node:crypto'
import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { costOf, tooComplex } from './budget.ts'
import { DEFAULT_LIMITS, withinLimits, type Limits } from './limits.ts'

/** What a client sends, over HTTP and WebSocket alike. */
export interface OperationRequest {
  query?: string | null
  operationName?: string | null
  variables?: Record<string, unknown> | null
  extensions?: Record<string, unknown> | null
}

export interface GateOptions {
  schema: GraphQLSchema
  /** Documents of our own apps by their sha256. */
  persisted?: Record<string, string>
  /** Answers nothing but persisted documents. */
  persistedOnly?: boolean
  introspection?: boolean
  limits?: Partial<Limits>
  maxTokens?: number
  maxCost?: number
}

export interface Admission {
  document: DocumentNode
  operation: OperationDefinitionNode
  source: string
  cost: number
}

interface Prepared {
  source: string
  document: DocumentNode
}

/** Why an operation is not run at all. */
export class Refused extends Error {
  readonly errors: readonly GraphQLError[]

  constructor(errors: readonly GraphQLError[]) {
    super(errors[0]?.message)
    this.errors = errors
  }
}

/** The one door for operations: finds the document, and checks its text, its meaning and its cost. */
export class Gate {
  private readonly options: GateOptions
  private readonly limits: Limits
  private readonly prepared = new LRUCache<string, Prepared>({
    maxSize: 32 * 1024 * 1024,
    sizeCalculation: ({ source }) => 256 + source.length * 20,
  })

  constructor(options: GateOptions) {
    this.options = options
    this.limits = { ...DEFAULT_LIMITS, ...options.limits }
  }

  admit(request: OperationRequest): Admission {
    const { source, document } = this.prepare(request)
    const problem = WRITTEN_NUL.test(source) ? NOT_UNICODE : problemOf(request.variables)
    if (problem) throw refusal(problem)
    const operation = getOperationAST(document, request.operationName)
    if (!operation) throw refusal('There is no such operation in the document.')
    const cost = costOf(this.options.schema, document, operation, request.variables ?? {})
    if (cost > (this.options.maxCost ?? 5000)) throw new Refused([tooComplex()])
    return { source, document, operation, cost }
  }

  /** A document that was admitted before, by the sha256 of its text. */
  documentOf(hash: string) {
    return this.prepared.get(hash)?.document
  }

  private prepare(request: OperationRequest): Prepared {
    const hash = persistedHashOf(request)
    const persisted = this.options.persisted?.[hash ?? hashOf(request.query ?? '')]
    if (hash && persisted === undefined)
      throw refusal('Unknown persisted document.', 'PERSISTED_QUERY_NOT_FOUND')
    if (persisted === undefined && this.options.persistedOnly)
      throw refusal('Only known documents are answered here.', 'FORBIDDEN')
    const source = persisted ?? request.query
    if (typeof source !== 'string' || !source) throw refusal('A document is missing.')
    return this.prepared.get(hashOf(source)) ?? this.check(source, persisted !== undefined)
  }

  private check(source: string, trusted: boolean): Prepared {
    const document = this.parse(source, trusted)
    if (!trusted && !withinLimits(document, this.limits)) throw new Refused([tooComplex()])
    if (!this.options.introspection && introspects(source)) throw refusal('Introspection is off.')
    const errors = validate(this.options.schema, document, specifiedRules, { maxErrors: 5 })
    if (errors.length) throw new Refused(errors.map(error => withCode(error, 'GRAPHQL_VALIDATION_FAILED')))
    const prepared = { source, document }
    this.prepared.set(hashOf(source), prepared)
    return prepared
  }

  private parse(source: string, trusted: boolean): DocumentNode {
    try {
      return parse(source, { maxTokens: trusted ? undefined : (this.options.maxTokens ?? 2000) })
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error
      throw new Refused([
        / tokens/.test(error.message) ? tooComplex() : withCode(error, 'GRAPHQL_PARSE_FAILED'),
      ])
    }
  }
}

const WRITTEN_NUL = /\\u(0000|\{0+\})/

const NOT_UNICODE = 'A text has to be Unicode, without U+0000.'
const MOST_NESTED = 32

/**
 * PostgreSQL keeps no text with U+0000 or half a character, and whoever walks through variables does so by recursion.
 * Not here: clients decide how deep it goes.
 */
function problemOf(variables: unknown): string | undefined {
  const rest: [unknown, number][] = [[variables, 0]]
  while (rest.length) {
    const [value, depth] = rest.pop()!
    if (depth > MOST_NESTED) return 'Variables are nested too deeply.'
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) return NOT_UNICODE
    if (value && typeof value === 'object') for (const [key, part] of Object.entries(value)) rest.push([key, depth], [part, depth + 1])
  }
}

export const hashOf = (source: string) => createHash('sha256').update(source).digest('hex')

function persistedHashOf({ query, extensions }: OperationRequest) {
  const persisted = extensions?.['persistedQuery'] as { sha256Hash?: unknown } | undefined
  return !query && typeof persisted?.sha256Hash === 'string'
    ? persisted.sha256Hash.replace(/^sha256:/, '')
    : undefined
}

const introspects = (source: string) => /__(schema|type)\b/.test(source)

const withCode = (error: GraphQLError, code: string) =>
  new GraphQLError(error.message, { source: error.source, positions: error.positions, extensions: { code } })

const refusal = (message: string, code = 'BAD_USER_INPUT') =>
  new Refused([new GraphQLError(message, { extensions: { code } })])

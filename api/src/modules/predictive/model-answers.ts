import { PredictiveFailure } from './predictive-failure.ts'
import type { ModelServer, ModelServers } from './model-server.ts'

export interface ChatMessage {
  role: 'system' | 'user' | 'assistant'
  content: string
}

/** What a server reports of one call. */
export interface Answered<Value> {
  value: Value
  tokensIn: number
  tokensOut: number
}

export type Ask<Value> = (server: ModelServer, until: number) => Promise<Answered<Value>>

interface Chat {
  messages: ChatMessage[]
  maxTokens: number
}

/** A question to `/chat/completions`: its text. JSON is asked for where the server knows how; some refuse the wish. */
export const chat = (servers: ModelServers, { messages, maxTokens }: Chat): Ask<string> => async (server, until) => {
  const body = { model: server.model, messages, max_tokens: maxTokens, temperature: 0, stream: false }
  const said = await oneOf(servers, server, { path: '/chat/completions', until, bodies: [{ ...body, response_format: { type: 'json_object' } }, body] })
  return answered(said, ({ choices }) => textOf(choices?.[0]?.message?.content))
}

/** Servers differ in what they take; what the first refuses is asked in the second way. */
async function oneOf(servers: ModelServers, server: ModelServer, { bodies: [body, other], ...question }: Ways): Promise<unknown> {
  try {
    return await servers.ask(server, { ...question, body })
  } catch (error) {
    if (!(error instanceof PredictiveFailure) || error.problem !== 'QUESTION_REFUSED') throw error
    return servers.ask(server, { ...question, body: other })
  }
}

interface Ways {
  path: string
  until: number
  bodies: [object, object]
}

/** Some servers send a text in parts. */
function textOf(content: unknown): string {
  const text = Array.isArray(content) ? content.map(part => part?.text ?? '').join('') : content
  if (typeof text !== 'string') throw new PredictiveFailure('NOT_UNDERSTOOD')
  return text
}

/** A question to `/embeddings`: a vector for each text. */
export const embed = (servers: ModelServers, texts: string[]): Ask<number[][]> => async (server, until) => {
  const said = await servers.ask(server, { path: '/embeddings', until, body: { model: server.model, input: texts, encoding_format: 'float' } })
  return answered(said, ({ data }) => placed(data, texts.length, ({ embedding }) => embedding).map(vectorOf))
}

function vectorOf(value: unknown, _index: number, all: unknown[]): number[] {
  const isVector = Array.isArray(value) && value.length > 0 && value.length === (all[0] as number[]).length && value.every(Number.isFinite)
  if (!isVector) throw new PredictiveFailure('NOT_UNDERSTOOD')
  return value
}

/** A question to `/rerank`: a score for each text, in the texts' order. As Jina and Cohere have it, and what vLLM and TEI serve. */
export const rerank = (servers: ModelServers, { query, texts }: { query: string; texts: string[] }): Ask<number[]> => async (server, until) => {
  const bodies: Ways['bodies'] = [{ model: server.model, query, documents: texts, top_n: texts.length }, { query, texts }]
  const said = await oneOf(servers, server, { path: '/rerank', until, bodies })
  return answered(said, whole => placed(Array.isArray(said) ? said : whole.results ?? whole.data, texts.length, one => one.relevance_score ?? one.score).map(scoreOf))
}

function scoreOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new PredictiveFailure('NOT_UNDERSTOOD')
  return value
}

/** What is listed with an index, each once, brought into order. */
function placed(list: any, count: number, valueOf: (item: any) => unknown): unknown[] {
  const values = new Map<number, unknown>()
  if (Array.isArray(list)) for (const [at, item] of list.entries()) values.set(Number.isInteger(item?.index) ? item.index : at, item && valueOf(item))
  const inOrder = Array.from({ length: count }, (_none, index) => values.get(index))
  if (values.size !== count || inOrder.includes(undefined)) throw new PredictiveFailure('NOT_UNDERSTOOD')
  return inOrder
}

function answered<Value>(said: any, valueOf: (said: any) => Value): Answered<Value> {
  if (typeof said !== 'object' || said === null) throw new PredictiveFailure('NOT_UNDERSTOOD')
  const usage = said.usage ?? {}
  const tokensIn = counted(usage.prompt_tokens ?? usage.input_tokens ?? usage.total_tokens)
  return { value: valueOf(said), tokensIn, tokensOut: counted(usage.completion_tokens ?? usage.output_tokens) }
}

/** A server may report anything; the figures of a tenant add it up. */
const counted = (value: unknown): number =>
  (typeof value === 'number' && value > 0 ? Math.min(Math.round(value), 10_000_000) : 0)

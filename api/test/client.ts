import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'

/** How somebody comes to the API: by which path, and with what in her hands. */
export interface Caller {
  name: string
  path: '/graphql' | '/widget/graphql' | '/app/graphql'
  headers: Record<string, string>
  /** What travels in `connection_init`. */
  params?: Record<string, unknown>
}

export const ANONYMOUS: Caller = { name: 'ANONYMOUS', path: '/graphql', headers: {} }

export interface GraphqlError {
  message: string
  path?: (string | number)[]
  extensions: { code: string; field?: string; retryAfter?: number; incidentId?: string }
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  // The shape of an answer is the document's, which tests write as they need it.
  data: any
  errors: GraphqlError[]
  /** The code of the first error. */
  code: string | undefined
}

export type Variables = Record<string, unknown>

export async function post(url: string, caller: Caller, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(url + caller.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...caller.headers, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  const { data, errors = [] } = readable(text)
  return { status: response.status, headers: response.headers, text, data, errors, code: errors[0]?.extensions?.code }
}

const readable = (text: string): { data?: any; errors?: GraphqlError[] } => {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

/** The data of an answer that must not fail. */
export async function ask(url: string, caller: Caller, query: string, variables: Variables = {}): Promise<any> {
  const { data, errors } = await post(url, caller, { query, variables })
  if (errors.length) throw new Error(`${caller.name}: ${JSON.stringify(errors)}`)
  return data
}

export interface Ending {
  /** The code of the error that ended the subscription. */
  code?: string
  /** The code with which the socket was closed. */
  closed?: number
}

/** One subscription on a socket of its own. */
export interface Subscribed {
  events: any[]
  /** What the server said, word for word. */
  texts: string[]
  ended: Promise<Ending>
  /** The server knows who it is. */
  connected: Promise<void>
  /** As when the network goes away: nobody says goodbye. */
  cut(): void
  /** Resolves when an event is the one that is waited for. */
  saw(is: (event: any) => boolean, patience?: number): Promise<any>
}

export interface SubscribeOptions {
  query: string
  variables?: Variables
  extensions?: Record<string, unknown>
  onEvent?: (event: any) => void
}

export function subscribe(url: string, caller: Caller, { query, variables = {}, extensions, onEvent }: SubscribeOptions): Subscribed {
  const events: any[] = []
  const texts: string[] = []
  const watchers = new Set<() => void>()
  const { promise: ended, resolve } = Promise.withResolvers<Ending>()
  const { promise: connected, resolve: connect } = Promise.withResolvers<void>()
  let socket: WebSocket | undefined
  const client = createClient({
    url: url.replace(/^http/, 'ws') + caller.path, webSocketImpl: socketWith(caller.headers), connectionParams: caller.params,
    retryAttempts: 0, onNonLazyError: () => {},
    on: { opened: opened => { socket = opened as WebSocket }, connected: () => connect() },
  })
  const end = (ending: Ending) => {
    resolve(ending)
    void client.dispose()
  }
  client.subscribe({ query, variables, extensions }, {
    next: result => {
      texts.push(JSON.stringify(result))
      // What is refused before it begins comes as one answer with errors.
      if (!result.data) return end({ code: codeOf(result.errors) })
      const event = Object.values(result.data)[0]
      events.push(event)
      onEvent?.(event)
      for (const watcher of watchers) watcher()
    },
    error: error => end(endingOf(error)),
    complete: () => end({}),
  })
  return {
    events, texts, ended, connected, cut: () => socket?.terminate(),
    saw: (is, patience = 5000) => new Promise((found, late) => {
      const look = () => {
        const event = events.find(is)
        if (!event) return
        clearTimeout(timer)
        watchers.delete(look)
        found(event)
      }
      const timer = setTimeout(() => late(new Error(`${caller.name} waited in vain; saw ${JSON.stringify(events).slice(0, 500)}`)), patience)
      watchers.add(look)
      look()
    }),
  }
}

function socketWith(headers: Record<string, string>) {
  return class extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { headers })
    }
  }
}

function endingOf(error: unknown): Ending {
  if (Array.isArray(error)) return { code: codeOf(error) }
  return { closed: (error as { code?: number }).code ?? 1006 }
}

const codeOf = (errors: readonly { extensions?: Record<string, unknown> }[] = []) => errors[0]?.extensions?.['code'] as string | undefined

/** A mutation by its name; a refusal is a fault of the test. */
export async function change(url: string, caller: Caller, name: string, input: object, selection = '') {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`
  const result = (await ask(url, caller, `mutation($input: ${type}!) { ${name}(input: $input) { __typename ${selection} ... on UserError { message } } }`, { input }))[name]
  if ('message' in result) throw new Error(`${name}: ${result.message}`)
  return result
}

import { createClient, type Client } from 'graphql-ws'

/** Doubles up to half a minute, with chance, so that a restart of the server is not answered by a stampede. */
export const backoff = (attempt: number, chance = Math.random()) =>
  Math.min(30_000, 500 * 2 ** attempt) * (0.5 + chance / 2)

/** Ends early when the network comes back or somebody looks at the page again. */
function waitOrWake(milliseconds: number) {
  return new Promise<void>(resolve => {
    const awake = new AbortController()
    const done = () => { clearTimeout(timer); awake.abort(); resolve() }
    const timer = setTimeout(done, milliseconds)
    window.addEventListener('online', done, { signal: awake.signal })
    document.addEventListener('visibilitychange', () => { if (!document.hidden) done() }, { signal: awake.signal })
  })
}

const FINAL = [4400, 4401, 4403, 4406]
const REFUSED = [4401, 4403]
const codeOf = (event: unknown) => (event as CloseEvent)?.code ?? 0
const isFinal = (event: unknown) => FINAL.includes(codeOf(event))

/** Whether the server says that it does not know who asks: the session was ended, here or elsewhere. */
export const isRefusal = (event: unknown) => REFUSED.includes(codeOf(event))

export function createSocket(onRefused: () => void): Client {
  return createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    keepAlive: 20_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: attempt => waitOrWake(backoff(attempt)),
    shouldRetry: event => !isFinal(event),
    on: { closed: event => { if (isRefusal(event)) onRefused() } },
  })
}

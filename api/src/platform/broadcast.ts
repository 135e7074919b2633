import { createRedisEventTarget } from '@graphql-yoga/redis-event-target'
import { Redis } from 'ioredis'
import { openRedis } from './redis.ts'

/** Tells all processes something that may be lost: nobody's truth depends on it. */
export interface Broadcast {
  send(topic: string, message: unknown): void
  hear<Message>(topic: string, heard: (message: Message) => void): () => void
  /** As a stream, that listens from the call on and can be left while waiting. */
  messages<Message>(topic: string): AsyncIterableIterator<Message>
  close(): Promise<void>
}

export interface BroadcastOptions {
  /** For several processes; without it messages are heard in this one only. */
  redisUrl?: string
  onError?: (error: unknown) => void
}

type Target = Pick<EventTarget, 'addEventListener' | 'removeEventListener' | 'dispatchEvent'>

export function openBroadcast({ redisUrl, onError = () => {} }: BroadcastOptions = {}): Broadcast {
  return redisUrl ? overRedis(redisUrl, onError) : broadcastOver(new EventTarget(), async () => {})
}

// On the event target itself: the pub/sub above it queues at most 1,024 unread messages and then throws at the sender.
function broadcastOver(target: Target, close: () => Promise<void>): Broadcast {
  const hear = <Message>(topic: string, heard: (message: Message) => void) => {
    const listener = (event: Event) => heard((event as CustomEvent<Message>).detail)
    target.addEventListener(topic, listener)
    return () => target.removeEventListener(topic, listener)
  }
  return {
    send: (topic, message) => { target.dispatchEvent(new CustomEvent(topic, { detail: message })) },
    hear,
    messages: topic => new Messages(push => hear(topic, push)),
    close,
  }
}

const MOST_WAITING = 100

class Messages<Message> implements AsyncIterableIterator<Message> {
  readonly #leave: () => void
  #waiting: Message[] = []
  #over = false
  #wake?: () => void

  constructor(listen: (push: (message: Message) => void) => () => void) {
    this.#leave = listen(message => {
      this.#waiting = [...this.#waiting.slice(1 - MOST_WAITING), message]
      this.#wake?.()
    })
  }

  async next(): Promise<IteratorResult<Message>> {
    while (!this.#over && this.#waiting.length === 0) await new Promise<void>(wake => { this.#wake = wake })
    return this.#over ? { done: true, value: undefined } : { done: false, value: this.#waiting.shift()! }
  }

  async return(): Promise<IteratorResult<Message>> {
    this.#over = true
    this.#leave()
    this.#wake?.()
    return { done: true, value: undefined }
  }

  [Symbol.asyncIterator]() { return this }
}

function overRedis(url: string, onError: (error: unknown) => void): Broadcast {
  // A message that Redis cannot take now is worth nothing later; a subscription is.
  const publisher = openRedis(url, onError)
  const subscriber = new Redis(url, { maxRetriesPerRequest: null, keepAlive: 10_000 }).on('error', onError)
  const target = createRedisEventTarget({
    publishClient: quiet(publisher, onError), subscribeClient: quiet(subscriber, onError),
  })
  return broadcastOver(target as unknown as Target, async () => {
    publisher.disconnect()
    subscriber.disconnect()
  })
}

/** The event target awaits nothing, so a failing command would end the process. */
function quiet(client: Redis, onError: (error: unknown) => void): Redis {
  const calm = (command: 'publish' | 'subscribe' | 'unsubscribe') => (...args: string[]) =>
    (client[command] as (...args: string[]) => Promise<unknown>)(...args).catch(onError)
  return Object.assign(Object.create(client) as Redis, {
    on: client.on.bind(client), publish: calm('publish'), subscribe: calm('subscribe'), unsubscribe: calm('unsubscribe'),
  })
}

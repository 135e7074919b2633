import { Client, fetchExchange, mapExchange, subscriptionExchange, type CombinedError } from '@urql/core'
import type { Client as Socket } from 'graphql-ws'
import { createCache, type CacheOptions } from './cache.ts'
import { errorCode } from './errors.ts'

export interface ClientOptions {
  socket: Socket
  cache?: CacheOptions
  /** The cookie is no longer good. */
  onSignedOut(): void
  /** A change could not be made, and its caller did not ask to say so itself (`isQuiet`). Queries show their error where the data would be. */
  onFailedChange(error: CombinedError): void
}

const watchErrors = ({ onSignedOut, onFailedChange }: ClientOptions) => mapExchange({
  onError(error, operation) {
    if (errorCode(error) === 'UNAUTHENTICATED') onSignedOut()
    else if (operation.kind === 'mutation' && !operation.context.isQuiet) onFailedChange(error)
  },
})

const overSocket = (socket: Socket) => subscriptionExchange({
  forwardSubscription: ({ query, variables }) => ({
    subscribe: sink => ({ unsubscribe: socket.subscribe({ query: query!, variables: variables as never }, sink as never) }),
  }),
})

export const createGraphqlClient = (options: ClientOptions) => new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetchOptions: { credentials: 'same-origin', headers: { 'x-botpro': '1' } },
  exchanges: [watchErrors(options), createCache(options.cache), fetchExchange, overSocket(options.socket)],
})

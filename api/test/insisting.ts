import { setTimeout as sleep } from 'node:timers/promises'
import { hashOf } from '../src/platform/contract/gate.ts'
import { loadPersistedDocuments } from '../src/platform/contract/persisted.ts'

const widget = Object.values(loadPersistedDocuments().widget)
const hashFor = (name: string) => hashOf(widget.find(text => text.includes(`mutation ${name}`))!)

/** Asks as the chat does: a mutation of the widget by its name, the same again until there is an answer. `onTry` hears of each that had none. */
export const persistently = (url: () => string, onTry = () => {}) => async (name: string, variables: object, token?: string): Promise<any> => {
  for (;;) {
    const answer = await fetch(`${url()}/widget/graphql`, {
      method: 'POST', signal: AbortSignal.timeout(10_000),
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash: hashFor(name) } } }),
    }).then(response => response.json() as any, () => undefined)
    if (answer?.data) return Object.values(answer.data)[0]
    onTry()
    await sleep(200)
  }
}

import { expect } from 'vitest'
import type { Json } from '@botpro/graphql/flows'
import type { useTalk } from './flow-bot.fixture.ts'
import { LEAVING, type Happening } from './random-talk.fixture.ts'
import type { Run } from './run.store.ts'

type Query = ReturnType<typeof useTalk>['set']

/** How a talk stands while nothing is under way. */
export interface Standing {
  messages: { author: string; text: string }[]
  conversations: { id: string; owner: string; status: string; tags: Json }[]
  runs: (Run & { written: number; conversation: string })[]
}

export async function standingOf(set: Query): Promise<Standing> {
  const [{ rows: messages }, { rows: conversations }, { rows: runs }] = await Promise.all([
    set('select author, text, notice, position::int from message where tenant_id = $1 order by position'),
    set('select id, owner, status, tags from conversation where tenant_id = $1 order by id'),
    set('select id, conversation_id as conversation, place, state, pending, written from flow_run where tenant_id = $1 order by id'),
  ])
  return { messages, conversations, runs }
}

/** While an answer is waited for she is not answered, and what she wrote is kept. */
export function expectTurn({ text, optionId }: Extract<Happening, { kind: 'WRITE' }>, before: Standing, after: Standing): void {
  const busy = before.runs.find(({ place, state }) => place === 'FOREGROUND' && state.waiting?.kind === 'REQUEST')
  const isBots = before.conversations.some(({ id, owner, status }) => id === busy?.conversation && owner === 'BOT' && status === 'OPEN')
  if (!busy || !isBots || (optionId === null ? LEAVING.has(text) : optionId === 'menu')) return
  expect(after.messages.slice(before.messages.length).map(({ author }) => author), 'she waits her turn').toEqual(['CONTACT'])
  const now = after.runs.find(({ id }) => id === busy.id)
  expect(now?.pending.map(heard => heard.text), 'what she wrote is kept').toEqual([...busy.pending.map(heard => heard.text), text])
}

/** Every run waits for what will come, or is over, and nothing that she wrote waits for nobody. */
export async function expectSound(set: Query, { runs, conversations }: Standing): Promise<void> {
  const { rows: requests } = await set('select run_id, id from flow_request where tenant_id = $1')
  const isAsked = (run: string, id: string) => requests.some(request => request.run_id === run && request.id === id)
  const botsOwn = new Set(conversations.filter(({ owner, status }) => owner === 'BOT' && status === 'OPEN').map(({ id }) => id))
  for (const { id, state, pending, conversation } of runs) {
    const { waiting, frames } = state
    expect(waiting === null, 'a run waits or is over').toBe(frames.length === 0)
    if (waiting?.kind === 'REQUEST' && !isAsked(id, waiting.requestId)) expect({ id, waiting }, 'a run that nobody will answer').toBeNull()
    const isBusy = runs.some(run => run.conversation === conversation && run.state.waiting?.kind === 'REQUEST')
    if (pending.length > 0 && botsOwn.has(conversation)) expect(isBusy, 'what she wrote that nobody will hear').toBe(true)
  }
}

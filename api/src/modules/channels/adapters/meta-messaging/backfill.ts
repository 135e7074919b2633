import { setTimeout as sleep } from 'node:timers/promises'
import type { Line } from '../adapter.ts'
import { askGraph, type GraphRequest } from '../meta/graph.ts'
import type { Json } from '../meta/json.ts'
import type { ReadUpdate } from '../update.ts'
import { accountIdOf, type MessagingKind } from './messaging-kind.ts'
import { limit } from './messaging-limits.ts'
import { readPast, timeTold } from './read-past.ts'

const MESSAGE_FIELDS = 'id,created_time,from,to,message,sticker,attachments,shares'

/**
 * What was written since then, by the Conversations API, under the ids that webhooks would have told: what is known already
 * falls out. Meta knows no more there: taps are words without their option, and links leave no trace. Throws as calls do. At
 * most so many pages as the profile allows, those of the newest conversations.
 */
export async function backfillMessaging(line: Line, since: Date, { kind, signal }: { kind: MessagingKind; signal?: AbortSignal }): Promise<ReadUpdate[]> {
  // Moments are told in whole seconds.
  const from = new Date(Math.floor(since.getTime() / 1000) * 1000)
  const walk: Walk = { ask: slowly(line, signal), from, pagesLeft: limit(line.profile, 'backfillPagesMost') }
  const found: ReadUpdate[] = []
  const path = `${accountIdOf(line.settings, kind)}/conversations`
  for await (const conversation of newest(walk, { path, query: { platform: kind.platform, fields: 'id,updated_time', limit: String(limit(line.profile, 'conversationsPage')) } }, 'updated_time')) {
    const messages = { path: `${encodeURIComponent(conversation.at('id').id ?? '')}/messages`, query: { fields: MESSAGE_FIELDS, limit: String(limit(line.profile, 'messagesPage')) } }
    for await (const message of newest(walk, messages, 'created_time')) found.push(...readPast(message, { ...line, kind }))
  }
  // Of one second what came last is told first.
  return found.toReversed().toSorted((a, b) => timeOf(a) - timeOf(b))
}

interface Walk {
  ask: (request: GraphRequest) => Promise<Json>
  from: Date
  pagesLeft: number
}

/** Rows of a list that begins with the newest, until those from before. One that has no time is looked at all the same. */
async function* newest(walk: Walk, request: GraphRequest, timeField: string): AsyncGenerator<Json> {
  const { ask, from } = walk
  let after: string | undefined
  do {
    if (walk.pagesLeft-- <= 0) return
    const page = await ask({ ...request, query: { ...request.query, ...(after && { after }) } })
    for (const row of page.at('data').list) {
      if ((timeTold(row.at(timeField)) ?? from) < from) return
      yield row
    }
    after = page.at('paging', 'next').isThere ? page.at('paging', 'cursors', 'after').text : undefined
  } while (after)
}

/** One call after another, no faster than Meta allows. */
function slowly(line: Line, signal?: AbortSignal): Walk['ask'] {
  const pauseMs = 1000 / limit(line.profile, 'conversationsPerSecond')
  let isFirst = true
  return async request => {
    if (!isFirst) await sleep(pauseMs, undefined, { signal })
    isFirst = false
    return askGraph(line, request)
  }
}

const timeOf = (read: ReadUpdate): number => (read.ok ? read.update.at.getTime() : Number.MAX_SAFE_INTEGER)

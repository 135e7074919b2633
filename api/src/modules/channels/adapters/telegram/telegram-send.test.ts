import { describe, expect, it } from 'vitest'
import type { Line } from '../adapter.ts'
import { providerHttp } from '../provider-http.ts'
import profiles from './profile.json' with { type: 'json' }
import { Floods } from './telegram-flood.ts'
import { sendTelegram } from './telegram-send.ts'

const answered = (status: number, json: unknown) => {
  const line: Line = {
    channelAccountId: 'a', settings: { botToken: '1:x' }, profile: profiles[0]!, now: new Date(0), publicUrl: '', webhookUrl: '',
    http: { ...providerHttp, call: async () => ({ status, headers: {}, body: Buffer.alloc(0), json }) },
  }
  return sendTelegram({ request: { method: 'sendMessage', params: { chat_id: 5, text: 'Hola' } }, fileIds: [] }, [], line)
}
const refused = (status: number, description: string, parameters?: object) => answered(status, { ok: false, error_code: status, description, parameters })

describe('What Telegram answers', () => {
  it.each([
    [403, 'Forbidden: bot was blocked by the user', 'OPTED_OUT'],
    [403, 'Forbidden: user is deactivated', 'UNREACHABLE'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'UNREACHABLE'],
    [400, 'Bad Request: chat not found', 'UNREACHABLE'],
    [400, 'Bad Request: PEER_ID_INVALID', 'UNREACHABLE'],
    [400, 'Bad Request: message is too long', 'CONTENT'],
    [400, 'Bad Request: BUTTON_DATA_INVALID', 'CONTENT'],
    [400, 'Bad Request: file is too big for a photo', 'TOO_LARGE'],
    [413, 'Request Entity Too Large', 'TOO_LARGE'],
  ])('%i “%s” refuses for good: %s', async (status, said, because) => {
    expect(await refused(status, said)).toEqual({ kind: 'REFUSED', because, failure: { code: String(status), message: said } })
  })

  it('about a group that has another id now is that nobody is there', async () => {
    expect(await refused(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: -1001 })).toMatchObject({ because: 'UNREACHABLE' })
  })

  it('about the token concerns the account, about a conflict it passes', async () => {
    expect(await refused(401, 'Unauthorized')).toMatchObject({ kind: 'ACCOUNT_STOPPED' })
    expect(await refused(404, 'Not Found')).toMatchObject({ kind: 'ACCOUNT_STOPPED' })
    expect(await refused(409, 'Conflict: terminated by other getUpdates request')).toMatchObject({ kind: 'RETRY', scope: 'ACCOUNT' })
  })

  it('leaves it open where it is an error of its own, or names no message', async () => {
    expect(await refused(500, 'Internal Server Error')).toMatchObject({ kind: 'UNKNOWN' })
    expect(await answered(502, undefined)).toMatchObject({ kind: 'UNKNOWN', failure: { code: '502' } })
    expect(await answered(200, { ok: true, result: {} })).toMatchObject({ kind: 'UNKNOWN' })
    expect(await answered(200, undefined)).toMatchObject({ kind: 'UNKNOWN' })
  })
})

describe('Too many messages', () => {
  it('were for one chat, until a second one is refused in the same time', () => {
    const floods = new Floods()
    const scope = (chat: string, seconds: number) => floods.scopeOf({ account: 'a', chat, now: new Date(seconds * 1000), waitMs: 5000 })
    expect([scope('1', 0), scope('1', 1), scope('2', 2), scope('3', 10), scope('1', 20)]).toEqual(['PERSON', 'PERSON', 'ACCOUNT', 'PERSON', 'PERSON'])
    expect(floods.scopeOf({ account: 'b', chat: '9', now: new Date(21_000), waitMs: 1000 })).toBe('PERSON')
  })
})

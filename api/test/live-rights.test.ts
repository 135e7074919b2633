import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { ask, post, subscribe, type Caller, type Ending, type Subscribed } from './client.ts'
import { Company } from './company.ts'
import { useStand } from './stand.ts'
import { Talk } from './talk.ts'

const stand = useStand()
let company: Company
let owner: Caller
let talk: Talk

beforeAll(async () => {
  company = await Company.found(stand.database, stand.app)
  owner = await company.caller('OWNER')
  talk = new Talk(stand.url)
})

type Watcher = Caller & { memberId: string; userId: string; sessionId: string }
interface Withdrawal {
  who(): Promise<Caller>
  withdraw(watcher: any): Promise<unknown>
  closed: number
}

const member = () => company.member('AGENT')
const asOwner = (document: string, variables: object) => ask(stand.url, owner, document, { ...variables })

/** Every way in which the right to watch ends, and how the socket learns of it. */
const WITHDRAWALS: Record<string, Withdrawal> = {
  'the member is disabled': {
    who: member, closed: 4410,
    withdraw: ({ memberId }: Watcher) => asOwner('mutation($memberId: ID!) { disableMember(input: { memberId: $memberId }) { __typename } }', { memberId }),
  },
  'the member becomes an analyst': {
    who: member, closed: 4410,
    withdraw: ({ memberId }: Watcher) =>
      asOwner('mutation($memberId: ID!) { changeMemberRole(input: { memberId: $memberId, role: ANALYST }) { __typename } }', { memberId }),
  },
  'she signs out there': {
    who: member, closed: 4401, withdraw: (watcher: Watcher) => ask(stand.url, watcher, 'mutation { signOut }'),
  },
  'she ends that session from another browser': {
    who: member, closed: 4401,
    withdraw: async ({ userId, sessionId }: Watcher) =>
      ask(stand.url, await company.session('AGENT', userId), 'mutation($id: ID!) { endSession(id: $id) }', { id: sessionId }),
  },
  'she signs out everywhere': {
    who: member, closed: 4401,
    withdraw: async ({ userId }: Watcher) => ask(stand.url, await company.session('AGENT', userId), 'mutation { signOutEverywhere }'),
  },
  'she goes to another place': {
    who: member, closed: 4410, withdraw: (watcher: Watcher) => ask(stand.url, watcher, 'mutation { leaveTenant { role } }'),
  },
  'the key is revoked': {
    who: () => company.key(['CONVERSATIONS_READ']), closed: 4401,
    withdraw: ({ keyId }: { keyId: string }) => asOwner('mutation($id: ID!) { revokeApiKey(id: $id) { id } }', { id: keyId }),
  },
  'the look for support is over': {
    who: () => company.caller('SUPPORT'), closed: 4410,
    withdraw: (watcher: Caller) => ask(stand.url, watcher, 'mutation { leaveTenant { role } }'),
  },
}

const QUERY = 'subscription { conversationEvents { kind message { text } } }'
const TYPING = 'subscription($conversationId: ID!) { conversationTyping(conversationId: $conversationId) { conversationId } }'

async function watch(caller: Caller): Promise<Subscribed> {
  const watcher = subscribe(stand.url, caller, { query: QUERY })
  await watcher.saw(event => event.kind === 'READY')
  return watcher
}

describe('who watches stops hearing within two seconds when', () => {
  for (const [title, { who, withdraw, closed }] of Object.entries(WITHDRAWALS)) {
    test.concurrent(title, async () => {
      const caller = await who()
      const watcher = await watch(caller)
      const typing = caller.name === 'API_KEY' ? undefined
        : subscribe(stand.url, caller, { query: TYPING, variables: { conversationId: company.ids.conversation } })
      await typing?.connected
      await withdraw(caller)
      const late: Ending = { code: 'still open' }
      const patience = sleep(2000, late)
      expect(await Promise.race([watcher.ended, patience])).toEqual({ closed })
      if (typing) expect(await Promise.race([typing.ended, patience])).toEqual({ closed })
      const heard = watcher.events.length
      await talk.says(await company.visitor(), 'después')
      await sleep(300)
      expect(watcher.events.length).toBe(heard)
      const again = subscribe(stand.url, caller, { query: QUERY })
      expect([{ closed: 4403 }, { code: 'FORBIDDEN' }]).toContainEqual(await again.ended)
      const { code } = await post(stand.url, caller, { query: '{ inboxCounts { all } }' })
      expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(code)
    })
  }
})

test('whoever keeps her rights keeps her socket meanwhile', async () => {
  const watcher = await watch(await company.caller('AGENT'))
  const text = `sigo aquí ${crypto.randomUUID()}`
  await sleep(2100)
  await talk.says(await company.visitor(), text)
  await watcher.saw(event => event.message?.text === text)
  watcher.cut()
})

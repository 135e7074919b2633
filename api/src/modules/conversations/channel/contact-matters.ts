import type { Lines } from '../../channels/index.ts'
import type { Unit } from '../../../platform/unit.ts'
import type { ServiceReader } from '../../tenancy/index.ts'
import { handToQueue, messagesOf } from '../bot/bot-turn.ts'
import { appendMessages, lockThread } from '../messages/message-store.ts'
import { addressesOf } from './contact-address.ts'
import { ContactSpeech, openAt, type SpeechToContact } from './contact-speech.ts'

export interface ContactMatter {
  /** What she is told. In the conversation that it names while that is open, else where she wrote last. */
  speech: SpeechToContact
  /** What people are told, and she is not. */
  summary: string
}

/** What happened to a contact while nobody spoke with her: she is told, and somebody has to look at it. */
export class ContactMatters {
  readonly #speech: ContactSpeech

  constructor(parts: { lines: Lines; service?: ServiceReader }) {
    this.#speech = new ContactSpeech(parts)
  }

  /** Her conversation goes to the queue, unless people have it already, and also where no channel reaches her now. */
  async raise(unit: Unit, { speech, summary }: ContactMatter): Promise<void> {
    const there = speech.conversationId ? await this.#speech.say(unit, speech) : null
    const spoken = there && !('problem' in there) ? there : await this.#speech.say(unit, { ...speech, conversationId: null })
    const conversationId = 'problem' in spoken ? await roomOf(unit, speech) : spoken.conversationId
    if (conversationId) await callPeople(unit, conversationId, summary)
  }

  /** Whoever of the company has this conversation reads it there, and the contact does not. Nothing where it is closed. */
  async note(unit: Unit, { conversationId, text }: { conversationId: string; text: string }): Promise<void> {
    const place = await lockThread(unit, conversationId)
    if (!place || !await openOwner(unit, conversationId)) return
    await appendMessages(unit, place, [{ author: 'BOT', text, status: 'SENT', visibility: 'INTERNAL' }])
  }

  /** Whether people have it, or it waits for them; false where it is closed, too. */
  async isWithPeople(unit: Unit, conversationId: string): Promise<boolean> {
    await lockThread(unit, conversationId)
    const owner = await openOwner(unit, conversationId)
    return owner !== undefined && owner !== 'BOT'
  }

  /** Where this very conversation is open and its channel takes it: nobody is called. */
  async mention(unit: Unit, speech: SpeechToContact & { conversationId: string }): Promise<void> {
    await this.#speech.say(unit, speech)
  }
}

/** What is open of hers, or what is opened where she was last. Null where she has no address any more. */
async function roomOf(unit: Unit, { contactId, conversationId, subjects }: SpeechToContact): Promise<string | null> {
  const addresses = await addressesOf(unit, contactId)
  const open = addresses.filter(address => address.conversationId !== null)
  const found = open.find(address => address.conversationId === conversationId) ?? open[0]
  if (found) return found.conversationId
  return addresses[0] ? (await openAt(unit, addresses[0], subjects)).conversationId : null
}

const OPEN_OWNER = `select owner from conversation where tenant_id = $1 and id = $2 and status = 'OPEN'`

const openOwner = async (unit: Unit, conversationId: string): Promise<string | undefined> =>
  (await unit.sql<{ owner: string }>('conversation-open-owner', OPEN_OWNER, [unit.tenantId, conversationId]))[0]?.owner

const OWNER = 'select owner from conversation where tenant_id = $1 and id = $2'

async function callPeople(unit: Unit, conversationId: string, summary: string): Promise<void> {
  const place = (await lockThread(unit, conversationId))!
  const [conversation] = await unit.sql<{ owner: string }>('conversation-owner', OWNER, [unit.tenantId, conversationId])
  const handOff = { queue: null, summary }
  const isBots = conversation!.owner === 'BOT'
  const [notice, ...told] = messagesOf({ says: [], handOff })
  await appendMessages(unit, place, isBots ? [notice!, ...told] : told)
  if (isBots) await handToQueue(unit, conversationId, handOff)
}

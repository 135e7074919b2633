import type { BusinessCalendar } from '../modules/tenancy/index.ts'
import { newId } from '../platform/ids.ts'
import type { Company, Employee } from './company.ts'
import { castOf, type DemoContact } from './contacts.ts'
import { Performance, type Desk, type Place } from './performance.ts'
import { Deck, Random } from './random.ts'
import { hasAgent } from './script.ts'
import { Week, type Scene } from './week.ts'
import { Words } from './words.ts'

interface WeekRowsOptions {
  company: Company
  calendar: BusinessCalendar
  people: Employee[]
  channelAccountId: string
  now: Date
}

/** A contact with her thread, as far as the week has come. */
interface Part {
  contact: DemoContact
  contactId: string
  place: Place
  createdAt?: Date
  lastSeenAt?: Date
}

/** Rows by table, in the order in which they may be written. */
export function weekRows(options: WeekRowsOptions): [table: string, rows: object[]][] {
  const random = new Random(options.company.profile.slug)
  const { company, calendar, now } = options
  const casting = new Casting(options, random)
  const scenes = new Week({ scripts: company.scripts, calendar, random, now }).scenes()
  const performances = scenes.map(scene => perform(scene, casting.partFor(scene), { ...options, random }))
  return [
    ...casting.rows(),
    ['conversation', performances.map(({ conversation }) => conversation)],
    ['message', performances.flatMap(({ messages }) => messages)],
  ]
}

function perform({ script, acts }: Scene, part: Part, options: WeekRowsOptions & { random: Random }) {
  const { company, calendar, people, random } = options
  const words = new Words({ company, contact: part.contact, script, calendar, random })
  const { place } = part
  const openedAt = acts[0]!.at
  const desk = deskOf(people, random)
  const played = new Performance({ company, calendar, words, desk, place }, openedAt).play(acts)
  place.lastPosition += played.messages.length
  part.createdAt ??= openedAt
  part.lastSeenAt = acts.findLast(({ step }) => step.kind === 'CLIENT' || step.kind === 'PICK')!.at
  return played
}

/** The first agent, as whom visitors of the demo sign in, has more to do than the others. */
function deskOf(people: Employee[], random: Random): Desk {
  const agents = people.filter(person => person.role === 'AGENT')
  const agent = random.chance(0.4) ? agents[0]! : random.pick(agents)
  const colleague = random.pick(agents.filter(other => other !== agent))
  return { agent, colleague, supervisor: people.find(person => person.role === 'SUPERVISOR')! }
}

/** Who plays the customer: everybody has her turn before anybody comes again. */
class Casting {
  readonly #channelAccountId: string
  readonly #parts: Record<'ES' | 'EN', Deck<Part>>
  readonly #unnamed: Part[]
  readonly #cast = new Set<Part>()
  readonly #random: Random

  constructor({ channelAccountId }: WeekRowsOptions, random: Random) {
    const { ES, EN, unnamed } = castOf(random)
    this.#channelAccountId = channelAccountId
    this.#random = random
    this.#parts = {
      ES: new Deck(ES.map(contact => this.#part(contact)), random),
      EN: new Deck(EN.map(contact => this.#part(contact)), random),
    }
    this.#unnamed = unnamed.map(contact => this.#part(contact))
  }

  partFor({ script }: Scene): Part {
    const isUnnamed = !hasAgent(script) && this.#random.chance(0.4)
    const part = (isUnnamed ? this.#unnamed.pop() : undefined) ?? this.#parts[script.language ?? 'ES'].deal()
    this.#cast.add(part)
    return part
  }

  rows(): [table: string, rows: object[]][] {
    const parts = [...this.#cast]
    return [
      ['contact', parts.map(contactRow)],
      ['contact_identity', parts.map(part => this.#identityRow(part))],
      ['thread', parts.map(({ place }) => ({
        identity_id: place.identityId, last_position: place.lastPosition, read_position: place.lastPosition,
      }))],
    ]
  }

  #part(contact: DemoContact): Part {
    const contactId = newId()
    return {
      contact, contactId,
      place: {
        contactId, identityId: newId(), channelAccountId: this.#channelAccountId, language: contact.language,
        lastPosition: 0,
      },
    }
  }

  #identityRow({ contact, contactId, place, createdAt }: Part) {
    return {
      id: place.identityId, contact_id: contactId, channel_account_id: place.channelAccountId,
      external_id: contact.isVerified ? `user:${contact.email}` : `visitor:${place.identityId}`,
      verified: contact.isVerified, created_at: createdAt,
    }
  }
}

const contactRow = ({ contact, contactId, createdAt, lastSeenAt }: Part) => ({
  id: contactId, name: contact.name, language: contact.language, verified: contact.isVerified,
  email: contact.name ? contact.email : null, phone: contact.name ? contact.phone : null,
  attributes: {}, created_at: createdAt, last_seen_at: lastSeenAt, version: 1,
})

import type { Priority } from '@botpro/graphql/flows'
import type { Language } from '../../../platform/language.ts'
import type { BotReading } from '../../elena/index.ts'
import type { BotAnswer } from '../../knowledge/index.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import type { ChannelKind, MessageContent } from '../../channels/index.ts'
import type { Menu } from '../messages/message.ts'
import type { BotMedia } from './bot-media.ts'

/** What the bot needs to know of the tenant to answer. */
export interface BotScene {
  now: Date
  language: Language
  greeting: string
  outOfHours: string
  texts: BotTexts
  calendar: OpeningHours
}

/** The part of a business calendar that the bot speaks about. */
export interface OpeningHours {
  timeZone: string
  intervals: readonly { weekday: string; opens: string; closes: string }[]
  isOpen(at: Date): boolean
  nextChange(at: Date): Date | undefined
}

export type BotAction = 'ANSWER' | 'OPENING_HOURS' | 'TALK_TO_A_PERSON'

/** Ids of the buttons that the bot adds to its answers by itself. */
export const MENU = 'menu'
export const PERSON = 'person'
export const UNHELPFUL = 'unhelpful'

export interface BotOption {
  id: string
  title: string
  answer: string | null
  action: BotAction
}

export interface BotTexts {
  language: Language
  menuText: string
  options: BotOption[]
  notUnderstood: string
}

/** The menu of which an option was chosen. */
export interface ChosenFrom {
  messageId: string
  text: string
  options: Menu['options']
  /** By its number or its title, where menus are words. */
  isTyped: boolean
  /** No other was shown since. */
  isLatest: boolean
}

export interface BotSpeech {
  /** The id that its message is to have; a new one where it is left out. */
  id?: string
  text: string
  menu: Menu | null
  /** A card, a place. */
  content?: MessageContent | null
  /** A picture, a film, a recording, a document; of a card, its picture. */
  media?: BotMedia
}

/** What people are told of a conversation that is theirs now. */
export interface HandOff {
  /** Whose work it is; nothing: everybody's. */
  queue: string | null
  /** Left as it is where nothing is said. */
  priority?: Priority | null
  /** What was found out so far, for agents alone. */
  summary?: string | null
}

export interface BotTurn {
  says: BotSpeech[]
  /** The contact wants, or needs, a person; with what is to be known of it, where the bot knows more. */
  handOff: boolean | HandOff
  /** The bot had nothing to answer, and said so. */
  misunderstood?: boolean
  /** What of Q&A was said: found for her words, and not known to be what she meant. */
  quotes?: BotAnswer
  /** The contact said that the answer before was of no use. */
  unhelpful?: boolean
  /** The bot ends the conversation with it. */
  closes?: boolean
  /** In the unit that writes what is said, and only there: the bot remembers where it stands. A turn that is not said leaves no trace. */
  keep?: (unit: Unit) => Promise<void>
}

/** Where the bot is spoken to. */
export interface BotPlace {
  unit: Unit
  channelAccountId: string
  channelKind: ChannelKind
  conversationId: string
  contactId: string
  /** Hers that is answered. */
  messageId?: string
  /** The conversation was opened by what she says, and whether it was greeted. */
  opening?: { greeted: boolean }
  /** The link that she has just followed, by its name. */
  link?: string | null
}

/** Where somebody may write in a moment. */
export interface WelcomePlace extends Pick<BotPlace, 'channelAccountId' | 'channelKind'> {
  unit: ReadUnit
}

type Awaitable<Value> = Value | Promise<Value>

export interface BotHears {
  text: string
  optionId: string | null
  /** Where it is known. */
  chosenFrom?: ChosenFrom
  /** What the tenant's live model makes of the text; nothing while none is live, and for chosen options. */
  reading?: BotReading | null
  /** What Q&A would say; nothing where it is not sure enough, and for chosen options. */
  answer?: BotAnswer | null
  files?: { id: string; name: string; type: string }[]
  content?: MessageContent | null
}

/** Whatever answers for the tenant before a person does. It decides; what is to be remembered is in the turn. */
export interface Bot {
  /** Before anything was written. */
  welcome(scene: BotScene, at: WelcomePlace): Awaitable<BotSpeech>
  answer(scene: BotScene, said: BotHears, at: BotPlace): Awaitable<BotTurn>
  /** She came, and has not said a word. Null where there is nothing to say but the welcome. */
  arrived(scene: BotScene, at: BotPlace): Awaitable<BotTurn | null>
  /** An agent gave the conversation back. */
  resume(scene: BotScene, at: BotPlace): Awaitable<BotTurn>
}

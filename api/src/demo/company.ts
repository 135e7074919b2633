import type { MemberRole } from '../platform/actor.ts'
import type { Language } from '../platform/language.ts'
import type { WidgetTexts } from '../modules/channels/index.ts'
import type { BotTexts } from '../modules/conversations/index.ts'
import type { NewTenant, OpeningInterval, Weekday } from '../modules/tenancy/index.ts'
import type { Question } from './question.ts'
import type { Script } from './script.ts'

export interface Colleague {
  name: string
  /** Before the @ of the company's domain. */
  mailbox: string
  role: MemberRole
}

/** A colleague once there is a row of her. */
export interface Employee {
  id: string
  name: string
  role: string
}

/** An invented customer of ours, with all that makes it look alive. */
export interface Company {
  profile: Pick<NewTenant, 'name' | 'slug' | 'sector' | 'institution'>
  /** Before `.example.com`. */
  domain: string
  isResold: boolean
  hours: OpeningInterval[]
  people: Colleague[]
  /** What its bot answers. */
  questions: Question[]
  /** Markdown that its bot answers from. */
  documents?: { name: string; text: string }[]
  site: string
  widget: { color: string; side: 'LEFT' | 'RIGHT'; botName: string; texts: WidgetTexts[] }
  bot: BotTexts[]
  /** How its case numbers begin. */
  prefix: string
  places: Record<Language, string[]>
  scripts: Script[]
}

export const emailOf = ({ domain }: Pick<Company, 'domain'>, { mailbox }: Pick<Colleague, 'mailbox'>) =>
  `${mailbox}@${domain}.example.com`

const WEEKDAYS: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY']

export const onWeekdays = (opens: string, closes: string): OpeningInterval[] =>
  WEEKDAYS.map(weekday => ({ weekday, opens, closes }))

import type { DoubleCustomer, ProviderDouble } from '../double.ts'
import { startInstagramDouble } from '../instagram.ts'
import type { MessagingDouble } from '../meta-messaging/messaging-double.ts'
import { startMessengerDouble } from '../messenger.ts'
import { SmsDouble } from '../sms.ts'
import { TelegramDouble } from '../telegram.ts'
import { startWhatsappDouble, type WhatsappDouble } from '../whatsapp.ts'

/** What a developer may make go wrong on any channel, until it is set otherwise. */
export interface Switches {
  silent: boolean
  /** A code of `PlayedLine.codes`, or none. */
  refuse: string
  revoked: boolean
  duplicates: boolean
  shuffled: boolean
}

/** A double, and the customer that is played on it. */
export interface PlayedLine {
  double: ProviderDouble
  customer: DoubleCustomer
  /** Whether somebody has to paste our address at the provider, and the token with it. */
  pastes: 'ADDRESS_AND_TOKEN' | 'ADDRESS' | 'NOTHING'
  /** With which sends may be refused. */
  codes: string[]
  turn(switches: Switches): void
}

/** One person with one phone number: BotPro should find out that she is one. */
const PHONE = '18295550100'
/** Without end, for the developer's API is down now and then. */
const deliveries = { retryMs: 500, longestMs: 5000, tries: Infinity }

/** At `port` and the five after it; at any free ones for 0. */
export async function startLines(port: number): Promise<PlayedLine[]> {
  const at = (place: number) => (port === 0 ? 0 : port + place)
  const [whatsapp, messenger, instagram, telegram, sms] = await Promise.all([
    startWhatsappDouble({ deliveries, port: at(0) }),
    startMessengerDouble({ deliveries, port: at(1) }),
    startInstagramDouble({ deliveries, port: at(2) }),
    TelegramDouble.start({ retryMs: 250, port: at(3) }),
    SmsDouble.start({ port: at(4), filesPort: at(5) }),
  ])
  return [whatsappLine(whatsapp), messagingLine(messenger), messagingLine(instagram), telegramLine(telegram), smsLine(sms)]
}

const refusalOf = (code: string) => (code ? { code: Number(code), share: 1 } : null)
/** Of faults that count down: all from now on, or none. */
const every = (isOn: boolean) => (isOn ? Infinity : 0)

const whatsappLine = (double: WhatsappDouble): PlayedLine => ({
  double, customer: double.customer(PHONE), pastes: 'ADDRESS_AND_TOKEN', codes: ['131056', '130429', '131026', '131047'],
  turn({ silent, refuse, revoked, duplicates, shuffled }) {
    Object.assign(double.faults, { silentAfterAccepting: Number(silent), refuse: refusalOf(refuse), isRevoked: revoked, shufflesStatuses: shuffled })
    Object.assign(double.webhook.deliveries.options, { copies: duplicates ? 3 : 1, isShuffled: shuffled })
  },
})

const messagingLine = (double: MessagingDouble): PlayedLine => ({
  double, customer: double.customer(), pastes: 'ADDRESS_AND_TOKEN', codes: ['613', '551', '10'],
  turn({ silent, refuse, revoked, duplicates, shuffled }) {
    Object.assign(double.faults, { silentAfterAccepting: Number(silent), refuse: refusalOf(refuse), isRevoked: revoked, copies: duplicates ? 3 : 1, isShuffled: shuffled })
  },
})

const telegramLine = (double: TelegramDouble): PlayedLine => ({
  double, customer: double.customer(), pastes: 'NOTHING', codes: ['429', '502'],
  turn({ silent, refuse, revoked, duplicates, shuffled }) {
    Object.assign(double.faults, {
      silentAfterAccepting: every(silent), tooMany: every(refuse === '429'), failing: every(refuse === '502'), isRevoked: revoked, copies: duplicates ? 3 : 1, isShuffled: shuffled,
    })
  },
})

const smsLine = (double: SmsDouble): PlayedLine => ({
  double, customer: double.customer(`+${PHONE}`), pastes: 'ADDRESS', codes: ['429', '500'],
  turn({ silent, refuse, revoked, duplicates, shuffled }) {
    Object.assign(double.faults, {
      silentAfterAccepting: every(silent), tooMany: every(refuse === '429'), failing: every(refuse === '500'), isLockedOut: revoked, copies: duplicates ? 3 : 1, isShuffled: shuffled,
    })
  },
})

import type { LocalMedia, MediaSource, MediaType, StepOf } from '@botpro/graphql/flows'
import { isHttps } from '../../values/web-address.ts'
import type { BotMap, FlowRule } from '../bot-map.ts'
import { within, type Report } from '../finding.ts'

type Message = StepOf<'SAY'>['messages'][number]

/** Whether what is shown is there, and is what it is shown as; whether the buttons of cards lead anywhere. */
export const shownFiles: FlowRule = ({ flow, steps }, bot, report) => {
  const awaited = new Set(bot.content.flows.flatMap(one => one.triggers.flatMap(trigger => (trigger.kind === 'OPTION' ? [trigger.option] : []))))
  for (const step of steps) {
    if (step.kind !== 'SAY') continue
    step.messages.forEach((message, index) => {
      const tell = within(report, { flow: flow.key, step: step.id })
      checkMedia(message, `messages.${index}`, { bot, tell })
      if (message.kind === 'CARD') checkButtons(message, `messages.${index}`, { awaited, tell })
    })
  }
}

function checkMedia(message: Message, field: string, { bot, tell }: { bot: BotMap; tell: Report }): void {
  if (message.kind === 'MEDIA') {
    if (Object.keys(message.source).length === 0) return tell('NOTHING_CHOSEN', { field: `${field}.source` })
    return checkSources(message.source, message.type, { bot, report: tell, field: `${field}.source` })
  }
  if (message.kind === 'CARD' && message.image) checkSources(message.image, 'IMAGE', { bot, report: tell, field: `${field}.image` })
}

interface Checking { bot: BotMap; report: Report }

function checkSources(media: LocalMedia, type: MediaType, { field, ...checking }: Checking & { field: string }): void {
  for (const [language, source] of Object.entries(media)) {
    if (source) checkSource(source, type, { ...checking, report: within(checking.report, { field: `${field}.${language}` }) })
  }
}

function checkSource(source: MediaSource, type: MediaType, { bot, report }: Checking): void {
  if ('fileId' in source) {
    const file = bot.file(source.fileId)
    if (!file) return report('MISSING_FILE', { facts: { name: source.name } })
    return isOf(type, file.mediaType) ? undefined : report('WRONG_FILE_TYPE', { facts: { name: source.name, mediaType: file.mediaType } })
  }
  const address = source.url.trim()
  if (!address) return report('NOTHING_CHOSEN')
  if (!isFilledIn(address) && !isHttps(address)) report('BAD_ADDRESS', { facts: { address } })
}

/** Anything may be sent as a document. */
const isOf = (type: MediaType, mediaType: string): boolean => type === 'FILE' || mediaType.startsWith(`${type.toLowerCase()}/`)

const isFilledIn = (address: string) => address.includes('{{') || address.includes('{%')

function checkButtons({ buttons = [] }: Extract<Message, { kind: 'CARD' }>, field: string, { awaited, tell }: { awaited: ReadonlySet<string>; tell: Report }): void {
  buttons.forEach(({ id }, index) => awaited.has(id) || tell('BUTTON_LEADS_NOWHERE', { field: `${field}.buttons.${index}`, facts: { name: id } }))
}

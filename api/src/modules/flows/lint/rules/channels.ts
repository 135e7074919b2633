import type { ChannelKind, LocalText, MenuOption, Speech, Step, StepOf } from '@botpro/graphql/flows'
import { type Capabilities, shippedCapabilities } from '../../../channels/index.ts'
import type { FlowRule } from '../bot-map.ts'
import type { FindingCode, Report } from '../finding.ts'

interface Shown { channel: ChannelKind; can: Capabilities; report: Report }

/** Whether the bot’s channels show what is said as it was meant. All of them say it somehow: these are warnings. */
export const channels: FlowRule = ({ flow, steps }, { world }, report) => {
  for (const channel of new Set(world.channels)) {
    const can = shippedCapabilities(channel)
    for (const step of steps) {
      const tell: Report = (code, place) => report(code, { flow: flow.key, step: step.id, ...place, detail: { channel, ...place?.detail } })
      check(step, { channel, can, report: tell })
    }
  }
}

function check(step: Step, shown: Shown): void {
  switch (step.kind) {
    case 'SAY': return step.messages.forEach((message, index) => checkMessage(message, `messages.${index}`, shown))
    case 'MENU': return checkMenu({ ...step, most: step.options.length + (step.items?.most ?? 0) }, shown)
    case 'ASK': return step.answer.type === 'CHOICE'
      ? checkMenu({ text: step.text, variants: step.variants, options: step.answer.options, most: step.answer.options.length, within: 'answer.' }, shown)
      : checkSpeech(step, '', shown)
    default: return undefined
  }
}

type Message = StepOf<'SAY'>['messages'][number]

const MEDIA = { IMAGE: 'image/', VIDEO: 'video/', AUDIO: 'audio/', FILE: 'application/' } as const
/** Where a card is a picture with buttons; elsewhere its words are said. */
const CARDS: ReadonlySet<ChannelKind> = new Set<ChannelKind>(['WEB', 'APP', 'WHATSAPP', 'MESSENGER', 'INSTAGRAM'])

function checkMessage(message: Message, field: string, shown: Shown): void {
  const { channel, can, report } = shown
  if (message.kind === 'TEXT') checkSpeech(message, `${field}.`, shown)
  if (message.kind === 'CARD' && !CARDS.has(channel)) report('CARD_AS_TEXT', { field })
  if (message.kind === 'LOCATION' && !can.canLocate) report('LOCATION_AS_TEXT', { field })
  if (message.kind === 'MEDIA' && (channel === 'SMS' || !can.files.some(({ types }) => types.some(type => carries(type, MEDIA[message.type]))))) {
    report('MEDIA_NOT_SHOWN', { field, detail: { type: message.type } })
  }
}

const carries = (type: string, start: string) => type === '*/*' || type === '*' || type.startsWith(start)

function checkSpeech({ text, variants = [] }: Pick<Speech, 'text' | 'variants'>, field: string, { channel, can, report }: Shown): void {
  const own = variants.findIndex(variant => variant.channels.includes(channel))
  const said = own === -1 ? text : variants[own]!.text
  const length = longest(said)
  if (length > can.text.max) report('TEXT_TOO_LONG', { field: own === -1 ? `${field}text` : `${field}variants.${own}.text`, detail: { length: String(length), most: String(can.text.max) } })
}

/** As it is written, without what templates will fill in. */
const longest = (text: LocalText | undefined) => Math.max(0, ...Object.values(text ?? {}).map(one => (one ?? '').replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, '').trim().length))

interface Menu { text: LocalText; variants?: Speech['variants'] | undefined; options: readonly MenuOption[]; most: number; within?: string }

/** Channels without buttons show every menu as a numbered list, which is no surprise there. */
function checkMenu(menu: Menu, shown: Shown): void {
  checkSpeech(menu, '', shown)
  const { can: { buttons, list }, report } = shown
  const most = Math.max(buttons.most, list.most)
  if (most === 0) return
  const field = `${menu.within ?? ''}options`
  if (menu.most > most) report('TOO_MANY_OPTIONS', { field, detail: { count: String(menu.most), most: String(most) } })
  const titleMax = menu.most <= buttons.most && !menu.options.some(({ description }) => description) ? Math.max(buttons.titleMax, list.titleMax) : list.titleMax || buttons.titleMax
  menu.options.forEach(({ title, description }, index) => {
    const tooLong = (code: FindingCode, name: string, length: number, limit: number) =>
      length > limit && report(code, { field: `${field}.${index}.${name}`, detail: { length: String(length), most: String(limit) } })
    tooLong('TITLE_TOO_LONG', 'title', longest(title), titleMax)
    if (list.descriptionMax > 0) tooLong('TITLE_TOO_LONG', 'description', longest(description), list.descriptionMax)
  })
}

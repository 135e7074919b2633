import type { ChannelKind, LocalText, Speech, Step, StepOf } from '@botpro/graphql/flows'
import type { Capabilities } from '../../../channels/index.ts'
import type { FlowRule, KnownFile } from '../bot-map.ts'
import type { FindingCode, Report } from '../finding.ts'

interface Shown { channel: ChannelKind; can: Capabilities; files: readonly KnownFile[]; tell: Tell }

type Tell = (code: FindingCode, field: string, size?: Size) => void

/** What is too long or too many, and how much would not be. */
interface Size { most: number; length?: number; count?: number }

/** Whether the bot’s channels show what is said as it was meant. All of them say it somehow: these are warnings. */
export const channels: FlowRule = ({ flow, steps }, { world }, report) => {
  for (const step of steps) {
    const found = new Gathered()
    for (const { kind, can } of world.channels) check(step, { channel: kind, can, files: world.files, tell: found.on(kind) })
    found.report((code, place) => report(code, { flow: flow.key, step: step.id, ...place }))
  }
}

/** One finding for all the channels that cannot show the same thing, with the size that suits each of them. */
class Gathered {
  readonly #found = new Map<string, { code: FindingCode; field: string; size: Size | undefined; channels: ChannelKind[] }>()

  on(channel: ChannelKind): Tell {
    return (code, field, size) => {
      const known = this.#found.get(`${code} ${field}`)
      if (!known) return void this.#found.set(`${code} ${field}`, { code, field, size, channels: [channel] })
      known.channels.push(channel)
      if (size && known.size) known.size = { ...known.size, ...size, most: Math.min(size.most, known.size.most) }
    }
  }

  report(report: Report): void {
    for (const { code, field, size, channels: kinds } of this.#found.values()) report(code, { field, facts: { ...size, channels: kinds } })
  }
}

function check(step: Step, shown: Shown): void {
  switch (step.kind) {
    case 'SAY': return step.messages.forEach((message, index) => checkMessage(message, `messages.${index}`, shown))
    case 'MENU':
      checkSpeech(step, '', shown)
      return checkMenu({ options: step.options, count: step.options.length + (step.items?.most ?? 0), field: 'options' }, shown)
    case 'ASK':
      checkSpeech(step, '', shown)
      return step.answer.type === 'CHOICE' ? checkMenu({ options: step.answer.options, count: step.answer.options.length, field: 'answer.options' }, shown) : undefined
    default: return undefined
  }
}

type Message = StepOf<'SAY'>['messages'][number]

/** Where a card is a picture with buttons; elsewhere its words are said. */
const CARDS: ReadonlySet<ChannelKind> = new Set<ChannelKind>(['WEB', 'APP', 'WHATSAPP', 'MESSENGER', 'INSTAGRAM'])

function checkMessage(message: Message, field: string, shown: Shown): void {
  const { channel, can, tell } = shown
  switch (message.kind) {
    case 'TEXT': return checkSpeech(message, `${field}.`, shown)
    case 'CARD': return CARDS.has(channel) ? undefined : tell('CARD_AS_TEXT', field)
    case 'LOCATION': return can.canLocate ? undefined : tell('LOCATION_AS_TEXT', field)
    case 'MEDIA': return checkFiles(message, field, shown)
  }
}

const KINDS = { IMAGE: 'image/', VIDEO: 'video/', AUDIO: 'audio/', FILE: 'application/' } as const

/** Of an address only the kind is known. A file that is missing is told elsewhere. */
function checkFiles({ type, source }: Extract<Message, { kind: 'MEDIA' }>, field: string, { can, tell, files }: Shown): void {
  for (const [language, one] of Object.entries(source)) {
    const file = one && 'fileId' in one ? files.find(({ id }) => id === one.fileId) : undefined
    const most = mostBytes(can, file?.mediaType ?? KINDS[type])
    if (most === 0) return tell('MEDIA_NOT_SHOWN', field)
    if (file && file.size > most) tell('FILE_TOO_LARGE', `${field}.source.${language}`, { length: Math.ceil(file.size / 1024), most: Math.floor(most / 1024) })
  }
}

/** Of files of a type, or whose type begins so. */
const mostBytes = ({ files }: Capabilities, mediaType: string): number =>
  Math.max(0, ...files.filter(({ types }) => types.some(type => fits(type, mediaType))).map(({ maxBytes }) => maxBytes))

const fits = (type: string, mediaType: string) =>
  type === '*/*' || type === mediaType || (type.endsWith('/*') ? mediaType.startsWith(type.slice(0, -1)) : mediaType.endsWith('/') && type.startsWith(mediaType))

function checkSpeech({ text, variants = [] }: Pick<Speech, 'text' | 'variants'>, field: string, { channel, can, tell }: Shown): void {
  const own = variants.findIndex(variant => variant.channels.includes(channel))
  const length = longest(own === -1 ? text : variants[own]!.text)
  if (length > can.text.max) tell('TEXT_TOO_LONG', own === -1 ? `${field}text` : `${field}variants.${own}.text`, { length, most: can.text.max })
}

/** As it is written, without what templates will fill in. */
const longest = (text: LocalText | undefined) => Math.max(0, ...Object.values(text ?? {}).map(one => (one ?? '').replace(/\{\{[^}]*\}\}|\{%[^%]*%\}/g, '').trim().length))

interface Menu { options: readonly { title: LocalText; description?: LocalText | undefined }[]; count: number; field: string }

/** Channels without buttons show every menu as a numbered list, which is no surprise there. */
function checkMenu({ options, count, field }: Menu, { can: { buttons, list }, tell }: Shown): void {
  const most = Math.max(buttons.most, list.most)
  if (most === 0) return
  if (count > most) tell('TOO_MANY_OPTIONS', field, { count, most })
  const areButtons = list.most === 0 || (count <= buttons.most && !options.some(({ description }) => description))
  const titleMax = areButtons ? Math.max(buttons.titleMax, list.titleMax) : list.titleMax
  options.forEach(({ title, description }, index) => {
    tooLong(tell, `${field}.${index}.title`, longest(title), titleMax)
    if (list.descriptionMax > 0) tooLong(tell, `${field}.${index}.description`, longest(description), list.descriptionMax)
  })
}

const tooLong = (tell: Tell, field: string, length: number, most: number) => length > most && tell('TITLE_TOO_LONG', field, { length, most })

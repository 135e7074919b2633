import { detectLanguage } from '../../../language/index.ts'
import { menuWords } from '../content-words.ts'
import type { OutgoingFile, OutgoingMenu } from '../outgoing.ts'
import type { ChannelProfile } from '../profile.ts'
import { shortened } from '../shortened.ts'
import { splitText } from '../split-text.ts'
import { filePieces } from './compose-media.ts'
import { textPieces } from './compose-text.ts'
import { limit, mediaKindOf } from './whatsapp-limits.ts'
import type { Piece } from './whatsapp-request.ts'

interface Menued {
  text: string
  menu: OutgoingMenu
  files: readonly OutgoingFile[]
}

type Option = OutgoingMenu['options'][number]

/** Buttons where all fit, else a list where all fit, else words to be answered with a number. */
export function menuPieces({ text, menu, files }: Menued, profile: ChannelProfile): Piece[] {
  const options = menu.options.map((option, index) => ({ ...option, title: onOneLine(option.title) || String(index + 1), description: onOneLine(option.description ?? '') || null }))
  const style = styleOf(text, options, profile)
  if (style === 'WORDS') {
    const words = [text, menuWords({ ...menu, options })].filter(Boolean).join('\n\n')
    return [...filePieces({ text: '', files }, profile), ...textPieces(words, profile)]
  }
  const [header, before] = style === 'BUTTONS' ? headerOf(files, profile) : [undefined, files]
  const { head, tail } = lastWords(text, limit(profile, 'menuBodyMax'))
  const action = style === 'BUTTONS' ? buttonsOf(options) : listOf(options, text, profile)
  const value = { type: style === 'BUTTONS' ? 'button' : 'list', ...header?.value, body: { text: tail }, action }
  return [...filePieces({ text: '', files: before }, profile), ...textPieces(head, profile), { type: 'interactive', value, file: header?.file, mediaAt: header?.mediaAt }]
}

/** Titles become labels of one line. */
const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function styleOf(text: string, options: readonly Option[], profile: ChannelProfile): 'BUTTONS' | 'LIST' | 'WORDS' {
  const at = (name: string) => limit(profile, name)
  // An interactive message has to say something.
  if (!text) return 'WORDS'
  const areButtons = options.length <= at('buttonsMost')
    && options.every(({ id, title, description }) => fits(id, at('buttonIdMax')) && title.length <= at('buttonTitleMax') && !description)
  if (areButtons && areUnlike(options)) return 'BUTTONS'
  const areRows = options.length <= at('rowsMost')
    && options.every(({ id, ...option }) => fits(id, at('rowIdMax')) && isRow(option, at))
  return areRows && areUnlike(options) ? 'LIST' : 'WORDS'
}

const fits = (id: string, max: number) => id.trim() !== '' && id.length <= max

/** A title that is too long for a row is told in full below it, where there is nothing else. */
function isRow({ title, description }: Pick<Option, 'title' | 'description'>, at: (name: string) => number): boolean {
  if (title.length > at('rowTitleMax')) return !description && title.length <= at('rowDescriptionMax')
  return (description?.length ?? 0) <= at('rowDescriptionMax')
}

/** WhatsApp takes no id twice, and nobody can choose between two that read the same. */
const areUnlike = (options: readonly Option[]): boolean =>
  new Set(options.map(({ id }) => id)).size === options.length && new Set(options.map(({ title }) => title.toLowerCase())).size === options.length

const buttonsOf = (options: readonly Option[]) => ({ buttons: options.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) })

function listOf(options: readonly Option[], text: string, profile: ChannelProfile) {
  const titles = unlikeTitles(options.map(({ title }) => title), limit(profile, 'rowTitleMax'))
  const rows = options.map(({ id, title, description }, index) => {
    const below = description ?? (titles[index] === title ? null : title)
    return { id, title: titles[index]!, ...(below && { description: below }) }
  })
  return { button: detectLanguage(text) === 'es' ? 'Ver opciones' : 'See options', sections: [{ rows }] }
}

/** Cut to a length, and no two alike: where the cut made them so, they end with a number. */
export function unlikeTitles(titles: readonly string[], max: number): string[] {
  const taken = new Set<string>()
  return titles.map(title => {
    for (let turn = 1; ; turn++) {
      const cut = shortened(title, max, turn === 1 ? '' : ` ${turn}`)
      if (taken.has(cut.toLowerCase())) continue
      taken.add(cut.toLowerCase())
      return cut
    }
  })
}

/** A picture, film or document stands above buttons; what else there is goes before. */
export function headerOf(files: readonly OutgoingFile[], profile: ChannelProfile): [{ value: object; file: OutgoingFile; mediaAt: string[] } | undefined, readonly OutgoingFile[]] {
  const [file, ...others] = files
  const kind = file && mediaKindOf(file.mediaType, profile)
  if (!file || !kind || kind === 'audio' || others.length > 0) return [undefined, files]
  const header = { type: kind, [kind]: kind === 'document' ? { filename: file.name } : {} }
  return [{ value: { header }, file, mediaAt: ['interactive', 'header', kind] }, []]
}

/** The end of a text, which fits beside a menu, and what goes before it. */
function lastWords(text: string, max: number): { head: string; tail: string } {
  const tail = splitText(text, max).at(-1)!
  return { head: text.slice(0, text.lastIndexOf(tail)).trim(), tail }
}

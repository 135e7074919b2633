import { Parser } from 'htmlparser2'
import { textOf, type DocumentBlock } from './document-blocks.ts'
import { breaking, headingLevel, isBesides, isSilent, opensSomething, type Attributes } from './html-rules.ts'
import { HtmlTable } from './html-table.ts'

export interface HtmlPage {
  title: string
  /** As the page says: `es-DO`. */
  language?: string
  /** The address by which the page wants to be known; may be relative. */
  canonical?: string
  /** What its robots tag says, in small letters. */
  robots: string
  blocks: DocumentBlock[]
}

interface Open { name: string, isDropped: boolean, isMain: boolean, isArticle: boolean, level?: number }

interface Said { block: DocumentBlock, isMain: boolean, isArticle: boolean }

// What calls itself the main part and holds next to nothing, is not.
const leastMain = 200

/** Reads a page as it comes, whatever its faults; holds no tree of it, so that no depth is too deep. */
export function htmlPage(html: string): HtmlPage {
  const page = new HtmlReader({ isLenient: false }).read(html)
  return page.blocks.length > 0 ? page : new HtmlReader({ isLenient: true }).read(html)
}

export const htmlBlocks = (html: string): DocumentBlock[] => htmlPage(html).blocks

class HtmlReader {
  private readonly isLenient: boolean
  private readonly page: HtmlPage = { title: '', robots: '', blocks: [] }
  private readonly said: Said[] = []
  private readonly open: Open[] = []
  private readonly tables: HtmlTable[] = []
  /** How many of the open elements are dropped, the main part, an article, list items, in bold. */
  private readonly counts = { dropped: 0, main: 0, article: 0, li: 0, strong: 0 }
  private text = ''
  private isStrong = true
  /** What a description list says of, until it is said. */
  private term = ''
  /** Of the last heading that stands as one. */
  private level = 1

  /** Lenient: takes what looks like menus too, for a page that has nothing else. */
  constructor({ isLenient }: { isLenient: boolean }) {
    this.isLenient = isLenient
  }

  read(html: string): HtmlPage {
    const parser = new Parser({
      onopentag: (name, attributes) => this.begin(name, attributes),
      ontext: text => this.take(text),
      onclosetag: name => this.end(name),
    }, { decodeEntities: true })
    parser.end(html)
    this.flush()
    this.page.blocks = this.chosen()
    return this.page
  }

  private begin(name: string, attributes: Attributes): void {
    const isMain = name === 'main' || attributes['role'] === 'main'
    const isArticle = name === 'article'
    const isInside = this.counts.main + this.counts.article > 0
    const isDropped = isSilent(name) || (!this.isLenient && isBesides(name, attributes, isInside)) || (name === 'button' && !this.isTitle(attributes))
    if (breaking.has(name) || isDropped) this.flush()
    const level = this.counts.dropped || isDropped ? undefined : this.levelOf(name, attributes)
    this.open.push({ name, isDropped, isMain, isArticle, ...level && { level } })
    this.count(this.open.at(-1)!, 1)
    if (this.counts.dropped === 0) this.enter(name, attributes)
  }

  /** A button is text where it is a heading, or opens what stands beneath it. */
  private isTitle(attributes: Attributes): boolean {
    return opensSomething(attributes) || this.open.some(each => each.level)
  }

  private levelOf(name: string, attributes: Attributes): number | undefined {
    const level = headingLevel(name)
    if (level) return this.level = level
    const opens = name === 'summary' || (name === 'button' && opensSomething(attributes) && !this.open.some(each => each.level))
    return opens ? this.nextLevel : undefined
  }

  private get nextLevel(): number {
    return Math.min(this.level + 1, 6)
  }

  private enter(name: string, attributes: Attributes): void {
    if (name === 'html') this.page.language ??= attributes['lang']
    else if (name === 'meta' && /^(?:robots|botpro)$/i.test(attributes['name'] ?? '')) this.page.robots += ` ${attributes['content'] ?? ''}`.toLowerCase()
    else if (name === 'link' && /(?:^|\s)canonical(?:$|\s)/i.test(attributes['rel'] ?? '')) this.page.canonical ??= attributes['href']
    else if (name === 'br') this.breakLine()
    else if (name === 'table') this.beginTable()
    else if (name === 'td' || name === 'th') this.tables.at(-1)?.openCell(name === 'th')
  }

  private take(text: string): void {
    if (this.counts.dropped > 0) return
    if (this.counts.strong === 0 && /\S/.test(text)) this.isStrong = false
    this.text += text
  }

  private end(name: string): void {
    if (name === 'dt' && this.counts.dropped === 0) this.endTerm()
    else if (breaking.has(name)) this.flush()
    const element = this.open.pop()
    if (!element) return
    if (this.counts.dropped === 0) this.leave(name)
    this.count(element, -1)
  }

  private leave(name: string): void {
    if (name === 'td' || name === 'th') this.tables.at(-1)?.closeCell()
    else if (name === 'tr') this.say(this.tables.at(-1)?.closeRow() ?? [])
    else if (name === 'table') this.say(this.tables.pop()?.closeRow() ?? [])
    else if (name === 'dd' || name === 'dl') this.term = ''
  }

  private count({ name, isDropped, isMain, isArticle }: Open, by: 1 | -1): void {
    if (isDropped) this.counts.dropped += by
    if (isMain) this.counts.main += by
    if (isArticle) this.counts.article += by
    if (name === 'li') this.counts.li += by
    if (name === 'b' || name === 'strong') this.counts.strong += by
  }

  /** Two breaks, one behind the other, part paragraphs. */
  private breakLine(): void {
    if (/\n\s*$/.test(this.text.slice(-50))) this.flush()
    else this.text += '\n'
  }

  private beginTable(): void {
    const outer = this.tables.at(-1)
    if (outer && !outer.isLayout) this.say(outer.becomeLayout())
    this.tables.push(new HtmlTable())
  }

  /** A question in a description list has its answer beneath it; any other term stands before what is said of it. */
  private endTerm(): void {
    const text = this.taken()
    if (text.endsWith('?')) this.say([{ kind: 'heading', level: this.nextLevel, text }])
    else this.term = text
  }

  private taken(): string {
    const text = this.text.replace(/\s+/g, ' ').trim()
    this.text = ''
    this.isStrong = true
    return text
  }

  private flush(): void {
    if (this.text === '') return
    const { isStrong } = this
    const text = this.taken()
    if (text === '') return
    const { name, level } = this.open.findLast(each => each.level || each.name === 'title') ?? {}
    if (name === 'title') this.page.title ||= text
    else if (this.tables.at(-1)?.takesText) this.tables.at(-1)!.add(text, isStrong)
    else this.say([this.blockOf(text, level)])
  }

  private blockOf(text: string, level: number | undefined): DocumentBlock {
    if (level) return { kind: 'heading', level, text }
    const { term } = this
    this.term = ''
    if (term) return { kind: 'listItem', text: `${term}: ${text}` }
    return { kind: this.counts.li > 0 ? 'listItem' : 'paragraph', text }
  }

  private say(blocks: DocumentBlock[]): void {
    for (const block of blocks) this.said.push({ block, isMain: this.counts.main > 0, isArticle: this.counts.article > 0 })
  }

  /** The main part, else the articles, else all. */
  private chosen(): DocumentBlock[] {
    const lengthOf = (said: Said[]) => said.reduce((sum, { block }) => sum + textOf(block).length, 0)
    const whole = lengthOf(this.said)
    const parts = [this.said.filter(({ isMain }) => isMain), this.said.filter(({ isArticle }) => isArticle)]
    const part = parts.find(said => lengthOf(said) >= Math.min(leastMain, whole / 2) && said.length > 0) ?? this.said
    return part.map(({ block }) => block)
  }
}

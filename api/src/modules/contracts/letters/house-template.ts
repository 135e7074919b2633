import type { Block, Cell, Column, Fact, PaperDocument, Party, Signature, Sum } from './document.ts'

const INK = '#1a1f36'
const MUTED = '#697386'
const RULE = '#e3e8ee'
const MARGIN = 56
const PAPER_WIDTH = 612 - 2 * MARGIN

type Node = Record<string, unknown>

/** The house template: how every paper of ours looks, as pdfmake takes it. */
export function housePaper(document: PaperDocument): object {
  const { language, title, from, createdAt, facts } = document
  return {
    pageSize: 'LETTER',
    pageMargins: [MARGIN, MARGIN, MARGIN, 64],
    language: language === 'ES' ? 'es' : 'en',
    displayTitle: true,
    info: { title: [title, facts[0]?.value].filter(Boolean).join(' '), author: from.name, creationDate: new Date(createdAt) },
    defaultStyle: { font: 'Roboto', fontSize: 9.5, lineHeight: 1.25, color: INK },
    content: [head(document), parties(document), subject(document), ...document.blocks.map(nodeOf)],
    footer: (page: number, pages: number) => footer(document, page, pages),
  }
}

const head = ({ title, from, facts }: PaperDocument): Node => ({
  columns: [
    { width: '*', stack: [{ text: title, fontSize: 22, bold: true, lineHeight: 1.1, margin: [0, 0, 0, 12] }, ...facts.length ? [factsTable(facts)] : []] },
    { width: 190, text: from.name, fontSize: 15, bold: true, alignment: 'right', color: INK, margin: [0, 5, 0, 0] },
  ],
  columnGap: 24,
  margin: [0, 0, 0, 24],
})

const factsTable = (facts: Fact[]): Node => ({
  table: { widths: ['auto', '*'], body: facts.map(({ label, value }) => [{ text: label, bold: true, margin: [0, 0, 12, 0] }, value]) },
  layout: PLAIN,
})

const parties = ({ language, from, to }: PaperDocument): Node => ({
  columns: [party(from, language === 'ES' ? 'De' : 'From'), party(to, language === 'ES' ? 'Para' : 'To')],
  columnGap: 24,
  margin: [0, 0, 0, 22],
})

const party = ({ name, lines }: Party, label: string): Node => ({
  width: '*',
  stack: [{ text: label, color: MUTED, fontSize: 8.5, margin: [0, 0, 0, 2] }, { text: name, bold: true }, ...lines.map(text => ({ text, color: '#3c4257' }))],
})

const subject = ({ subject: text }: PaperDocument): Node => (text ? { text, fontSize: 13, bold: true, margin: [0, 2, 0, 12] } : { text: '', fontSize: 1 })

function nodeOf(block: Block): Node {
  switch (block.kind) {
    case 'TEXT': return { text: block.text, margin: [0, 0, 0, 9], lineHeight: 1.35 }
    case 'HEADING': return { text: block.text, bold: true, fontSize: 11, margin: [0, 10, 0, 6], headlineLevel: 1 }
    case 'LIST': return { ol: block.items.map(text => ({ text, margin: [0, 0, 0, 4], lineHeight: 1.3 })), margin: [0, 0, 0, 9], markerColor: MUTED }
    case 'FACTS': return block.facts.length ? { ...factsTable(block.facts), margin: [0, 2, 0, 12] } : { text: '' }
    case 'TABLE': return { stack: [table(block.columns, block.rows), ...block.sums ? [sums(block.sums)] : []], margin: [0, 2, 0, 16] }
    case 'SIGNATURES': return signatures(block.parties)
    case 'NOTE': return { text: block.text, color: MUTED, fontSize: 8.5, margin: [0, 2, 0, 6] }
  }
}

function table(columns: Column[], rows: Cell[][]): Node {
  const headed = columns.map(({ label, align = 'left' }) => ({ text: label, alignment: align, color: MUTED, fontSize: 8.5 }))
  const body = rows.map(row => row.map((cell, i) => cellNode(cell, columns[i]!)))
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: columns.map(({ isWide }) => (isWide ? '*' : 'auto')), body: [headed, ...body] },
    layout: RULED,
  }
}

function cellNode(cell: Cell, { align = 'left', isWide }: Column): Node {
  const { text, small = [] } = typeof cell === 'string' ? { text: cell } : cell
  const noWrap = align === 'right' && !isWide
  return { stack: [{ text, noWrap }, ...small.map(line => ({ text: line, color: MUTED, fontSize: 8.5, noWrap }))], alignment: align }
}

const sums = (rows: Sum[]): Node => ({
  columns: [
    { width: '*', text: '' },
    {
      width: PAPER_WIDTH / 2,
      table: { widths: ['*', 'auto'], body: rows.map(({ label, value, isTotal }) => [{ text: label, bold: isTotal }, { text: value, bold: isTotal, alignment: 'right', noWrap: true }]) },
      layout: RULED_SUMS,
    },
  ],
  unbreakable: true,
})

const signatures = (signing: Signature[]): Node => ({
  columns: signing.map(({ party: name, name: who, title, date }) => ({
    width: '*',
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 200, y2: 0, lineWidth: 0.7, lineColor: INK }], margin: [0, 46, 0, 5] },
      { text: name, bold: true },
      ...[who, title, date].filter(text => text).map(text => ({ text, color: '#3c4257' })),
    ],
  })),
  columnGap: 24,
  margin: [0, 14, 0, 0],
  unbreakable: true,
})

const footer = ({ language, title, from, facts }: PaperDocument, page: number, pages: number): Node => ({
  margin: [MARGIN, 16, MARGIN, 0],
  stack: [
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: PAPER_WIDTH, y2: 0, lineWidth: 0.5, lineColor: RULE }], margin: [0, 0, 0, 6] },
    {
      columns: [
        { width: '*', text: [from.name, title, facts[0]?.value].filter(Boolean).join(' · ') },
        { width: 'auto', text: language === 'ES' ? `Página ${page} de ${pages}` : `Page ${page} of ${pages}` },
      ],
      color: MUTED, fontSize: 8,
    },
  ],
})

const PLAIN = { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 0, paddingRight: () => 0, paddingTop: () => 0, paddingBottom: () => 1 }

/** A rule below the head in ink, lighter ones between the rows; the outer columns are flush with the text. */
const RULED = {
  hLineWidth: (line: number) => (line === 0 ? 0 : line === 1 ? 0.8 : 0.5),
  hLineColor: (line: number) => (line === 1 ? INK : RULE),
  vLineWidth: () => 0,
  paddingLeft: (column: number) => (column === 0 ? 0 : 10),
  paddingRight: (column: number, node: { table: { widths: unknown[] } }) => (column === node.table.widths.length - 1 ? 0 : 10),
  paddingTop: () => 5,
  paddingBottom: () => 4,
}

const RULED_SUMS = { ...RULED, hLineWidth: (line: number, node: { table: { body: unknown[] } }) => (line === 0 || line === node.table.body.length ? 0 : 0.5), hLineColor: () => RULE, paddingLeft: () => 0, paddingRight: () => 0 }

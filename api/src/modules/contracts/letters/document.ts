import type { Language } from '../../../platform/language.ts'

/** What stands on paper, without a word of how it is drawn. All texts are in the language of the paper already. */
export interface PaperDocument {
  language: Language
  /** Such as “Cotización”. */
  title: string
  /** When it was made: part of the file, so that the same paper is the same bytes. */
  createdAt: Date | string
  from: Party
  to: Party
  /** Beside the title: number, date, until when. */
  facts: Fact[]
  /** In one sentence what it is about; letters have one. */
  subject?: string
  blocks: Block[]
}

export interface Party {
  name: string
  /** Address, tax number, whoever it is meant for. */
  lines: string[]
}

export interface Fact {
  label: string
  value: string
}

export type Block =
  | { kind: 'TEXT'; text: string }
  | { kind: 'HEADING'; text: string }
  | { kind: 'LIST'; items: string[] }
  | { kind: 'FACTS'; facts: Fact[] }
  | { kind: 'TABLE'; columns: Column[]; rows: Cell[][]; sums?: Sum[] }
  | { kind: 'SIGNATURES'; parties: Signature[] }
  /** In small letters. */
  | { kind: 'NOTE'; text: string }

export interface Column {
  label: string
  align?: 'left' | 'right'
  /** Of the room that is left; those without one take what they need. */
  isWide?: boolean
}

export type Cell = string | { text: string; small?: string[] }

export interface Sum extends Fact {
  isTotal?: boolean
}

export interface Signature {
  party: string
  name?: string
  title?: string
  date?: string
}

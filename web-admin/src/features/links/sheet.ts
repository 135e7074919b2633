import type { Language } from '../../contract/graphql.ts'

/** What is printed: on which paper, in which form and language, and with words of one's own where there are some. */
export interface Sheet {
  form: 'POSTER' | 'TENT'
  paper: 'A4' | 'LETTER'
  language: Language
  /** Empty for ours, in the sheet's language. */
  call: string
  note: string
}

export const newSheet = (language: Language): Sheet => ({ form: 'POSTER', paper: 'LETTER', language, call: '', note: '' })

/** In millimetres. */
export const PAPERS = { A4: { width: 210, height: 297 }, LETTER: { width: 215.9, height: 279.4 } } satisfies Record<Sheet['paper'], unknown>

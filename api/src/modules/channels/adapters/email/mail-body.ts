import { contentWords, menuWords } from '../content-words.ts'
import type { OutgoingMessage } from '../outgoing.ts'

type Said = Pick<OutgoingMessage, 'text' | 'content' | 'menu'>

export const plainBody = (said: Said): string => paragraphsOf(said).join('\n\n')

/** The same, for programs that show nothing else. */
export const htmlBody = (said: Said): string => paragraphsOf(said).map(text => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`).join('\n')

const paragraphsOf = ({ text, content, menu }: Said): string[] =>
  [text.trim(), content ? contentWords(content) : '', menu ? menuWords(menu) : ''].filter(Boolean)

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

import type { Expectation, FlowTest, Language, TestLine } from '@botpro/graphql/flows'

export const LINE_KINDS = ['CONTACT', 'EXPECT', 'TIME_PASSES', 'EVENT', 'AGENT_RETURNS'] as const
export const EXPECTATION_KINDS = ['SAYS', 'OFFERS', 'AT_STEP', 'VARIABLE', 'CALLS', 'HANDS_OFF', 'ENDS'] as const
/** How the contact answers. */
export const SAID_BY = ['text', 'option', 'file', 'location'] as const

export function newLine(kind: TestLine['kind']): TestLine {
  switch (kind) {
    case 'CONTACT': return { kind, text: '' }
    case 'EXPECT': return { kind, that: [newExpectation('SAYS')] }
    case 'TIME_PASSES': return { kind, minutes: 30 }
    case 'EVENT': return { kind, event: 'payment' }
    case 'AGENT_RETURNS': return { kind }
  }
}

export function newExpectation(kind: Expectation['kind']): Expectation {
  switch (kind) {
    case 'SAYS': return { kind, text: '', match: 'CONTAINS' }
    case 'OFFERS': return { kind, option: '' }
    case 'AT_STEP': return { kind, flow: '', step: '' }
    case 'VARIABLE': return { kind, path: '', equals: '' }
    case 'CALLS': return { kind, connector: '', operation: '' }
    case 'HANDS_OFF': case 'ENDS': return { kind }
  }
}

export type ContactLine = Extract<TestLine, { kind: 'CONTACT' }>

export const saidBy = ({ option, file, location }: ContactLine): typeof SAID_BY[number] => (option !== undefined ? 'option' : file ? 'file' : location ? 'location' : 'text')

/** The same line, said in another way; what stood for the reading of words goes with them. */
export function said(by: typeof SAID_BY[number]): ContactLine {
  switch (by) {
    case 'text': return { kind: 'CONTACT', text: '' }
    case 'option': return { kind: 'CONTACT', option: '' }
    case 'file': return { kind: 'CONTACT', file: { name: 'documento.pdf', type: 'application/pdf' } }
    case 'location': return { kind: 'CONTACT', location: { latitude: 18.4735, longitude: -69.8844 } }
  }
}

export const newTest = (language: Language): FlowTest => ({ key: '', name: '', channel: 'WEB', language, lines: [newLine('CONTACT'), newLine('EXPECT')], recordings: [] })

export const moved = <Item>(items: readonly Item[], at: number, by: -1 | 1): Item[] => {
  const to = at + by
  if (to < 0 || to >= items.length) return [...items]
  const next = [...items]
  ;[next[at], next[to]] = [next[to]!, next[at]!]
  return next
}

/** Out of what was typed or pasted: an id by itself, or the address of a conversation at the desk. */
export const conversationIdIn = (typed: string): string | undefined => /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i.exec(typed)?.[0].toLowerCase()

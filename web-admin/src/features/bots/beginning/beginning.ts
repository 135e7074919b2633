export type Beginning = { kind: 'template'; key: string } | { kind: 'file' } | { kind: 'nothing' }

const TEMPLATE = 'template:'

/** What was chosen in the list of beginnings. */
export function beginningOf(from: string): Beginning {
  if (from.startsWith(TEMPLATE)) return { kind: 'template', key: from.slice(TEMPLATE.length) }
  return { kind: from === 'file' ? 'file' : 'nothing' }
}

export const fromTemplate = (key: string) => `${TEMPLATE}${key}`

/** What a file calls its bot; nothing where it cannot be read. The server says what is wrong with it. */
export function nameInFile(text: string): string {
  try {
    const { name } = JSON.parse(text) as { name?: unknown }
    return typeof name === 'string' ? name : ''
  } catch {
    return ''
  }
}

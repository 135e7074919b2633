export type Beginning = { kind: 'template'; key: string } | { kind: 'file' } | { kind: 'nothing' }

const TEMPLATE = 'template:'

/** What was chosen in the list of beginnings. */
export function beginningOf(from: string): Beginning {
  if (from.startsWith(TEMPLATE)) return { kind: 'template', key: from.slice(TEMPLATE.length) }
  return { kind: from === 'file' ? 'file' : 'nothing' }
}

export const fromTemplate = (key: string) => `${TEMPLATE}${key}`

/** A second bot of one template is told apart by a number. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!name || !taken.includes(name)) return name
  let number = 2
  while (taken.includes(`${name} ${number}`)) number += 1
  return `${name} ${number}`
}

/** What a file calls its bot; nothing where it cannot be read. The server says what is wrong with it. */
export function nameInFile(text: string): string {
  try {
    const { name } = JSON.parse(text) as { name?: unknown }
    return typeof name === 'string' ? name : ''
  } catch {
    return ''
  }
}

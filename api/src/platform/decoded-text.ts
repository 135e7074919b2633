/** Text in UTF-16 where its first bytes say so, in the charset that it is said to be in, in UTF-8, or else as Windows writes it. */
export function decodedText(content: Uint8Array, charset?: string): string {
  if (content[0] === 0xff && content[1] === 0xfe) return new TextDecoder('utf-16le').decode(content)
  if (content[0] === 0xfe && content[1] === 0xff) return new TextDecoder('utf-16be').decode(content)
  for (const label of [charset, 'utf-8']) {
    try {
      if (label) return new TextDecoder(label, { fatal: true }).decode(content)
    } catch {
      // It is not what it was said to be, or in what nobody knows.
    }
  }
  return new TextDecoder('windows-1252').decode(content)
}

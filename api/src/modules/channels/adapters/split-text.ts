const BREAKS = ['\n\n', '\n', '. ', ' ']

/** A text in pieces of at most `max` UTF-16 units, cut where a reader would pause; never inside a character. */
export function splitText(text: string, max: number): string[] {
  const pieces: string[] = []
  let rest = text.trim()
  while (rest.length > max) {
    const end = placeToCut(rest, max)
    pieces.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest ? [...pieces, rest] : pieces
}

// Of a piece at least half is used, or a line break near its beginning would make many small ones.
function placeToCut(text: string, max: number): number {
  for (const pause of BREAKS) {
    const end = text.lastIndexOf(pause, max - pause.trimEnd().length) + pause.length
    if (end - pause.length >= max / 2) return end
  }
  return isHighSurrogate(text.charCodeAt(max - 1)) && max > 1 ? max - 1 : max
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00

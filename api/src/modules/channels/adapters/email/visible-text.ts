/** Lines as short as marks of quotes are; the rest of a longer line is not looked at. */
const LOOKED_AT = 300
/** Mail programs break the line that introduces a quote. */
const BROKEN_OVER = 3

const ATTRIBUTION_START = /^[>\s*_]*(?:on|el|em|le|am|il|a las|no dia|de)\b/i
const ATTRIBUTION_END = /(?:wrote|escribi[oó]|escreveu|ha scritto|a écrit|schrieb)[^:\n]{0,80}:[\s*_]*$/i
const DIVIDER = /^[\s>]*-{3,}\s*(?:original message|mensaje original|mensagem original|original appointment|cita original|ursprüngliche nachricht|message d'origine)\s*-{3,}/i
const HEADER = /^[\s*_]*(de|from|enviado(?: el| em)?|sent|fecha|date|data|para|to|asunto|assunto|subject|cc)\s*:[\s*_]*\S/i
const RULE = /^\s*_{10,}\s*$/
const DEVICE = /^(?:sent from (?:my |outlook|mail|yahoo)|enviado (?:desde|do|de) (?:mi|meu|o meu|outlook|correo|yahoo|el correo)|get outlook for |obtener outlook para |obter o? ?outlook para )/i

/** Counts how many letters were looked at, so that a test can see that the work grows as the text does, and no faster. */
export type Tally = (letters: number) => void

/**
 * What somebody wrote, without what she answers to and what her program adds. Wrongly hidden words are a click away, and
 * where nothing would be left, everything is shown.
 */
export function visibleText(full: string, tally: Tally = () => {}): string {
  const lines = full.replaceAll('\r\n', '\n').split('\n')
  const kept: string[] = []
  for (let at = 0; at < lines.length;) {
    const next = afterQuote(lines, at, tally)
    if (next === undefined) kept.push(lines[at++]!)
    else at = next
  }
  return tidy(kept) || full.trim()
}

/** Where reading goes on when a quote, or a signature, begins at a line; nothing when it is a line like others. */
function afterQuote(lines: readonly string[], at: number, tally: Tally): number | undefined {
  const line = start(lines, at, tally)
  if (/^>/.test(line)) return at + 1
  if (line === '-- ' || line === '--' || DIVIDER.test(line) || isHeaderBlock(lines, at, line, tally)) return lines.length
  if (RULE.test(line) && isHeaderBlock(lines, at + 1, start(lines, at + 1, tally), tally)) return lines.length
  if (DEVICE.test(line)) return at + 1
  const end = attributionEnd(lines, at, line, tally)
  // Who answers below the quote begins where its marks end; without marks nobody knows where that is.
  return end === undefined ? undefined : isMarked(lines, end, tally) ? end : lines.length
}

function attributionEnd(lines: readonly string[], at: number, first: string, tally: Tally): number | undefined {
  if (!ATTRIBUTION_START.test(first)) return undefined
  let text = ''
  for (let end = at; end < Math.min(at + BROKEN_OVER, lines.length); end++) {
    const line = start(lines, end, tally)
    if (end > at && line.trim() === '') return undefined
    text = `${text} ${line}`.slice(-LOOKED_AT)
    if (ATTRIBUTION_END.test(text)) return end + 1
  }
  return undefined
}

function isMarked(lines: readonly string[], at: number, tally: Tally): boolean {
  const next = [at, at + 1, at + 2].map(each => start(lines, each, tally)).find(line => line.trim() !== '')
  return next?.startsWith('>') ?? false
}

/** From or De, and two more of the kind below it. */
function isHeaderBlock(lines: readonly string[], at: number, line: string, tally: Tally): boolean {
  if (!/^(?:de|from)$/i.test(HEADER.exec(line)?.[1] ?? '')) return false
  const below = [1, 2, 3, 4, 5].map(step => HEADER.exec(start(lines, at + step, tally))?.[1]?.toLowerCase())
  return new Set(below.filter(Boolean)).size >= 2
}

function start(lines: readonly string[], at: number, tally: Tally): string {
  const line = (lines[at] ?? '').slice(0, LOOKED_AT)
  tally(line.length)
  return line
}

const tidy = (lines: readonly string[]) => lines.map(line => line.trimEnd()).join('\n').replace(/\n{3,}/g, '\n\n').trim()

import { sentencesOf, type Span } from '../documents/sentences.ts'

const aim = 400
// A sentence longer than this is no answer for a chat; its beginning is.
const longest = 1000

const listItem = /^(?:[-*•–▪◦]|\(?\d{1,3}[.)]|[a-z]\))\s/
/** What leans on the sentence before it. */
const leaning = /^(?:est[aeo]s?|es[aeo]s?|ell[oa]s?|él|lo|la|los|las|además|también|sin embargo|no obstante|por (?:eso|ello|tanto)|así|entonces|luego|después|en (?:ese|este|tal) caso|de lo contrario|it|they|this|that|these|those|he|she|however|also|then|otherwise|in (?:that|this) case)(?=[\s,])/i

/**
 * What the bot says from a passage: the sentence that answers, with as many neighbours as make it understandable, up to
 * about 400 characters. Lists stay whole where they fit, with the line that introduces them.
 */
export function spoken(text: string, best: Span): string {
  const sentences = sentencesOf(text)
  const at = sentences.findIndex(({ start, end }) => best.start >= start && best.start < end)
  if (text.trim().length <= aim || at < 0) return cut(text.trim())
  let [from, to] = needed(text, sentences, at)
  const isItem = (place: number) => listItem.test(text.slice(sentences[place]!.start, sentences[place]!.end))
  // A list is an answer by itself: what stands around it is about something else.
  const belongs = (place: number) => !isItem(at) || isItem(place)
  const length = (first: number, last: number) => sentences[last]!.end - sentences[first]!.start
  // What follows explains more often than what stands before.
  while (to + 1 < sentences.length && length(from, to + 1) <= aim && belongs(to + 1)) to++
  while (from > 0 && length(from - 1, to) <= aim && belongs(from - 1)) from--
  // A line that introduces what does not fit introduces nothing.
  while (to > at && text[sentences[to]!.end - 1] === ':') to--
  return cut(text.slice(sentences[from]!.start, sentences[to]!.end))
}

/** The sentences without which the one at a place is not understood. */
function needed(text: string, sentences: readonly Span[], at: number): [from: number, to: number] {
  const written = (place: number) => text.slice(sentences[place]!.start, sentences[place]!.end)
  const fits = (from: number, to: number) => sentences[to]!.end - sentences[from]!.start <= aim
  let [from, to] = [at, at]
  if (listItem.test(written(at))) {
    let head = at
    while (head > 0 && listItem.test(written(head - 1))) head--
    if (head > 0 && written(head - 1).endsWith(':')) head--
    if (fits(head, at)) from = head
  } else if (at > 0 && leaning.test(written(at)) && fits(at - 1, at)) from = at - 1
  while (to + 1 < sentences.length && written(to).endsWith(':') && fits(from, to + 1)) to++
  return [from, to]
}

function cut(text: string): string {
  if (text.length <= longest) return text
  const space = text.lastIndexOf(' ', longest - 1)
  return `${text.slice(0, space > longest / 2 ? space : longest - 1).toWellFormed()}…`
}

import { objectIn } from '../../predictive/index.ts'
import type { Confidence } from './answer-prompt.ts'
import { MAX_ANSWER } from './answer-prompt.ts'
import { factsOfItsOwn } from './answer-facts.ts'
import { isGrounded } from './answer-support.ts'
import { evidenceIn, type Ground } from './ground.ts'

export type AnswerRefusal =
  | 'NOT_IN_FORM' | 'NOTHING_FITS' | 'WITHOUT_CITATION' | 'TOO_LONG' | 'MARKUP' | 'FACT_OF_ITS_OWN' | 'NOT_GROUNDED' | 'RULES_REPEATED'

/** Words that stood every check, and what they rest on. */
export interface ScreenedAnswer {
  text: string
  cited: Ground[]
}

const RULE_WORDS = 6
const MOST_TO_READ = 20_000

// HTML, entities, markdown's pictures, links and code, addresses that run something, and letters that cannot be seen.
const MARKUP = /<\s*[a-z!/?]|&#?\w+;|!\[|\]\s*\(|\]\s*\[|\]:|```|\b(?:javascript|data|vbscript|file)\s*:|[\p{Cf}\p{Co}\p{Cn}]|(?!\n)\p{Cc}/iu
const CITATION = /\s*[[【(](?:\d{1,2}\s*,?\s*)+[\]】)]/g

/**
 * What a model wrote, or why it is not said to anybody. The model may have been talked into anything by whoever wrote the
 * question or the passages, so nothing of it is believed that the passages it cites do not bear out.
 */
export function screened(reply: string, grounds: Ground[], confidence: Confidence): ScreenedAnswer | AnswerRefusal {
  if (reply.length > MOST_TO_READ) return 'TOO_LONG'
  const { answer, citations } = objectIn(reply) ?? {}
  if (typeof answer !== 'string' || !Array.isArray(citations)) return repeats(reply, confidence) ? 'RULES_REPEATED' : 'NOT_IN_FORM'
  if (repeats(reply, confidence)) return 'RULES_REPEATED'
  const text = answer.normalize('NFKC').trim()
  if (!text) return 'NOTHING_FITS'
  if (text.length > MAX_ANSWER) return 'TOO_LONG'
  if (MARKUP.test(answer) || MARKUP.test(text)) return 'MARKUP'
  const cited = citedOf(citations, grounds)
  if (!cited) return 'WITHOUT_CITATION'
  const said = withoutMarks(text, grounds)
  const evidence = cited.map(evidenceIn).join('\n\n')
  if (factsOfItsOwn(said, evidence).length > 0) return 'FACT_OF_ITS_OWN'
  return isGrounded(said, cited) ? { text: said, cited } : 'NOT_GROUNDED'
}

/** Each once; nothing where one is cited that was not given, or none at all. */
function citedOf(citations: unknown[], grounds: Ground[]): Ground[] | undefined {
  const numbers = [...new Set(citations.map(each => (typeof each === 'string' ? Number(each.replace(/[[\]\s]/g, '') || NaN) : each)))]
  const cited = numbers.map(number => grounds.find(ground => ground.number === number))
  return cited.length > 0 && cited.every(ground => ground !== undefined) ? cited : undefined
}

/** Citations are shown beside the answer; in the middle of it they would look like numbers. */
const withoutMarks = (text: string, grounds: Ground[]) => text.replace(CITATION, mark =>
  ([...mark.matchAll(/\d+/g)].every(([number]) => grounds.some(ground => ground.number === Number(number))) && /[[【]/.test(mark) ? '' : mark)).trim()

/** What was told in confidence, also backwards, with other signs in between, or packed as base64. */
function repeats(reply: string, { rules, fence, canary }: Confidence): boolean {
  const secrets = [fence, canary].map(bare).map(secret => secret.replace(/^mark/, ''))
  const unpacked = [...reply.matchAll(/[\w+/=-]{16,}/g)].map(([packed]) => Buffer.from(packed, 'base64').toString('latin1'))
  const forms = [reply, ...unpacked].flatMap(form => [bare(form), [...bare(form)].reverse().join('')])
  return forms.some(form => secrets.some(secret => form.includes(secret.slice(0, 12)) || form.includes(secret.slice(-12)))) || repeatsRules(reply, rules)
}

const bare = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function repeatsRules(reply: string, rules: string[]): boolean {
  const told = ` ${wordsOf(rules.join(' ')).join(' ')} `
  const words = wordsOf(reply)
  for (let from = 0; from + RULE_WORDS <= words.length; from++) {
    if (told.includes(` ${words.slice(from, from + RULE_WORDS).join(' ')} `)) return true
  }
  return false
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

import { type Emitter, toValueSync } from 'liquidjs'
import { moneyText, isMoney } from './filters/money.ts'
import { contextOf, engine, templatesOf } from './liquid.ts'
import { problemOf } from './text-problem.ts'
import { plainly, type Voice } from './voice.ts'

const LONGEST_TEXT = 4096

/**
 * A template written out. What it names and is not there is a `TextProblem`, save before `default` and in `if`; a text that
 * grows longer than any channel takes is cut off. Values are data: neither functions nor prototypes can be reached.
 */
export function renderText(template: string, scope: Record<string, unknown>, voice: Voice): string {
  if (!template.includes('{{') && !template.includes('{%')) return shortened(template)
  const templates = templatesOf(template)
  const paper = new Paper(voice)
  try {
    toValueSync(engine.renderer.renderTemplates(templates, contextOf(scope, voice), paper))
  } catch (error) {
    throw problemOf(error)
  }
  return shortened(paper.buffer)
}

class Paper implements Emitter {
  buffer = ''
  readonly #voice: Voice

  constructor(voice: Voice) {
    this.#voice = voice
  }

  write(value: unknown): void {
    if (this.buffer.length <= LONGEST_TEXT) this.buffer += isMoney(value) ? moneyText(value, this.#voice) : plainly(value)
  }
}

/** Never in the middle of a character. */
function shortened(text: string): string {
  if (text.length <= LONGEST_TEXT) return text
  const end = LONGEST_TEXT - 1
  const splits = /[\ud800-\udbff]/.test(text[end - 1]!)
  return `${text.slice(0, splits ? end - 1 : end)}…`
}

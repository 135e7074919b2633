import type { Language, LocalText } from '@botpro/graphql/flows'
import type { BotMap, BotRule } from '../bot-map.ts'
import { within, type Fact, type Report } from '../finding.ts'
import { isFixed } from '../fixed-paths.ts'
import { partsOf } from '../step-parts.ts'
import { namedIn } from '../templates.ts'

/** Whether everything that is said is there in each language, and can be read. */
export const texts: BotRule = (bot, report) => {
  for (const { flow, steps } of bot.all) {
    for (const step of steps) {
      for (const part of partsOf(step)) {
        const tell = within(report, { flow: flow.key, step: step.id, field: part.field })
        if (part.kind === 'TEXT') checkText(part.text, { bot, report: tell, mayBeEmpty: part.mayBeEmpty })
        if (part.kind === 'TEMPLATE') checkTemplate(part.template, tell)
      }
    }
  }
  ownTexts(bot, report)
}

interface Checking { bot: BotMap; report: Report; mayBeEmpty: boolean }

function checkText(text: LocalText, { bot, report, mayBeEmpty }: Checking): void {
  const { languages } = bot.content.settings
  const missing = languages.filter(language => !text[language]?.trim())
  if (missing.length === languages.length) {
    if (!mayBeEmpty) report('EMPTY_TEXT')
  } else for (const language of missing) report('MISSING_TRANSLATION', { facts: { language } })
  for (const language of Object.keys(text) as Language[]) checkTemplate(text[language] ?? '', report, { language })
}

function checkTemplate(template: string, report: Report, facts: Record<string, Fact> = {}): void {
  const named = namedIn(template)
  if (!('problem' in named)) return
  const { code, named: name, line, column } = named.problem
  const where = { ...facts, line, column, ...name !== null && { name } }
  if (code === 'UNKNOWN_FILTER') report('UNKNOWN_FILTER', { facts: where })
  else report('BAD_TEXT', { facts: { ...where, problem: code } })
}

/** Said outside of any flow, so that only what is always known may be named. */
const OUTSIDE = new Set(['contact', 'company', 'hours', 'channel', 'language'])

function ownTexts(bot: BotMap, report: Report): void {
  for (const [name, text] of Object.entries(bot.content.settings.texts)) {
    const tell = within(report, { field: `settings.texts.${name}` })
    checkText(text, { bot, report: tell, mayBeEmpty: false })
    for (const template of Object.values(text)) {
      const named = namedIn(template ?? '')
      for (const path of 'problem' in named ? [] : named.paths) {
        if (!isFixed(path) || !OUTSIDE.has(/^\w+/.exec(path)?.[0] ?? '')) tell('UNKNOWN_NAME', { facts: { name: path } })
      }
    }
  }
}

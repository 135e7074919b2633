import type { Language, LocalText } from '@botpro/graphql/flows'
import type { BotMap, BotRule } from '../bot-map.ts'
import type { Place, Report } from '../finding.ts'
import { isFixed } from '../fixed-paths.ts'
import { partsOf } from '../step-parts.ts'
import { namedIn } from '../templates.ts'

/** Whether everything that is said is there in each language, and can be read. */
export const texts: BotRule = (bot, report) => {
  for (const { flow, steps } of bot.all) {
    for (const step of steps) {
      for (const part of partsOf(step)) {
        const place = { flow: flow.key, step: step.id, field: part.field }
        if (part.kind === 'TEXT') checkText(part.text, { bot, place, report, mayBeEmpty: part.mayBeEmpty })
        if (part.kind === 'TEMPLATE') checkTemplate(part.template, place, report)
      }
    }
  }
  ownTexts(bot, report)
}

interface Checking { bot: BotMap; place: Place; report: Report; mayBeEmpty: boolean }

function checkText(text: LocalText, { bot, place, report, mayBeEmpty }: Checking): void {
  const { languages } = bot.content.settings
  const missing = languages.filter(language => !text[language]?.trim())
  if (missing.length === languages.length) {
    if (!mayBeEmpty) report('EMPTY_TEXT', place)
  } else for (const language of missing) report('MISSING_TRANSLATION', { ...place, detail: { language } })
  for (const language of Object.keys(text) as Language[]) checkTemplate(text[language] ?? '', place, report, { language })
}

function checkTemplate(template: string, place: Place, report: Report, detail: Record<string, string> = {}): void {
  const named = namedIn(template)
  if (!('problem' in named)) return
  const { code, named: name, line, column } = named.problem
  const where = { ...detail, line: String(line), column: String(column) }
  if (code === 'UNKNOWN_FILTER') report('UNKNOWN_FILTER', { ...place, detail: { ...where, name: name ?? '' } })
  else report('BAD_TEXT', { ...place, detail: { ...where, problem: code, ...(name === null ? {} : { name }) } })
}

/** Said outside of any flow, so that only what is always known may be named. */
const OUTSIDE = new Set(['contact', 'company', 'hours', 'channel', 'language'])

function ownTexts(bot: BotMap, report: Report): void {
  for (const [name, text] of Object.entries(bot.content.settings.texts)) {
    const place = { field: `settings.texts.${name}` }
    checkText(text, { bot, place, report, mayBeEmpty: false })
    for (const template of Object.values(text)) {
      const named = namedIn(template ?? '')
      for (const path of 'problem' in named ? [] : named.paths) {
        if (!isFixed(path) || !OUTSIDE.has(/^\w+/.exec(path)?.[0] ?? '')) report('UNKNOWN_NAME', { ...place, detail: { name: path } })
      }
    }
  }
}

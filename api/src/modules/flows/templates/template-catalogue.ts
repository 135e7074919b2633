import type { BotTemplates } from '../bots/bot-templates.ts'
import type { TemplateInstaller } from './template-installer.ts'
import { botTemplates, templateOf } from './templates.ts'

/** The templates as whoever makes bots asks for them. */
export const templateCatalogue = (installer: TemplateInstaller): BotTemplates => ({
  list: () => botTemplates.map(({ key, sector, name, description, content }) => ({
    key, sector, flowCount: content.flows.length, testCount: content.tests.length, languages: content.settings.languages,
    names: (['ES', 'EN'] as const).map(language => ({ language, name: name[language], description: description[language] })),
  })),
  read(key) {
    const template = templateOf(key)
    return template && { format: 'botpro.bot/1', name: template.name.ES, description: template.description.ES, ...template.content }
  },
  async install(unit, key) {
    const template = templateOf(key)
    if (template) await installer.install(unit, template)
  },
})

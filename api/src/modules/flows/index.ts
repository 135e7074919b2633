import { Bot } from './bots/bot.entity.ts'
import { BotFlow } from './bots/bot-flow.entity.ts'
import { BotTest } from './bots/bot-test.entity.ts'
import { BotChannel } from './serving/bot-channel.entity.ts'

export const flowEntities = [Bot, BotFlow, BotTest, BotChannel]

export { createFlows, type Flows, type FlowsOptions } from './flows.ts'
export { templateCatalogue } from './templates/template-catalogue.ts'
export { TemplateInstaller } from './templates/template-installer.ts'
export { runTests } from './testing/run-tests.ts'
export type { TestOutcome, TranscriptLine } from './testing/run-test.ts'
export { readBotFile } from './bots/document.ts'
export type { BotTemplateCard, BotTemplates } from './bots/bot-templates.ts'
export type { Finding, PublishingChecks, TestResult } from './bots/publishing-checks.ts'
export type { LintWorld } from './lint/bot-map.ts'
export { lint as lintBot } from './lint/lint.ts'
export { createLint, type LintOptions } from './lint/publishing-lint.ts'
export { botSchemaRoutes } from './versions/bot-schema.ts'

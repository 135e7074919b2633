import { BotContent } from '@botpro/graphql/flows'
import { describe, expect, test } from 'vitest'
import { botTemplates } from './templates.ts'

describe.each(botTemplates.map(template => [template.key, template] as const))('the template “%s”', (_key, { content }) => {
  test('is of the format', () => {
    expect(BotContent.parse(content)).toEqual(content)
  })
})

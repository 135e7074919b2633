import { forget } from '@botpro/ui/graphql/cache.ts'
import type { UpdateResolver } from '@urql/exchange-graphcache'

const forgetQuestions: UpdateResolver = (...update) => {
  for (const field of ['faqs', 'faq']) forget(field)(...update)
}

/** What judgements mean for what was fetched before: questions gain wordings, and lose them again. */
export const reviewUpdates: Record<string, UpdateResolver> = { assignMisunderstood: forgetQuestions, returnMisunderstood: forgetQuestions }

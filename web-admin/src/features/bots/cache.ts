import { forget } from '@botpro/ui/graphql/cache.ts'

type Update = ReturnType<typeof forget>
const forgetAll: Update = (...change) => {
  for (const field of ['bots', 'bot', 'botFlow']) forget(field)(...change)
}

/** What is unpublished, and which flows there are, follows from any change of a draft. */
export const botsUpdates = {
  createBot: forgetAll,
  archiveBot: forgetAll,
  restoreBot: forgetAll,
  createFlow: forgetAll,
  duplicateFlow: forgetAll,
  restoreFlow: forgetAll,
}

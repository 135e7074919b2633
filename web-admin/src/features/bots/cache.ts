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
  // Which is live, what is unpublished and what the checklist says follow from each of these.
  publishBot: forgetAll,
  restoreVersion: forgetAll,
  importBot: forgetAll,
  useBotVersion: forgetAll,
  assignBot: forget('botChannels'),
  unassignBot: forget('botChannels'),
  reviewBot: forget('botReviews'),
}

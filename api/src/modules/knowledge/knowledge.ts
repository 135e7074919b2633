import { systemActor } from '../../platform/actor.ts'
import type { Broadcast } from '../../platform/broadcast.ts'
import type { Jobs } from '../../platform/jobs.ts'
import type { Outside } from '../../platform/outside/outside.ts'
import type { Units } from '../../platform/units.ts'
import { AnswerResolver } from './answer.resolver.ts'
import { AnswerService } from './answer.service.ts'
import { Answers } from './answers.ts'
import { FaqImportService } from './faqs/faq-import.service.ts'
import { FaqResolver } from './faqs/faq.resolver.ts'
import { FaqService } from './faqs/faq.service.ts'
import { tidyFaqs } from './faqs/faq.tidy.ts'
import { KnowledgeThread } from './knowledge-thread.ts'
import { LearningRuns } from './learning.run.ts'
import { LiveKnowledge } from './live-knowledge.ts'
import { createKnowledgeSources } from './sources/knowledge-sources.ts'

export interface KnowledgeOptions {
  units: Units
  jobs: Jobs
  broadcast: Broadcast
  outside: Outside
  /** How many sources this process reads side by side. */
  readingsAtOnce: number
  /** How many threads of this process learn side by side. */
  trainingsAtOnce: number
  /** What the Q&A of all tenants may take of this process's memory, in bytes. */
  memory: number
  onError: (error: unknown) => void
}

export interface Knowledge {
  resolvers: object[]
  /** For the bot: implements `BotAnswers`. Its questions wait 1.5 seconds at most, and are then done without. */
  answers: AnswerService
  /** For whoever assigns messages to questions: `addWordings` and `removeWordings`. */
  faqs: FaqService
  /** What nobody needs any more goes. */
  tidy(): Promise<void>
  /** Ends the thread that answers. */
  close(): Promise<void>
}

/** Builds the module, for the composition root. */
export function createKnowledge({ units, jobs, broadcast, outside, readingsAtOnce, trainingsAtOnce, memory, onError }: KnowledgeOptions): Knowledge {
  const live = new LiveKnowledge(broadcast)
  const thread = new KnowledgeThread({ memory, onError })
  const answers = new AnswerService({ units, live, answers: new Answers({ units, thread, onError }), onError })
  const faqs = new FaqService()
  const sources = createKnowledgeSources({ units, jobs, outside, readingsAtOnce })
  const runs = new LearningRuns({ units, live, atOnce: trainingsAtOnce })
  jobs.handle('knowledge.changed', async () => live.tell())
  jobs.handle('knowledge.learn', (job, context) => runs.run(job, context))
  return {
    answers, faqs,
    resolvers: [new FaqResolver({ faqs, files: new FaqImportService(), answers }), new AnswerResolver(answers), ...sources.resolvers],
    async tidy() {
      await sources.tidy()
      await units.platform({ actor: systemActor() }, tidyFaqs)
    },
    close: () => thread.close(),
  }
}

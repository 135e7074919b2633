import { systemActor } from '../../../platform/actor.ts'
import type { Jobs } from '../../../platform/jobs.ts'
import type { Outside } from '../../../platform/outside/outside.ts'
import type { Units } from '../../../platform/units.ts'
import { KnowledgeDocumentResolver, KnowledgePassageResolver } from './document.resolver.ts'
import { ReadingRuns } from './reading.run.ts'
import { KnowledgeSourceResolver } from './source.resolver.ts'
import { KnowledgeSourceService } from './source.service.ts'
import { tidySources } from './source.tidy.ts'

export interface KnowledgeSourcesOptions {
  units: Units
  jobs: Jobs
  outside: Outside
  /** How many sources this process reads side by side. */
  readingsAtOnce: number
}

export interface KnowledgeSources {
  resolvers: object[]
  /** What nobody needs any more goes. */
  tidy(): Promise<void>
}

/** Builds the part of the module that reads what the bot may answer from. */
export function createKnowledgeSources({ units, jobs, outside, readingsAtOnce }: KnowledgeSourcesOptions): KnowledgeSources {
  const runs = new ReadingRuns({ units, outside, atOnce: readingsAtOnce })
  jobs.handle('knowledge.read', (job, context) => runs.run(job, context))
  jobs.handle('knowledge.recover', () => runs.recover()).every('* * * * *', 'knowledge.recover', {})
  jobs.handle('knowledge.reread', () => runs.readDue()).every('* * * * *', 'knowledge.reread', {})
  return {
    resolvers: [new KnowledgeSourceResolver(new KnowledgeSourceService()), new KnowledgeDocumentResolver(), new KnowledgePassageResolver()],
    tidy: () => units.platform({ actor: systemActor() }, tidySources),
  }
}

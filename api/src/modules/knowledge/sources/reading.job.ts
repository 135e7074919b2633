import type { Unit } from '../../../platform/unit.ts'

export interface ReadingJob {
  tenantId: string
  sourceId: string
}

declare module '../../../platform/unit.ts' {
  interface JobPayloads {
    'knowledge.read': ReadingJob
    'knowledge.recover': object
    'knowledge.reread': object
  }
}

export function enqueueReading(unit: Unit, { tenantId, sourceId }: ReadingJob, runAt?: Date): void {
  unit.enqueue('knowledge.read', { tenantId, sourceId }, { jobKey: `knowledge.read:${sourceId}`, maxAttempts: 3, ...(runAt && { runAt }) })
}

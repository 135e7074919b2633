import type { Unit } from '../../../platform/unit.ts'

const UNDO_MS = 30 * 86_400_000

/** For a platform unit: questions whose deletion can no longer be undone go. */
export async function tidyFaqs(unit: Unit): Promise<void> {
  await unit.sql('tidy-faqs', 'delete from faq where deleted_at < $1', [new Date(unit.now.getTime() - UNDO_MS)])
}

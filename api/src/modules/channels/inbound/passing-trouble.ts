/** Classes of PostgreSQL's errors that pass by themselves: connection, resources, rollback, intervention, locks. */
const PASSING = /^(08|53|40|57|55P03)/
/** Of the network, and of a machine whose disk or file handles are used up. */
const SYSTEM = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOSPC', 'EDQUOT', 'EIO', 'EMFILE', 'ENFILE',
])

/** Something that an update needs is away, and it is not the update's fault: by whoever knows it better than its code tells. */
export class PassingTrouble extends Error {}

/** Whether trying again later may do: database, disk or file store were away or busy. Anything else is the update's own fault. */
export function isPassing(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (cause instanceof PassingTrouble || (code && (PASSING.test(code) || SYSTEM.has(code)))) return true
    if (/Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|shutting down/i.test(cause.message)) return true
  }
  return false
}

/** Classes of PostgreSQL's errors that pass by themselves: connection, resources, rollback, intervention, locks. */
const PASSING = /^(08|53|40|57|55P03)/
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])

/** Whether trying again later may do: the database was away or busy. Anything else is the update's own fault. */
export function isPassing(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code && (PASSING.test(code) || NETWORK.has(code))) return true
    if (/Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|shutting down/i.test(cause.message)) return true
  }
  return false
}

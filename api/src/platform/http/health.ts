import type { FastifyInstance } from 'fastify'

/** Resolves when well, throws when not. */
export type Check = () => Promise<unknown>

const PATIENCE = 2000

/** `/healthz`: the process answers. `/readyz`: it can work; stops being true as soon as it is asked to stop. */
export class Health {
  #leaving = false
  readonly #checks: Record<string, Check>
  #asking?: Promise<(readonly [name: string, ok: boolean])[]>

  constructor(checks: Record<string, Check>) {
    this.#checks = checks
  }

  leave() {
    this.#leaving = true
  }

  async report() {
    // Anybody may ask, so many at once are one question.
    const results = await (this.#asking ??= this.#ask())
    const ready = !this.#leaving && results.every(([, ok]) => ok)
    return { ready, checks: Object.fromEntries(results.map(([name, ok]) => [name, ok ? 'ok' : 'failing'])) }
  }

  #ask() {
    const checks = Object.entries(this.#checks)
    return Promise.all(checks.map(async ([name, check]) => [name, await well(check)] as const)).finally(() => {
      this.#asking = undefined
    })
  }

  mount(server: FastifyInstance) {
    server.get('/healthz', { config: { quiet: true } }, async () => ({ ok: true }))
    server.get('/readyz', { config: { quiet: true } }, async (_request, reply) => {
      const report = await this.report()
      return reply.code(report.ready ? 200 : 503).send(report)
    })
  }
}

async function well(check: Check) {
  const patience = new Promise<never>((_resolve, reject) =>
    setTimeout(() => reject(new Error('too slow')), PATIENCE).unref(),
  )
  return Promise.race([check(), patience]).then(
    () => true,
    () => false,
  )
}

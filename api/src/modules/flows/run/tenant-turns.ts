/** Some work of each tenant side by side, the rest in the order in which it came. */
export class TenantTurns {
  readonly #atOnce: number
  readonly #tenants = new Map<string, { running: number; waiting: (() => void)[] }>()

  constructor({ atOnce }: { atOnce: number }) {
    this.#atOnce = atOnce
  }

  async run<Result>(tenantId: string, work: () => Promise<Result>): Promise<Result> {
    const tenant = this.#tenants.get(tenantId) ?? { running: 0, waiting: [] }
    this.#tenants.set(tenantId, tenant)
    if (tenant.running >= this.#atOnce) await new Promise<void>(resolve => tenant.waiting.push(resolve))
    else tenant.running++
    try {
      return await work()
    } finally {
      const next = tenant.waiting.shift()
      if (next) next()
      else if (--tenant.running === 0) this.#tenants.delete(tenantId)
    }
  }
}

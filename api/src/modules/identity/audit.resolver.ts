import { Args, Ctx, Query, Resolver } from 'type-graphql'
import { AuditEntryConnection, QueryAuditTrailArgs } from '../../contract.ts'
import type { Context } from '../../platform/contract/operation.ts'
import { listAudit } from './audit.queries.ts'

@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryConnection)
  auditTrail(@Args(() => QueryAuditTrailArgs) args: QueryAuditTrailArgs, @Ctx() ctx: Context) {
    return listAudit(ctx.unit, args)
  }
}

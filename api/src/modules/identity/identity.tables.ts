import type { ColumnType, GeneratedAlways } from 'kysely'
import type { MemberRole } from '../../platform/actor.ts'
import type { Language } from '../../platform/language.ts'

interface Invitable {
  email: string
  name: string
  invited_at: Date
  invitation_hash: Buffer | null
  invitation_expires_at: Date | null
  disabled_at: ColumnType<Date | null, Date | null | undefined>
}

export interface MemberTable extends Invitable {
  tenant_id: string
  id: string
  user_id: string | null
  name_key: GeneratedAlways<string>
  role: MemberRole
  joined_at: ColumnType<Date | null, Date | null | undefined>
  last_seen_at: ColumnType<Date | null, Date | null | undefined>
}

export interface UserTable {
  id: string
  email: string
  name: string
  language: Language
  password_hash: string
  password_changed_at: Date
  reset_hash: ColumnType<Buffer | null, Buffer | null | undefined>
  reset_expires_at: ColumnType<Date | null, Date | null | undefined>
  totp_secret: ColumnType<string | null, string | null | undefined>
  totp_last_step: ColumnType<number | null, number | null | undefined>
  totp_pending: ColumnType<string | null, string | null | undefined>
  created_at: Date
  disabled_at: ColumnType<Date | null, Date | null | undefined>
}

export interface RecoveryCodeTable {
  user_id: string
  hash: Buffer
  used_at: ColumnType<Date | null, Date | null | undefined>
}

export interface SessionTable {
  id: string
  user_id: string
  token_hash: Buffer
  tenant_id: string | null
  support_until: ColumnType<Date | null, Date | null | undefined>
  created_at: Date
  last_used_at: Date
  expires_at: Date
  device: string
  address: string
}

export interface ApiKeyTable {
  tenant_id: string
  id: string
  name: string
  hash: Buffer
  last_four: string
  scopes: string[]
  created_at: Date
  created_by: string | null
  expires_at: Date | null
  last_used_at: Date | null
  revoked_at: Date | null
}

export interface AuditEntryTable {
  tenant_id: string
  id: string
  seq: number
  at: Date
  actor: { kind: string; name?: string; address?: string }
  action: string
  target_type: string
  target_id: string | null
  detail: object
}

declare module '../../platform/database.ts' {
  interface Database {
    app_user: UserTable
    recovery_code: RecoveryCodeTable
    operator: { user_id: string; created_at: Date }
    reseller_member: Invitable & { id: string; reseller_id: string; user_id: string | null }
    member: MemberTable
    session: SessionTable
    two_factor_challenge: { token_hash: Buffer; user_id: string; expires_at: Date }
    sign_in_failure: { subject: string; failures: number; last_at: Date; locked_until: Date | null }
    api_key: ApiKeyTable
    audit_entry: AuditEntryTable
  }
}

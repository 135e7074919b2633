import { ApiKey } from './api-key.entity.ts'
import { Member } from './member.entity.ts'
import { User } from './user.entity.ts'
import './identity.tables.ts'

export const identityEntities = [User, Member, ApiKey]

export { Authenticator, type Credentials, type Standing } from './authenticator.ts'
export { createIdentity, type Identity, type IdentityOptions } from './identity.ts'
export { EnrolmentService, type Person } from './enrolment.service.ts'
export type { MemberStatus } from './member.entity.ts'
export { activeMemberNames, countMembers, holdMember, listMembers, loadMembers, type MemberRow } from './member.queries.ts'
export { roleOf, rolesOf, type Role } from './roles.ts'
export { sessionIdOf } from './workplace.service.ts'
export { userIdOf } from './two-factor.service.ts'
export { Member }

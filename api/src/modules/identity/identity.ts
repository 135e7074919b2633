import { systemActor, type Actor } from '../../platform/actor.ts'
import { randomToken, type Sealer } from '../../platform/crypto.ts'
import { FreshAnswers } from '../../platform/fresh-answers.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { lock } from '../../platform/lock.ts'
import { News } from '../../platform/news.ts'
import type { Units } from '../../platform/units.ts'
import { ResellerService, TenantService } from '../tenancy/index.ts'
import { ApiKeyResolver } from './api-key.resolver.ts'
import { ApiKeyService } from './api-key.service.ts'
import { AuditResolver } from './audit.resolver.ts'
import { Authenticator } from './authenticator.ts'
import { FrontDoor } from './front-door.ts'
import { EnrolmentService } from './enrolment.service.ts'
import { InvitationService } from './invitation.service.ts'
import { Links } from './links.ts'
import { MemberResolver } from './member.resolver.ts'
import { MemberService } from './member.service.ts'
import { OnboardingResolver } from './onboarding.resolver.ts'
import { OnboardingService } from './onboarding.service.ts'
import { PasswordCheck } from './password-check.ts'
import { PasswordService } from './password.service.ts'
import { SecondFactor } from './second-factor.ts'
import { SessionCookie } from './session-cookie.ts'
import { SessionService } from './session.service.ts'
import { SignInResolver } from './sign-in.resolver.ts'
import { SignInService } from './sign-in.service.ts'
import { TwoFactorResolver } from './two-factor.resolver.ts'
import { TwoFactorService } from './two-factor.service.ts'
import { ViewerResolver } from './viewer.resolver.ts'
import { ViewerService } from './viewer.service.ts'
import { WorkplaceService } from './workplace.service.ts'

export interface IdentityOptions {
  units: Units
  sealer: Sealer
  /** Takes over the job that answers a forgotten password. */
  jobs?: Jobs
  /** Takes what those above have to hear. */
  news?: News
  /** Served over TLS. */
  secure: boolean
  /** How browsers reach us, as known when asked. */
  publicUrl: () => string
}

export type Identity = ReturnType<typeof createIdentity>

/** Less than a second, so that a right withdrawn by another process is gone here within one. */
const ACCESS = { freshMs: 800, most: 20_000 }

/** Everything of this floor, built once, for the composition root and for tests. */
export function createIdentity({ units, sealer, jobs, news = new News(), secure, publicUrl }: IdentityOptions) {
  const cache = new FreshAnswers<Actor | undefined>(ACCESS)
  const cookie = new SessionCookie({ secure })
  const services = servicesOf({ units, sealer, links: new Links(publicUrl), cache, news })
  jobs?.handle('identity.reset-password', request => services.passwords.sendReset(request))
  return {
    ...services,
    authenticator: new Authenticator({ units, cookie, cache }),
    resolvers: resolversOf(units, services, new FrontDoor(cookie, services.viewers)),
    /** Makes the first operator where there is none yet; she chooses her password by a link in a mail. */
    firstOperator: (email: string) => firstOperator(units, services, email),
    /** What ran out goes; to be called now and then. */
    tidy: () => units.platform({ actor: systemActor() }, unit => services.sessions.tidy(unit)),
  }
}

async function firstOperator(units: Units, { enrolment, passwords }: Services, email: string): Promise<boolean> {
  const made = await units.platform({ actor: systemActor() }, async unit => {
    await lock(unit, 'first operator')
    if (await unit.kysely.selectFrom('operator').select('user_id').limit(1).executeTakeFirst()) return false
    await enrolment.operator(unit, { email, name: email.split('@')[0]!, password: randomToken() })
    return true
  })
  if (made) await passwords.sendReset({ email })
  return made
}

interface Foundation { units: Units; sealer: Sealer; links: Links; cache: FreshAnswers<Actor | undefined>; news: News }
type Services = ReturnType<typeof servicesOf>

function servicesOf({ units, sealer, links, cache, news }: Foundation) {
  const sessions = new SessionService(cache)
  const check = new PasswordCheck(units)
  const factor = new SecondFactor(sealer)
  const signIn = new SignInService({ units, passwords: check, factor, sessions })
  return {
    sessions, signIn,
    passwords: new PasswordService({ units, check, sessions, links }),
    twoFactor: new TwoFactorService({ units, passwords: check, factor }),
    invitations: new InvitationService(units, sessions),
    members: new MemberService({ links, cache, news }),
    keys: new ApiKeyService(cache),
    workplaces: new WorkplaceService({ units, sessions, cache }),
    viewers: new ViewerService(units),
    onboarding: new OnboardingService({
      units,
      links,
      tenants: new TenantService(),
      resellers: new ResellerService(),
    }),
    enrolment: new EnrolmentService(),
  }
}

function resolversOf(units: Units, services: Services, door: FrontDoor): object[] {
  return [
    new SignInResolver({ ...services, door }),
    new ViewerResolver({ ...services, units, door }),
    new TwoFactorResolver(services.twoFactor),
    new MemberResolver(services.members),
    new ApiKeyResolver(services.keys),
    new AuditResolver(),
    new OnboardingResolver(services.onboarding),
  ]
}

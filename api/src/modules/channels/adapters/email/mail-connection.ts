import { OutsideGuard, type GuardedHost } from '../../../../platform/outside/outside-guard.ts'
import { OutsideProblem } from '../../../../platform/outside/outside-problem.ts'
import type { Line } from '../adapter.ts'
import { limit, ports } from './mail-limits.ts'

/** A mail server, as a connection to it is opened: to the very address that was judged, with the certificate of its name. */
export interface MailServer {
  address: string
  host: string
  port: number
  /** From the first byte on; else it begins in the open and must change before a password is told. */
  isTls: boolean
  /** Only a machine that is allowed for development may be spoken with in the open. */
  mayBeOpen: boolean
  user: string
  password: string
  timeoutMs: number
}

/** Throws an OutsideProblem. */
export async function mailServer(kind: 'imap' | 'smtp', { settings, profile, guard = new OutsideGuard() }: Pick<Line, 'settings' | 'profile' | 'guard'>): Promise<MailServer> {
  const port = Number(settings[`${kind}Port`])
  const admitted = await guard.admitHost({ host: settings[`${kind}Host`] ?? '', port, ports: ports(profile, `${kind}Ports`) })
  return {
    address: firstOf(admitted), host: admitted.host, port,
    isTls: ports(profile, 'tlsPorts').includes(port), mayBeOpen: admitted.isOwn,
    user: settings[`${kind}User`] ?? '', password: settings[`${kind}Password`] ?? '',
    timeoutMs: limit(profile, 'connectMs'),
  }
}

function firstOf({ addresses }: GuardedHost): string {
  if (!addresses[0]) throw new OutsideProblem('UNREACHABLE', 'There is no such host.')
  return addresses[0]
}

import { Secret, TOTP } from 'otpauth'

const ISSUER = 'BotPro'
const PERIOD = 30
const DIGITS = 6

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: PERIOD,
    algorithm: 'SHA1',
  })

/** What an authenticator app reads from the picture. */
export const totpUri = (secret: string, label: string): string => totpOf(secret, label).toString()

/** The time step that the code belongs to, a step early or late included; undefined for a wrong code. */
export function totpStep(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD) + delta
}

/** The code of a moment: what the app in the person's hand shows. */
export const totpCode = (secret: string, now: Date): string =>
  totpOf(secret).generate({ timestamp: now.getTime() })

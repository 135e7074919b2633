import { defineEntity, p } from '@mikro-orm/core'
import type { Language } from '../../platform/language.ts'

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'app_user',
  properties: {
    id: p.uuid().primary(),
    email: p.text(),
    name: p.text(),
    language: p.string().$type<Language>(),
    passwordHash: p.text(),
    passwordChangedAt: p.datetime(),
    resetHash: p.blob().nullable(),
    resetExpiresAt: p.datetime().nullable(),
    totpSecret: p.text().nullable(),
    totpLastStep: p.bigint('number').nullable(),
    totpPending: p.text().nullable(),
    createdAt: p.datetime(),
    disabledAt: p.datetime().nullable(),
  },
})

/** A person, once for all tenants. */
export class User extends UserSchema.class {
  get twoFactorEnabled(): boolean {
    return this.totpSecret != null
  }

  changePassword(hash: string, now: Date) {
    this.passwordHash = hash
    this.passwordChangedAt = now
    this.resetHash = null
    this.resetExpiresAt = null
  }

  expectReset(hash: Buffer, expiresAt: Date) {
    this.resetHash = hash
    this.resetExpiresAt = expiresAt
  }

  /** Whether a link is under way that is good for longer than that. */
  awaitsReset(at: Date): boolean {
    return this.resetExpiresAt != null && this.resetExpiresAt > at
  }

  speak(language: Language) {
    this.language = language
  }

  /** `sealed` is kept aside until a code proves that the app in the person's hand knows it too. */
  proposeTwoFactor(sealed: string) {
    this.totpPending = sealed
  }

  armTwoFactor(step: number) {
    this.totpSecret = this.totpPending
    this.totpPending = null
    this.totpLastStep = step
  }

  /** A code works once: whoever looks over a shoulder comes too late. */
  spendStep(step: number): boolean {
    if (step <= (this.totpLastStep ?? -1)) return false
    this.totpLastStep = step
    return true
  }

  disarmTwoFactor() {
    this.totpSecret = null
    this.totpPending = null
    this.totpLastStep = null
  }
}
UserSchema.setClass(User)

/** Addresses are compared without case, and kept as they were given. */
export const canonicalEmail = (email: string): string => email.trim().toLowerCase()

const EMAIL = /^[^\s@"(),:;<>[\]\\]{1,64}@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.[a-z]{2,63}$/i

export const isEmail = (email: string): boolean => email.trim().length <= 254 && EMAIL.test(email.trim())

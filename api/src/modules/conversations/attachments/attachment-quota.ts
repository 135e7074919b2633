import type { Actor } from '../../../platform/actor.ts'
import { lock } from '../../../platform/lock.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { addAttachment, uploadUsage, type NewAttachment, type UploadUsage } from './attachment.store.ts'
import { UploadRefused, type UploadRefusal } from './attachment.errors.ts'
import { uploaderOf } from '../conversation.policy.ts'

const MEGABYTE = 1024 * 1024

/** What one uploader may bring within a day, and how many of her files may lie unsent. */
export interface UploadAllowance {
  files: number
  bytes: number
  unsent: number
  /** Up to which part of the tenant's storage: strangers never take the room of those who answer them. */
  share: number
}

export const VISITOR_ALLOWANCE: UploadAllowance = { files: 60, bytes: 200 * MEGABYTE, unsent: 20, share: 0.8 }
export const MEMBER_ALLOWANCE: UploadAllowance = { files: 1000, bytes: 5000 * MEGABYTE, unsent: 200, share: 1 }

export const uploadAllowance = (actor: Actor): UploadAllowance =>
  actor.kind === 'VISITOR' ? VISITOR_ALLOWANCE : MEMBER_ALLOWANCE

/** Why a further file of this size cannot be taken, or null. */
export function uploadRefusal(used: UploadUsage, allowed: UploadAllowance, size: number): UploadRefusal | null {
  if (used.stored + size > used.quota * allowed.share) return 'STORAGE_FULL'
  const isWithin = used.files < allowed.files && used.bytes + size <= allowed.bytes && used.unsent < allowed.unsent
  return isWithin ? null : 'UPLOAD_LIMIT'
}

/** Takes the room for a file before its content is written. */
export async function reserveAttachment(unit: Unit, file: NewAttachment): Promise<void> {
  // Two files at once, through whichever processes, must not both be the last that fits.
  await lock(unit, `files of ${unit.tenantId}`)
  await refuseBeyondQuota(unit, file.size)
  await addAttachment(unit, file)
}

/** Asked for the smallest file before a content is read, it spares the work of reading. */
export async function refuseBeyondQuota(unit: ReadUnit, size = 1): Promise<void> {
  const used = await uploadUsage(unit, uploaderOf(unit.actor))
  const refusal = uploadRefusal(used, uploadAllowance(unit.actor), size)
  if (refusal) throw new UploadRefused(refusal)
}

import sharp from 'sharp'
import { Forbidden } from '../../../platform/errors.ts'
import type { ReadUnit, Unit } from '../../../platform/unit.ts'
import { mayConfigureChannels } from '../account/channel-account.policy.ts'
import { assertMayRead } from '../account/channel-account.queries.ts'

const SIDE = 320
const MOST_PIXELS = 50_000_000
const MOST_SECONDS = 10

/** The picture drawn anew, small and square; null for what is none that we take. Whatever hides behind it is left out. */
export async function redrawnLogo(content: Buffer): Promise<Buffer | null> {
  try {
    const image = sharp(content, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    const { format } = await image.metadata()
    // Drawings may name other files, which sharp would read.
    if (!['png', 'jpeg', 'webp', 'gif'].includes(format)) return null
    return await image.autoOrient().timeout({ seconds: MOST_SECONDS })
      .resize(SIDE, SIDE, { fit: 'contain', background: { r: 255, g: 255, b: 255, alpha: 0 } }).png({ compressionLevel: 9 }).toBuffer()
  } catch {
    return null
  }
}

export async function keepLogo(unit: Unit, picture: Buffer): Promise<void> {
  if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
  await unit.sql('link-logo-keep', `
    insert into link_logo (tenant_id, picture, changed_at) values ($1, $2, $3)
    on conflict (tenant_id) do update set picture = excluded.picture, changed_at = excluded.changed_at`, [unit.tenantId, picture, unit.now])
  unit.audit({ action: 'link-logo.changed', targetType: 'link_logo' })
}

/** Whether there was one. */
export async function removeLogo(unit: Unit): Promise<boolean> {
  if (!mayConfigureChannels(unit.actor)) throw new Forbidden()
  const gone = await unit.sql('link-logo-remove', 'delete from link_logo where tenant_id = $1 returning tenant_id', [unit.tenantId])
  if (gone.length) unit.audit({ action: 'link-logo.removed', targetType: 'link_logo' })
  return gone.length > 0
}

export async function linkLogo(unit: ReadUnit): Promise<{ picture: Buffer; changedAt: Date } | null> {
  assertMayRead(unit)
  const [logo] = await unit.sql<{ picture: Buffer; changedAt: Date }>('link-logo', 'select picture, changed_at as "changedAt" from link_logo where tenant_id = $1', [unit.tenantId])
  return logo ?? null
}

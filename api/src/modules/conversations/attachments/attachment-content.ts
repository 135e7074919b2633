import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import { UploadRefused } from './attachment.errors.ts'

export const MAX_FILE_BYTES = 10 * 1024 * 1024
const MAX_PIXELS = 50_000_000
const MAX_SECONDS = 10
const IMAGES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']
const DOCUMENTS = ['application/pdf']
const FROM_CHANNELS = /^(audio|video)\/|^application\/(ogg|vnd\.openxmlformats-officedocument\.|vnd\.oasis\.opendocument\.|x-cfb|rtf|ms-tnef)/
/** What Outlook packs the files of a mail into: kept as it is, since whoever has Outlook can open it. */
const TNEF = { mime: 'application/ms-tnef', starts: Buffer.from('789f3e22', 'hex') }

export interface CheckedFile {
  content: Buffer
  mediaType: string
  width: number | null
  height: number | null
  /** A smaller picture, of THUMBNAIL_TYPE, for lists and threads; null where the file itself is small or shows nothing. */
  thumbnail: Buffer | null
}

export interface Checking {
  inTurn?: Redrawing
  /** Phones send, and bots show, what the chat on a page does not take: recordings, films, office files. */
  isFromChannel?: boolean
}

/** Runs the work on a picture when its turn has come. */
export type Redrawing = <Result>(work: () => Promise<Result>) => Promise<Result>

/**
 * What the bytes are, whatever their name claims; null when it is nothing that we take. Images are written anew, which
 * leaves out where and with what they were taken, and anything hidden behind the picture.
 */
export async function checkedFile(content: Buffer, { inTurn = work => work(), isFromChannel = false }: Checking = {}): Promise<CheckedFile | null> {
  const type = content.subarray(0, 4).equals(TNEF.starts) ? TNEF : await fileTypeFromBuffer(content)
  if (!type) return null
  if (DOCUMENTS.includes(type.mime) || (isFromChannel && FROM_CHANNELS.test(type.mime))) return { content, mediaType: type.mime, width: null, height: null, thumbnail: null }
  return IMAGES.includes(type.mime) ? inTurn(() => redrawn(content, type.mime)) : null
}

/** The time is sharp's own to keep: what we only stopped waiting for would go on beside the next. */
export async function redrawn(content: Buffer, mediaType: string, seconds = MAX_SECONDS): Promise<CheckedFile | null> {
  try {
    const image = sharp(content, { limitInputPixels: MAX_PIXELS, animated: true, failOn: 'error' }).autoOrient()
    const { data, info } = await image.timeout({ seconds }).toBuffer({ resolveWithObject: true })
    const drawn = { content: data, mediaType, width: info.width, height: info.pageHeight ?? info.height }
    return { ...drawn, thumbnail: info.pageHeight ? null : await thumbnailOf(drawn, seconds) }
  } catch (error) {
    if (/pixel limit|^timeout/.test((error as Error).message)) throw new UploadRefused('PICTURE_TOO_LARGE')
    return null
  }
}

/** Twice the width of a bubble, for screens with two dots to a pixel. */
const THUMBNAIL_SIDE = 640
export const THUMBNAIL_TYPE = 'image/webp'

async function thumbnailOf({ content, width, height }: { content: Buffer; width: number; height: number }, seconds: number): Promise<Buffer | null> {
  if (Math.max(width, height) <= THUMBNAIL_SIDE) return null
  const small = sharp(content, { limitInputPixels: MAX_PIXELS }).resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, { fit: 'inside' })
  return small.webp({ quality: 75 }).timeout({ seconds }).toBuffer()
}

/** A name to show and to save by: no path, no control characters, no tricks with the direction of writing. */
export function fileName(claimed: string | undefined, mediaType: string): string {
  const plain = (claimed ?? '').normalize('NFC').replace(/^.*[\\/]/, '')
    .replace(/[\p{C}"<>:|?*]/gu, '').trim().slice(-120)
  return plain || `archivo.${mediaType.split('/')[1]}`
}

const REFUSALS = {
  BROKEN_OFF: [400, 'The upload was broken off.'],
  FILE_TOO_LARGE: [413, 'A file may have at most 10 MB.'],
  PICTURE_TOO_LARGE: [413, 'The picture has too many pixels, or takes too long to look through.'],
  FILE_TYPE: [415, 'Images (PNG, JPEG, WebP, GIF) and PDF are taken.'],
  BOT_FILE_TYPE: [415, 'Pictures, films, recordings, PDF and office documents are taken.'],
  UPLOAD_LIMIT: [429, 'You have uploaded too many files, or too many that you did not send. Try again later.'],
  BUSY: [503, 'Too many files are being looked through at the moment. Try again.'],
  STORAGE_FULL: [507, 'There is no room for further files.'],
} as const satisfies Record<string, readonly [number, string]>

export type UploadRefusal = keyof typeof REFUSALS

/** Why a file is not taken. Clients know the code and say it in their own words. */
export class UploadRefused extends Error {
  readonly code: UploadRefusal
  readonly status: number

  constructor(code: UploadRefusal) {
    const [status, message] = REFUSALS[code]
    super(message)
    this.name = 'UploadRefused'
    this.code = code
    this.status = status
  }
}

/** In what the two providers differ. */
export interface Dialect {
  kind: 'MESSENGER' | 'INSTAGRAM'
  object: 'page' | 'instagram'
  platform: 'messenger' | 'instagram'
  accountField: string
  /** Under which field each event is told. */
  fields: Readonly<Record<string, string>>
  textFits: (text: string) => boolean
  /** Whether files may be uploaded; else they are fetched from their address. */
  mayUpload: boolean
  windowSubcode: number
  strangerSubcode: number
  newMid: () => string
}

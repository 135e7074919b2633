/** Up to where a mailbox was taken. */
export interface MailPlace {
  /** With another one, every UID means another mail. */
  uidValidity: string
  uid: number
  /**
   * When the account was connected. It is no window of time: what came since is found by UIDs. It only says, when a
   * mailbox has to be gone through from the beginning, which mails were there before it was ours.
   */
  since: Date
}

export const writtenPlace = ({ uidValidity, uid, since }: MailPlace): string => `${uidValidity}:${uid}:${since.getTime()}`

export function readPlace(text: string | null): MailPlace | undefined {
  const [, uidValidity, uid, since] = /^(\d+):(\d+):(\d+)$/.exec(text ?? '') ?? []
  return uidValidity ? { uidValidity, uid: Number(uid), since: new Date(Number(since)) } : undefined
}

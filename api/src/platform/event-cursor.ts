import { BadInput, DomainError } from './errors.ts'

export interface Position {
  epoch: string
  seq: number
}

/** What a client knows is gone from the log, or was never part of it: it must fetch afresh. */
export class CursorTooOld extends DomainError {
  readonly code = 'RESYNC_REQUIRED'
  constructor() {
    super('The events after this cursor are no longer kept: fetch afresh.')
  }
}

/** Opaque to clients. */
export const eventCursor = ({ epoch, seq }: Position): string =>
  Buffer.from(`${epoch}.${seq}`).toString('base64url')

export function parseEventCursor(cursor: string): Position {
  const match = /^([0-9a-f]+)\.(\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (!match) throw new BadInput('after', 'This is not a cursor of the event log.')
  return { epoch: match[1]!, seq: Number(match[2]) }
}

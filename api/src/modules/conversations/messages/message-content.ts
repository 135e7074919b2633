import { BadInput } from '../../../platform/errors.ts'
import { isId } from '../../../platform/ids.ts'
import { InvalidInput } from '../../../platform/refusal.ts'
import { MAX_TEXT } from './message.ts'

const MAX_FILES = 10

interface Content {
  clientId: string
  text: string
  attachmentIds: string[]
}

/** What somebody wrote, trimmed and each file named once, or why it cannot be taken. */
export function checkedContent<Written extends Content>(written: Written): Written | InvalidInput {
  const [text, attachmentIds] = [written.text.trim(), [...new Set(written.attachmentIds)]]
  if (!isId(written.clientId)) throw new BadInput('clientId', 'Must be a UUID.')
  if (text.length > MAX_TEXT) return new InvalidInput('text', `At most ${MAX_TEXT} characters.`)
  if (!text && attachmentIds.length === 0) return new InvalidInput('text', 'Write something or attach a file.')
  if (attachmentIds.length > MAX_FILES) throw new BadInput('attachmentIds', `At most ${MAX_FILES} files in one message.`)
  return { ...written, text, attachmentIds }
}

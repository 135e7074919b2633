import { Refusal } from '../../../platform/refusal.ts'

export class NothingToRead extends Refusal {
  readonly __typename = 'NothingToRead'
  readonly code = 'NOTHING_TO_READ'
  readonly message = 'Files are read when they are sent, not again.'
}

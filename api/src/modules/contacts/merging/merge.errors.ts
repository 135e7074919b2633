import { Refusal } from '../../../platform/refusal.ts'

export class CannotMergeContacts extends Refusal {
  readonly __typename = 'CannotMergeContacts'
  readonly code = 'CANNOT_MERGE_CONTACTS'
  readonly message = 'They are one contact already, or one of them was joined with somebody else meanwhile.'
}

export class CannotUnmergeContacts extends Refusal {
  readonly __typename = 'CannotUnmergeContacts'
  readonly code = 'CANNOT_UNMERGE_CONTACTS'
  readonly message = 'It was undone already, or the contact was itself joined with another: undo that first.'
}

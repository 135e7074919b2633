/** A refusal that a screen must explain: returned, not thrown, and a type of its own in the contract. */
export abstract class Refusal {
  abstract readonly __typename: string
  abstract readonly code: string
  abstract readonly message: string
}

export class InvalidInput extends Refusal {
  readonly __typename = 'InvalidInput'
  readonly code = 'INVALID_INPUT'
  readonly message: string
  readonly field: string

  constructor(field: string, message: string) {
    super()
    this.field = field
    this.message = message
  }
}

export class ChangedMeanwhile extends Refusal {
  readonly __typename = 'ChangedMeanwhile'
  readonly code = 'CHANGED_MEANWHILE'
  readonly message = 'Somebody else changed it in the meantime.'
}

export class NameTaken extends Refusal {
  readonly __typename = 'NameTaken'
  readonly code = 'NAME_TAKEN'
  readonly message = 'Another one has this name.'
}

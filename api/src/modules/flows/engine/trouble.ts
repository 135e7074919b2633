/** A run cannot go on as it was drawn: a person takes over. `code` is what administrators are told. */
export class Trouble extends Error {
  readonly code: string

  constructor(code: string, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

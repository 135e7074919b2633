/** Nothing can be made of one update: it is set aside, and the others go on. */
export class Unreadable extends Error {}

export function unreadable(reason: string): never {
  throw new Unreadable(reason)
}

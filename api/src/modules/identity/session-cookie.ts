export interface CookieOptions {
  /** Off only for plain http on localhost, where browsers refuse `__Host-` and Secure. */
  secure: boolean
}

/** Carries a session's token. It is named by how it travels, so one kind never passes for the other. */
export class SessionCookie {
  readonly name: string
  readonly #attributes: string

  constructor({ secure }: CookieOptions) {
    this.name = secure ? '__Host-botpro' : 'botpro'
    this.#attributes = `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  }

  read(header: string | undefined): string | undefined {
    const found = header?.split(';').map(part => part.trim()).find(part => part.startsWith(`${this.name}=`))
    return found?.slice(this.name.length + 1)
  }

  /** The value of a `set-cookie` header. */
  set(token: string, seconds: number): string {
    return `${this.name}=${token}; Max-Age=${seconds}${this.#attributes}`
  }

  clear(): string {
    return `${this.name}=; Max-Age=0${this.#attributes}`
  }
}

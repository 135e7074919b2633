import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'
import {
  BasicConstraintsExtension, cryptoProvider, PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator, type X509Certificate,
} from '@peculiar/x509'

/** What came in. */
export interface Received {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: string
  /** Who the client's certificate says that it is. */
  client: string | undefined
}

export interface Reply {
  status?: number
  headers?: Record<string, string | string[]>
  /** As JSON unless it is a text. */
  body?: unknown
}

export type Behaviour = (received: Received, response: ServerResponse) => Reply | Promise<Reply | undefined> | undefined

/** A company's system over HTTP, on this machine, that can misbehave in every way. */
export class SystemDouble {
  readonly received: Received[] = []
  behave: Behaviour = () => ({ body: {} })
  readonly #server: ReturnType<typeof createPlain> | ReturnType<typeof createSecure>
  readonly #protocol: 'http' | 'https'

  constructor(tls?: { cert: string; key: string; ca: string; requestCert?: boolean }) {
    const listener = (request: IncomingMessage, response: ServerResponse) => void this.#answer(request, response)
    this.#protocol = tls ? 'https' : 'http'
    this.#server = tls ? createSecure({ ...tls, rejectUnauthorized: tls.requestCert }, listener) : createPlain(listener)
  }

  async listen(): Promise<this> {
    await new Promise<void>(done => this.#server.listen(0, '127.0.0.1', done))
    return this
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get url(): string {
    return `${this.#protocol}://127.0.0.1:${this.port}`
  }

  get last(): Received {
    return this.received.at(-1)!
  }

  async close() {
    this.#server.closeAllConnections()
    await new Promise(done => this.#server.close(done))
  }

  async #answer(request: IncomingMessage, response: ServerResponse) {
    response.on('error', () => {})
    let body = ''
    for await (const chunk of request) body += chunk
    const { pathname, searchParams } = new URL(request.url!, this.url)
    const client = (request.socket as TLSSocket).getPeerCertificate?.()?.subject?.CN
    const received = { method: request.method!, path: pathname, query: searchParams, headers: request.headers, body, client: client ? String(client) : undefined }
    this.received.push(received)
    const reply = await this.behave(received, response)
    if (!reply) return
    const { status = 200, headers = {}, body: answer = {} } = reply
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  }
}

cryptoProvider.set(webcrypto as Crypto)
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

export interface Identity {
  cert: string
  key: string
}

/** An authority of a test's own. */
export class Authority {
  readonly #keys: CryptoKeyPair
  readonly #certificate: X509Certificate

  private constructor(keys: CryptoKeyPair, certificate: X509Certificate) {
    this.#keys = keys
    this.#certificate = certificate
  }

  static async found(): Promise<Authority> {
    const keys = await newKeys()
    const certificate = await X509CertificateGenerator.createSelfSigned({
      name: 'CN=Autoridad de prueba', ...validity(), keys, signingAlgorithm: ALGORITHM, extensions: [new BasicConstraintsExtension(true, undefined, true)],
    })
    return new Authority(keys, certificate)
  }

  get pem(): string {
    return this.#certificate.toString('pem')
  }

  async issue(name: string): Promise<Identity> {
    const keys = await newKeys()
    const certificate = await X509CertificateGenerator.create({
      subject: `CN=${name}`, issuer: this.#certificate.subject, ...validity(), publicKey: keys.publicKey, signingKey: this.#keys.privateKey, signingAlgorithm: ALGORITHM,
      extensions: [new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])],
    })
    const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey as never), 'PRIVATE KEY')
    return { cert: certificate.toString('pem'), key }
  }
}

const newKeys = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as Promise<CryptoKeyPair>
const validity = () => ({ notBefore: new Date(Date.now() - 86_400_000), notAfter: new Date(Date.now() + 86_400_000) })

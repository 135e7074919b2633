import type { ParsedMail } from 'mailparser'
import { everyHeader } from './parsed-mail.ts'

/**
 * Whether DMARC passed for the domain of the sender, as our own receiving server found (RFC 8601). What others say of
 * themselves counts for nothing: only the topmost header with the name of our server does, since it takes away those that
 * came with its name, and adds its own above all that came. Without a name nobody is believed.
 */
export function isAuthenticated(mail: ParsedMail, from: string, authservId: string | undefined): boolean {
  if (!authservId || everyHeader(mail, 'from').length !== 1) return false
  const results = everyHeader(mail, 'authentication-results').map(statementsOf).find(([server]) => server?.split(/\s/)[0]?.toLowerCase() === authservId.toLowerCase())
  const dmarc = results?.slice(1).filter(statement => /^dmarc\s*=/i.test(statement)) ?? []
  return dmarc.length === 1 && /^dmarc\s*=\s*pass\b/i.test(dmarc[0]!) && domainOf(dmarc[0]!) === from.slice(from.lastIndexOf('@') + 1).toLowerCase()
}

const domainOf = (statement: string) => /\bheader\.from\s*=\s*"?([^\s;"]+)"?/i.exec(statement)?.[1]?.toLowerCase().replace(/^.*@/, '')

/** Cut at semicolons that stand in no quotes and no comment; comments are left out. */
function statementsOf(header: string): string[] {
  const statements = ['']
  let [depth, isQuoted] = [0, false]
  for (let at = 0; at < header.length; at++) {
    const letter = header[at]!
    if (letter === '\\') at++
    else if (letter === '"' && depth === 0) isQuoted = !isQuoted
    else if (letter === '(' && !isQuoted) depth++
    else if (letter === ')' && !isQuoted && depth > 0) depth--
    else if (letter === ';' && !isQuoted && depth === 0) statements.push('')
    else if (depth === 0) statements[statements.length - 1] += letter
  }
  return statements.map(statement => statement.trim())
}

import type { SettingField, Settings } from '../adapter.ts'

const HOST = /^[^\s/?#@\\%]{1,253}$/
const PORT = /^\d{1,5}$/
const ADDRESS = /^[^\s<>(),;:"@]{1,64}@[^\s<>(),;:"@]{1,253}$/

export const mailFields: readonly SettingField[] = [
  { name: 'address', pattern: ADDRESS },
  { name: 'displayName', isOptional: true, pattern: /^[^\r\n]{1,200}$/ },
  { name: 'imapHost', pattern: HOST },
  { name: 'imapPort', pattern: PORT, default: '993' },
  { name: 'imapUser', pattern: /^[^\r\n]{1,320}$/ },
  { name: 'imapPassword', isSecret: true },
  { name: 'mailbox', isOptional: true, pattern: /^[^\r\n]{1,200}$/, default: 'INBOX' },
  { name: 'smtpHost', pattern: HOST },
  { name: 'smtpPort', pattern: PORT, default: '465' },
  { name: 'smtpUser', isOptional: true, pattern: /^[^\r\n]{1,320}$/ },
  { name: 'smtpPassword', isSecret: true, isOptional: true },
  // The name under which the receiving server writes what it found of a sender (RFC 8601); nobody's address is trusted without.
  { name: 'authservId', isOptional: true, pattern: /^[^\s;"]{1,253}$/ },
  // SIGNED lets bounces come back to an address that names the message; not every server lets one send under such.
  { name: 'returnAddress', isOptional: true, pattern: /^(?:PLAIN|SIGNED)$/, default: 'PLAIN' },
]

export const isAddress = (text: string): boolean => ADDRESS.test(text)
export const folderOf = (settings: Settings): string => settings['mailbox'] || 'INBOX'
export const ownAddress = (settings: Settings): string => settings['address'] ?? ''

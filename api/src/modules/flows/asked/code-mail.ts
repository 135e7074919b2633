import type { Language } from '@botpro/graphql/flows'
import type { Mail } from '../../../platform/mail.ts'

export interface CodeToSend {
  to: string
  code: string
  minutes: number
  language: Language
}

/** The words around a code, wherever it is sent: short enough for one SMS. */
export const codeText = ({ code, minutes, language }: Omit<CodeToSend, 'to'>): string => (language === 'ES'
  ? `Su código es ${code}. Vence en ${minutes} minutos. No lo comparta con nadie.`
  : `Your code is ${code}. It expires in ${minutes} minutes. Do not share it with anybody.`)

export const codeMail = ({ to, ...code }: CodeToSend): Mail =>
  ({ to, subject: code.language === 'ES' ? 'Su código de verificación' : 'Your verification code', text: codeText(code) })

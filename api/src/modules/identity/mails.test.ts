import { expect, test } from 'vitest'
import { invitationMail, passwordChangedMail, resetMail } from './mails.ts'

const person = { to: 'ana@banco.do', name: 'Ana <b>', language: 'ES' as const }

test('a name cannot write HTML into a mail', () => {
  const { html, text } = resetMail({ ...person, link: 'https://x.do/reset/t' })
  expect(html).toContain('Hola, Ana &lt;b&gt;:')
  expect(text).toContain('Hola, Ana <b>:')
})

test('an invitation says where to, from whom, and carries its link as text too', () => {
  const { subject, text, html } = invitationMail({
    ...person,
    place: 'Banco Ñandú',
    inviter: 'Luis',
    link: 'https://x.do/i/t',
  })
  expect(subject).toBe('Le invitan a Banco Ñandú en BotPro')
  expect(text).toMatch(
    /Luis le invita a formar parte de Banco Ñandú.*\n\nAceptar la invitación:\nhttps:\/\/x\.do\/i\/t\n/,
  )
  expect(html).toContain('href="https://x.do/i/t"')
})

test('each mail is written in the language of its reader', () => {
  const subjects = (['ES', 'EN'] as const).map(
    language => passwordChangedMail({ ...person, language }).subject,
  )
  expect(subjects).toEqual(['Se cambió su contraseña de BotPro', 'Your BotPro password was changed'])
})

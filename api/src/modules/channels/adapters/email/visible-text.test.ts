import { describe, expect, test } from 'vitest'
import { htmlText } from './html-text.ts'
import { visibleText } from './visible-text.ts'

const QUOTED = 'Su pedido sale mañana.\n¿Algo más?'
const marked = QUOTED.split('\n').map(line => `> ${line}`).join('\n')

const styles: [string, string][] = [
  ['Gmail, Spanish', `El jue, 26 nov 2026 a las 10:00, Negocio (<soporte@negocio.test>) escribió:\n\n${marked}`],
  ['Gmail, English', `On Thu, Nov 26, 2026 at 10:00 AM Negocio <soporte@negocio.test> wrote:\n\n${marked}`],
  ['Gmail, Portuguese', `Em qui., 26 de nov. de 2026 às 10:00, Negocio <soporte@negocio.test> escreveu:\n\n${marked}`],
  ['Gmail, broken line', `El jue, 26 nov 2026 a las 10:00, Negocio de nombre largo\n(<soporte@negocio.test>) escribió:\n\n${marked}`],
  ['Apple Mail, Spanish', `El 26 nov 2026, a las 10:00, Negocio <soporte@negocio.test> escribió:\n\n${QUOTED}`],
  ['Apple Mail, English', `> On 26 Nov 2026, at 10:00, Negocio <soporte@negocio.test> wrote:\n>\n${marked}`],
  ['Apple Mail, Portuguese', `Em 26 de nov. de 2026, à(s) 10:00, Negocio <soporte@negocio.test> escreveu:\n\n${marked}`],
  ['Outlook, English', `-----Original Message-----\nFrom: Negocio\nSent: Thursday\nTo: Ana\nSubject: Su pedido\n\n${QUOTED}`],
  ['Outlook, Spanish', `-----Mensaje original-----\nDe: Negocio\nEnviado el: jueves\nPara: Ana\nAsunto: Su pedido\n\n${QUOTED}`],
  ['Outlook, Portuguese', `-----Mensagem original-----\nDe: Negocio\nEnviada em: quinta\nPara: Ana\nAssunto: Su pedido\n\n${QUOTED}`],
  ['Outlook block, Spanish', `De: Negocio <soporte@negocio.test>\nEnviado: jueves, 26 de noviembre\nPara: Ana <ana@correo.test>\nAsunto: RE: Su pedido\n\n${QUOTED}`],
  ['Outlook block, English', `From: Negocio <soporte@negocio.test>\nSent: Thursday, November 26\nTo: Ana <ana@correo.test>\nSubject: RE: Su pedido\n\n${QUOTED}`],
  ['Outlook block, Portuguese', `De: Negocio <soporte@negocio.test>\nEnviado: quinta-feira\nPara: Ana\nAssunto: RE: Su pedido\n\n${QUOTED}`],
  ['Outlook block, bold', `*De:* Negocio <soporte@negocio.test>\n*Enviado:* jueves\n*Para:* Ana\n*Asunto:* Su pedido\n\n${QUOTED}`],
  ['Outlook on the web', `________________________________\nDe: Negocio <soporte@negocio.test>\nEnviado: jueves\nPara: Ana\nAsunto: Su pedido\n\n${QUOTED}`],
  ['only marks', marked],
  ['a signature', `-- \nAna Pérez\nGerente\n\nOn Thu, Nov 26, 2026 Negocio wrote:\n${marked}`],
  ['a telephone, Spanish', `Enviado desde mi iPhone\n\nEl 26 nov 2026, a las 10:00, Negocio <soporte@negocio.test> escribió:\n\n${QUOTED}`],
  ['a telephone, English', `Sent from my iPhone\n\n> On Nov 26, 2026, at 10:00, Negocio wrote:\n${marked}`],
  ['a telephone, Portuguese', `Enviado do meu iPhone\n\nEm 26 de nov. de 2026, Negocio escreveu:\n${marked}`],
]

describe('what somebody wrote', () => {
  test.each(styles)('is seen without what it answers to: %s', (_style, quote) => {
    for (const end of ['\n', '\r\n']) expect(visibleText(`Gracias, quedo a la espera.\nAna\n\n${quote}`.replaceAll('\n', end))).toBe('Gracias, quedo a la espera.\nAna')
  })

  test('is seen below and between what it quotes', () => {
    expect(visibleText(`On Thu, Nov 26, 2026 Negocio wrote:\n${marked}\n\nSí, una cosa más.`)).toBe('Sí, una cosa más.')
    expect(visibleText('> ¿Cuántos?\nDos.\n> ¿Cuándo?\nHoy.')).toBe('Dos.\nHoy.')
  })

  test.each([
    'El martes paso a buscarlo.\n\nDe: lunes a viernes están abiertos, ¿no?', 'On Monday I wrote to you:\nno answer came', 'Quiero cambiar:\n- talla\n- color', 'Mi marido escribió una carta: está adjunta.\nSaludos',
    'From: the airport\nI need a taxi', 'a -- b', '5 > 3 y 2 < 4', 'De: Ana\nPara: Luis', 'El técnico no vino.\n--- urgente ---\nGracias',
  ])('is left whole where it only looks like a quote: %j', text => {
    if (text.startsWith('On Monday')) return expect(visibleText(text)).toContain('On Monday')
    return expect(visibleText(text)).toBe(text)
  })

  test('is never nothing: a mail that is all quote is shown whole', () => expect(visibleText(marked)).toBe(marked))

  test('costs work that grows as the mail does, whatever it is made of', () => {
    const hostile = ['On ', 'El \n', '> ', '> On x\n', 'From: a\n', 'De: \n', '_'.repeat(20) + '\n', '-'.repeat(7), '-- x\n', ' ', ' \n', 'escribió:', 'On escribió\n', '\n', 'a', 'On a\nb\nc\n']
    const work = (text: string) => {
      let looked = 0
      visibleText(text, letters => (looked += letters))
      return looked
    }
    for (const piece of hostile) {
      const [half, whole] = [250_000, 500_000].map(size => work(piece.repeat(Math.ceil(size / piece.length))))
      expect(whole!, piece).toBeLessThanOrEqual(2.1 * half! + 5000)
      expect(whole!, piece).toBeLessThan(10 * 500_000)
    }
  })
})

describe('of HTML', () => {
  test.each([
    ['Gmail', '<div dir="ltr">Gracias.<br>Ana</div><div class="gmail_quote gmail_quote_container"><div class="gmail_attr">El jue escribió:</div><blockquote class="gmail_quote">Su pedido</blockquote></div>'],
    ['Outlook', '<div>Gracias.</div><div>Ana</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>De:</b> Negocio</div><div>Su pedido</div>'],
    ['Apple', '<p>Gracias.</p>Ana<blockquote type="cite"><div>Su pedido</div></blockquote>'],
    ['Thunderbird', '<p>Gracias.</p><p>Ana</p><div class="moz-cite-prefix">On x wrote:</div><blockquote type="cite" cite="mid:x">Su pedido</blockquote>'],
    ['Yahoo', '<div>Gracias.<br>Ana</div><div class="yahoo_quoted"><div>Su pedido</div></div>'],
  ])('what %s marks as quoted is left out', (_program, html) => {
    const { full, unquoted } = htmlText(html)
    expect(unquoted.replace(/\n+/g, '\n')).toBe('Gracias.\nAna')
    expect(full).toContain('Su pedido')
  })

  test('scripts and styles are no words', () => {
    expect(htmlText('<style>p{}</style><script>alert(1)</script><p>Hola &amp; adiós</p>').full).toBe('Hola & adiós')
  })
})

import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { DocumentReader } from './document-reader.ts'
import { docxOf, pdfOf, wordParagraph, wordTable, writtenPdf } from './documents.fixture.ts'
import { htmlBlocks, htmlPage } from './html-blocks.ts'
import { readDocument, type DocumentToRead } from './read-document.ts'

const reader = new DocumentReader()
afterAll(() => reader[Symbol.dispose]())

const document = (kind: DocumentToRead['kind'], content: string | Uint8Array, more: Partial<DocumentToRead> = {}): DocumentToRead =>
  ({ kind, content: typeof content === 'string' ? Buffer.from(content) : content, name: 'archivo', language: 'ES', ...more })
const said = async (...args: Parameters<typeof document>) => (await readDocument(document(...args))).passages.map(({ headings, text }) => [...headings, text])

describe('a page', () => {
  test('is read without its menus, its foot, its scripts and its question about cookies', async () => {
    const html = `<!doctype html><html lang="es-DO"><head><title>Envíos | Tienda</title><link rel="canonical" href="/envios"><style>p{}</style></head><body class="con-cookies">
      <header><a href="/">Inicio</a></header><nav>Productos</nav><div id="cookie-banner">Usamos cookies</div><div class="breadcrumb">Inicio / Envíos</div>
      <div><h1>Envíos</h1><p>Enviamos a <b>todo</b> el país.<br>Siempre.<br><br>Otro párrafo</p><script>alert("no")</script><ul><li>Rápido<ul><li>Muy rápido</li></ul></li><li><p>Barato</p></li></ul></div>
      <aside>Publicidad</aside><form><button>Buscar</button><select><option>Todo</option></select></form><footer>Derechos reservados</footer></body></html>`
    expect(htmlPage(html)).toEqual({ title: 'Envíos | Tienda', language: 'es-DO', canonical: '/envios', robots: '', blocks: [
      { kind: 'heading', level: 1, text: 'Envíos' },
      { kind: 'paragraph', text: 'Enviamos a todo el país. Siempre.' }, { kind: 'paragraph', text: 'Otro párrafo' },
      { kind: 'listItem', text: 'Rápido' }, { kind: 'listItem', text: 'Muy rápido' }, { kind: 'listItem', text: 'Barato' },
    ] })
    expect(await said('HTML', html)).toEqual([['Envíos', 'Enviamos a todo el país. Siempre.\nOtro párrafo\nRápido\nMuy rápido\nBarato']])
  })

  test('is its main part, where that holds anything', () => {
    const around = (main: string) => `<body><p>Fuera ${'x '.repeat(300)}</p>${main}</body>`
    const text = 'palabra '.repeat(50).trim()
    expect(htmlBlocks(around(`<main><header><h1>Dentro</h1></header><p>${text}</p></main>`)).map(block => 'text' in block && block.text)).toEqual(['Dentro', text])
    expect(htmlBlocks(around(`<article>${text}</article>`))).toEqual([{ kind: 'paragraph', text }])
    expect(htmlBlocks(around('<main></main>'))).toHaveLength(1)
    expect(htmlBlocks('<body><nav><p>Solo un menú</p></nav></body>')).toEqual([{ kind: 'paragraph', text: 'Solo un menú' }])
  })

  test('has questions above their answers, however it folds them', () => {
    const questions = `<h2>Preguntas</h2>
      <details><summary>¿Cuánto tarda?</summary><p>Tres días.</p></details>
      <h3><button aria-expanded="false">¿Cuánto cuesta?</button></h3><div hidden>Nada.</div>
      <button aria-controls="c">¿Y los domingos?</button><div id="c">Cerrado.</div>
      <dl><dt>¿Puedo pagar al recibir?</dt><dd>Sí.</dd><dt>Peso</dt><dd>2 kg</dd></dl>`
    expect(htmlBlocks(questions)).toEqual([
      { kind: 'heading', level: 2, text: 'Preguntas' },
      { kind: 'heading', level: 3, text: '¿Cuánto tarda?' }, { kind: 'paragraph', text: 'Tres días.' },
      { kind: 'heading', level: 3, text: '¿Cuánto cuesta?' }, { kind: 'paragraph', text: 'Nada.' },
      { kind: 'heading', level: 4, text: '¿Y los domingos?' }, { kind: 'paragraph', text: 'Cerrado.' },
      { kind: 'heading', level: 4, text: '¿Puedo pagar al recibir?' }, { kind: 'paragraph', text: 'Sí.' },
      { kind: 'listItem', text: 'Peso: 2 kg' },
    ])
  })

  test('has tables with the names of their columns; one that arranges a page is none', () => {
    expect(htmlBlocks(`<table><tr><th>Zona</th><th>Precio</th></tr><tr><td>Norte</td><td><p>100</p></td></tr></table>
      <table><tr><td><b>Día</b></td><td><strong>Hora</strong></td></tr><tr><td>Lunes</td><td><b>9</b></td></tr></table>
      <table><tr><td>Izquierda<table><tr><td>a</td><td>b</td></tr></table></td><td>Derecha</td></tr></table>`)).toEqual([
      { kind: 'tableRow', cells: [{ column: 'Zona', text: 'Norte' }, { column: 'Precio', text: '100' }] },
      { kind: 'tableRow', cells: [{ column: 'Día', text: 'Lunes' }, { column: 'Hora', text: '9' }] },
      { kind: 'paragraph', text: 'Izquierda' }, { kind: 'tableRow', cells: [{ text: 'a' }, { text: 'b' }] }, { kind: 'paragraph', text: 'Derecha' },
    ])
  })

  test.each<[string, Uint8Array, string | undefined]>([
    ['the answer says', Buffer.from('<p>Años</p>', 'latin1'), 'iso-8859-1'],
    ['the page says', Buffer.from('<meta charset="windows-1252"><p>Años</p>', 'latin1'), undefined],
    ['an older page says', Buffer.from('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>Años</p>', 'latin1'), undefined],
    ['nobody says', Buffer.from('<p>Años</p>', 'latin1'), undefined],
    ['nobody knows', Buffer.from('<p>Años</p>'), 'klingon'],
    ['is wrong', Buffer.from('<p>Años</p>', 'latin1'), 'utf-8'],
    ['its first bytes say', Buffer.from('\ufeff<p>Años</p>', 'utf16le'), undefined],
  ])('is in the charset that %s', async (_who, content, charset) => expect(await said('HTML', content, { charset })).toEqual([['Años']]))

  test('tells its language, and each passage its own where it is long enough to tell', async () => {
    const languages = async (html: string) => (await readDocument(document('HTML', html))).passages.map(({ language }) => language)
    const english = 'Our store is open every day of the week and you can pay with any card that you have.'
    expect(await languages(`<p>OK 24/7</p>`)).toEqual(['ES'])
    expect(await languages(`<html lang="en"><p>OK 24/7</p>`)).toEqual(['EN'])
    expect(await languages(`<html lang="es"><h1>A</h1><p>Nuestra tienda abre todos los días y usted puede pagar con la tarjeta que tenga.</p><h1>B</h1><p>${english}</p>`)).toEqual(['ES', 'EN'])
  })

  test('that asks not to be indexed is let alone, and one without words is empty', async () => {
    await expect(said('HTML', '<meta name="robots" content="NOINDEX, follow"><p>Secreto</p>')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    await expect(said('HTML', '<div id="app"></div><script>render()</script>')).rejects.toMatchObject({ code: 'EMPTY' })
    await expect(said('HTML', '')).rejects.toMatchObject({ code: 'EMPTY' })
  })

  test.each([
    ['never closes what it opens', `<div><p>Hola${'<div>'.repeat(20_000)}`],
    ['is nothing but ends', `Hola${'</div></p></td>'.repeat(20_000)}`],
    ['has cells without a table', 'Hola<td>a<tr>b</tr></td></table>'],
    ['is cut off within a tag', '<p>Hola<p class="'],
    ['has zeros and halves of letters', '<p>Hola \0 \ud800 &#0; &#xd800; &#x110000;</p>'],
  ])('is read though it %s', async (_what, html) => expect(JSON.stringify(await said('HTML', html))).toContain('Hola'))
})

describe('a PDF', () => {
  test('has its pages as headings, its larger letters as headings beneath, and no line of its head and foot', async () => {
    const page = (number: number): Parameters<typeof pdfOf>[0][number] => ({ lines: [
      ['Manual de la casa'], [`Capítulo ${'ABCDE'[number - 1]}`, 20], [`La garantía numero ${'uno dos tres cuatro cinco'.split(' ')[number - 1]} dura un año en-`], ['tero, y se paga (si la hay) aparte.'], [`- Guarde la factura ${'uno dos tres cuatro cinco'.split(' ')[number - 1]}.`], [`Página ${number} de 5`],
    ] })
    expect(await said('PDF', pdfOf([1, 2, 3, 4, 5].map(page)))).toMatchObject([
      ['p. 1', 'Capítulo A', 'La garantía numero uno dura un año entero, y se paga (si la hay) aparte.\nGuarde la factura uno.'],
      ['p. 2', 'Capítulo B', expect.stringContaining('dos')], ['p. 3', 'Capítulo C', expect.any(String)], ['p. 4', 'Capítulo D', expect.any(String)], ['p. 5', 'Capítulo E', expect.any(String)],
    ])
  })

  test.each<[string, string | Uint8Array, string]>([
    ['of pictures alone is empty', pdfOf([{ lines: [] }]), 'EMPTY'],
    ['locked with a password says so', pdfOf([{ lines: [['x']] }], `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -44 >> /ID [<00><00>] `), 'ENCRYPTED'],
    ['that is broken is unreadable', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3000, 'x')]), 'UNREADABLE'],
    ['that is something else is of the wrong kind', 'PK\x03\x04', 'WRONG_KIND'],
  ])('%s', async (_what, content, code) => expect(said('PDF', content)).rejects.toMatchObject({ code }))

  test('is read in a thread, and so is all else', async () => {
    expect((await reader.read(document('PDF', pdfOf([{ lines: [['Hola a todos.']] }])))).passages).toEqual([{ headings: ['p. 1'], text: 'Hola a todos.', language: 'ES' }])
    await expect(reader.read(document('PDF', 'nada'))).rejects.toMatchObject({ name: 'ReadingProblem', code: 'WRONG_KIND' })
    expect(await reader.read(document('MARKDOWN', '# Uno\nDos'))).toMatchObject({ title: 'Uno', passages: [{ headings: ['Uno'], text: 'Dos' }] })
  })
})

describe('a Word document', () => {
  test('has headings, lists and tables', async () => {
    const body = [
      wordParagraph('Reglamento', '<w:pStyle w:val="Ttulo"/>'), wordParagraph('Uso', '<w:pStyle w:val="Ttulo1"/>'), wordParagraph('Solo de día &amp; en calma.'),
      wordParagraph('Sin gritar', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      wordTable([['Zona', 'Hora'].map(text => `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r></w:p>`), ['Patio', '9'].map(text => wordParagraph(text))]),
    ].join('')
    expect(await readDocument(document('DOCX', docxOf(body)))).toMatchObject({
      title: 'Reglamento', passages: [{ headings: ['Uso'], text: 'Solo de día & en calma.\nSin gritar\nZona: Patio; Hora: 9' }],
    })
  })

  test.each<[string, Uint8Array, string]>([
    ['that is a bomb stays packed', docxOf(wordParagraph('x'), { 'word/bomb.xml': new Uint8Array(60_000_000) }), 'TOO_LARGE'],
    ['that is another archive is of the wrong kind', docxOf('').subarray(0, 100), 'WRONG_KIND'],
    ['that is text is of the wrong kind', Buffer.from('hola'), 'WRONG_KIND'],
    ['without words is empty', docxOf(''), 'EMPTY'],
    ['locked with a password says so', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), 'ENCRYPTED'],
  ])('%s', async (_what, content, code) => expect(said('DOCX', content)).rejects.toMatchObject({ code }))
})

test('of a table each row is a passage, its columns named', async () => {
  expect(await said('CSV', Buffer.from('Pregunta;Respuesta\n¿Abren?;Sí\n¿Año?;2026', 'latin1'))).toEqual([['#2', 'Pregunta: ¿Abren?; Respuesta: Sí'], ['#3', 'Pregunta: ¿Año?; Respuesta: 2026']])
  await expect(said('CSV', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]))).rejects.toMatchObject({ code: 'WRONG_KIND' })
  await expect(said('CSV', 'Solo;Cabeza')).rejects.toMatchObject({ code: 'EMPTY' })
})

describe('what would take for ever or all memory', () => {
  const bomb = () => {
    const packed = deflateSync(Buffer.alloc(400_000_000, ' '), { level: 9 })
    return writtenPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>',
      Buffer.concat([Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`), packed, Buffer.from('\nendstream')])])
  }

  test('ends the thread, and the next document has another', { timeout: 60_000 }, async () => {
    using small = new DocumentReader({ patienceMs: 20_000, mostMemoryMb: 100 })
    await expect(small.read(document('PDF', bomb()))).rejects.toMatchObject({ code: 'TOO_LARGE' })
    expect((await small.read(document('MARKDOWN', 'Sigue.'))).passages).toHaveLength(1)
    using hasty = new DocumentReader({ patienceMs: 1 })
    await expect(hasty.read(document('MARKDOWN', 'Hola.'))).rejects.toMatchObject({ code: 'TOO_SLOW' })
  })

  test('is read by its length where it is deep or wide', { timeout: 60_000 }, async () => {
    const large = [`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(150_000)}</table>`, `${'<div>'.repeat(50_000)}Hola`, `${'<ul><li>'.repeat(30_000)}Hola`, `${'>'.repeat(50_000)} Hola`]
    for (const content of large) expect((await reader.read(document('HTML', content))).passages.length).toBeGreaterThan(0)
  })
})

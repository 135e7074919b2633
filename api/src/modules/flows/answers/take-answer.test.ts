import type { Answer, AnswerType, Json, Language } from '@botpro/graphql/flows'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Heard } from '../engine/input.ts'
import { problemText } from './problem-text.ts'
import { takeAnswer } from './take-answer.ts'
import type { Refusal } from './taking.ts'

const silence: Heard = { text: '', optionId: null, files: [], location: null, intent: null, entities: {}, aside: null }
/** A Friday, eleven in the morning in Santo Domingo. */
const now = new Date('2026-11-27T15:00:00Z')
const at = (language: Language) => ({ language, now, timeZone: 'America/Santo_Domingo' })

type Said = string | Partial<Heard>
const heard = (said: Said): Heard => ({ ...silence, ...(typeof said === 'string' ? { text: said } : said) })

interface Case { answer: Answer; takes: [Said, Json, Language?][]; refuses: [Said, Refusal, Language?][] }

const dop = (amount: string) => ({ amount, currency: 'DOP' })
const places = [
  { id: 'savings', title: { ES: '💰 Cuenta de ahorros', EN: 'Savings account' }, words: ['alcancía'] },
  { id: 'card', title: { ES: 'Tarjeta de crédito', EN: 'Credit card' } },
  { id: 'debit', title: { ES: 'Tarjeta de débito', EN: 'Debit card' } },
  { id: 'loan', title: { ES: 'Préstamo', EN: 'Loan' } },
]
const pdf = { id: 'f1', name: 'carta.pdf', type: 'application/pdf' }
const photo = { id: 'f2', name: 'foto.jpg', type: 'image/jpeg' }
const voice = { id: 'f3', name: 'nota.ogg', type: 'audio/ogg' }

const cases: Case[] = [
  {
    answer: { type: 'TEXT', minLength: 2, maxLength: 10 },
    takes: [['hola', 'hola'], ['  hola  ', 'hola'], ['ab', 'ab'], ['1234567890', '1234567890'], ['😀😀😀😀😀😀😀😀😀😀', '😀😀😀😀😀😀😀😀😀😀'], ['No', 'No'], ['a\nb', 'a\nb'], ['¿?', '¿?'], ['ñandú', 'ñandú'], ['00', '00'], ['{{x}}', '{{x}}'], ['menú', 'menú'], ['José', 'José'], ['a b c', 'a b c'], ['<b>', '<b>']],
    refuses: [['', 'EMPTY'], ['   ', 'EMPTY'], ['\n\t', 'EMPTY'], [{ files: [photo] }, 'EMPTY'], ['a', 'TOO_SHORT'], [' b ', 'TOO_SHORT'], ['😀', 'TOO_SHORT'], ['12345678901', 'TOO_LONG'], ['x'.repeat(5000), 'TOO_LONG'], ['😀'.repeat(11), 'TOO_LONG'], ['hola, ¿cómo está?', 'TOO_LONG']],
  },
  {
    answer: { type: 'NUMBER', min: -10, max: 1_000_000 },
    takes: [['3', 3], ['tres', 3], ['1,234.50', 1234.5], ['1.234,50', 1234.5], ['mil quinientos', 1500], ['RD$ 500', 500], ['2k', 2000], ['2 mil', 2000], ['12,5', 12.5], ['1,500', 1500], ['1.500', 1500], ['1.500', 1.5, 'EN'], ['-5', -5], ['quiero 4 por favor', 4],
      ['veintidós', 22], ['one thousand five hundred', 1500, 'EN'], ['twenty', 20, 'EN'], ['15%', 15], ['0', 0], ['son 25', 25], ['1,234.50', 1234.5, 'EN'], ['cien', 100],
      ['36 meses', 36], ['unos 36', 36], ['a unos 36 meses', 36], ['3 mil', 3000], ['RD$1,500.50', 1500.5], ['veinte', 20], ['treinta y seis meses', 36], ['en 24 meses', 24], ['tengo 30 años', 30], ['un año', 1], ['36m', 36], ['36 months', 36, 'EN'], ['in two years', 2, 'EN'], ['12 cuotas', 12]],
    refuses: [['', 'EMPTY'], ['muchos', 'NOT_A_NUMBER'], ['hola', 'NOT_A_NUMBER'], ['?', 'NOT_A_NUMBER'], ['2 o 3', 'SEVERAL'], ['entre 5 o 10', 'SEVERAL'], ['5 y 10', 'NOT_A_NUMBER'], ['-11', 'TOO_SMALL'], ['1,000,001', 'TOO_LARGE'], ['dos millones', 'TOO_LARGE'], [{ files: [photo] }, 'EMPTY'], ['A1B', 'NOT_A_NUMBER'], ['none', 'NOT_A_NUMBER', 'EN'],
      ['36 o 48 meses', 'SEVERAL'], ['2 años y 3 meses', 'SEVERAL'], ['unos meses', 'NOT_A_NUMBER'], ['en marzo', 'NOT_A_NUMBER'], ['a las 3', 'NOT_A_NUMBER'], ['mañana', 'NOT_A_NUMBER'], ['809-555-1234', 'NOT_A_NUMBER'], ['001-1391820-5', 'NOT_A_NUMBER'], ['el quinto', 'NOT_A_NUMBER'], ['RD$', 'NOT_A_NUMBER']],
  },
  {
    answer: { type: 'NUMBER', whole: true },
    takes: [['2', 2], ['2.0', 2], ['dos', 2], ['somos 4', 4], ['10', 10], ['once', 11], ['1,200', 1200], ['0', 0], ['7 personas', 7], ['two', 2, 'EN'], ['100', 100], ['3 por favor', 3], ['-1', -1], ['cuarenta y dos', 42], ['1.000.000', 1_000_000]],
    refuses: [['2.5', 'NOT_WHOLE'], ['1,234.5', 'NOT_WHOLE'], ['12,5', 'NOT_WHOLE'], ['uno y medio', 'NOT_WHOLE'], ['0.1', 'NOT_WHOLE'], ['RD$ 10.50', 'NOT_WHOLE'], ['', 'EMPTY'], ['varios', 'NOT_A_NUMBER'], ['2 o 3', 'SEVERAL'], ['x', 'NOT_A_NUMBER']],
  },
  {
    answer: { type: 'MONEY', currency: 'DOP', min: '100', max: '50000.50' },
    takes: [['500', dop('500.00')], ['RD$ 1,234.50', dop('1234.50')], ['RD$1234.5', dop('1234.50')], ['mil pesos', dop('1000.00')], ['$2,000', dop('2000.00')], ['dos mil quinientos', dop('2500.00')], ['5k', dop('5000.00')], ['quiero pagar 1500 pesos', dop('1500.00')],
      ['1.234,50', dop('1234.50')], ['100', dop('100.00')], ['50,000.50', dop('50000.50')], ['500 pesos dominicanos', dop('500.00')], ['DOP 300', dop('300.00')], ['five hundred pesos', dop('500.00'), 'EN'], ['$750', dop('750.00'), 'EN'], ['mil pesos con cincuenta centavos', dop('1000.50')]],
    refuses: [['', 'EMPTY'], ['todo', 'NOT_MONEY'], ['no sé', 'NOT_MONEY'], ['US$ 500', 'WRONG_CURRENCY'], ['500 dólares', 'WRONG_CURRENCY'], ['€300', 'WRONG_CURRENCY'], ['99.99', 'TOO_SMALL'], ['50,000.51', 'TOO_LARGE'], ['cien mil pesos', 'TOO_LARGE'], ['500 o 600', 'SEVERAL'], ['-500', 'NOT_MONEY'], ['a lot', 'NOT_MONEY', 'EN']],
  },
  {
    answer: { type: 'DATE', from: 'TODAY' },
    takes: [['mañana', '2026-11-28'], ['hoy', '2026-11-27'], ['pasado mañana', '2026-11-29'], ['el viernes', '2026-12-04'], ['el lunes que viene', '2026-11-30'], ['15 de marzo', '2027-03-15'], ['15/03/2027', '2027-03-15'], ['2027-03-15', '2027-03-15'], ['el 15 de diciembre de 2026', '2026-12-15'],
      ['mañana a las 3', '2026-11-28'], ['puede ser el martes?', '2026-12-01'], ['next Friday', '2026-12-04', 'EN'], ['tomorrow', '2026-11-28', 'EN'], ['March 15', '2027-03-15', 'EN'], ['15/03/2027', '2027-03-15', 'EN'], ['en 3 días', '2026-11-30'], ['03/05/2027', '2027-05-03'], ['03/05/2027', '2027-03-05', 'EN']],
    refuses: [['', 'EMPTY'], ['cuando quiera', 'NOT_A_DATE'], ['hola', 'NOT_A_DATE'], ['30 de febrero', 'NOT_A_DATE'], ['ayer', 'TOO_EARLY'], ['15/03/2020', 'TOO_EARLY'], ['la próxima semana', 'NOT_ONE_DAY'], ['en diciembre', 'NOT_ONE_DAY'], ['lunes o martes', 'SEVERAL'], ['del 3 al 5 de diciembre', 'NOT_ONE_DAY'], ['yesterday', 'TOO_EARLY', 'EN'], ['whenever', 'NOT_A_DATE', 'EN']],
  },
  {
    answer: { type: 'DATE', from: 'ANY', until: 'TODAY' },
    takes: [['15/03/1990', '1990-03-15'], ['15 de marzo de 1990', '1990-03-15'], ['ayer', '2026-11-26'], ['hoy', '2026-11-27'], ['15 de diciembre', '2025-12-15'], ['15 de noviembre', '2026-11-15'], ['1990-03-15', '1990-03-15'], ['nací el 3 de mayo de 1985', '1985-05-03'], ['March 15, 1990', '1990-03-15', 'EN'], ['yesterday', '2026-11-26', 'EN'],
      ['15-03-1990', '1990-03-15'], ['anteayer', '2026-11-25'], ['hace 3 días', '2026-11-24'], ['December 24', '2025-12-24', 'EN'], ['el 1 de enero de 2000', '2000-01-01']],
    refuses: [['mañana', 'TOO_LATE'], ['15/03/2030', 'TOO_LATE'], ['el próximo lunes', 'TOO_LATE'], ['tomorrow', 'TOO_LATE', 'EN'], ['', 'EMPTY'], ['nunca', 'NOT_A_DATE'], ['en 3 días', 'TOO_LATE'], ['pasado mañana', 'TOO_LATE'], ['x', 'NOT_A_DATE'], ['el mes pasado', 'NOT_ONE_DAY']],
  },
  {
    answer: { type: 'TIME' },
    takes: [['15:30', '15:30'], ['a las 3', '15:00'], ['3 y media de la tarde', '15:30'], ['3pm', '15:00'], ['3:00 p. m.', '15:00'], ['9 de la mañana', '09:00'], ['a la una', '13:00'], ['mediodía', '12:00'], ['10 am', '10:00'], ['10', '10:00'], ['3 y media', '15:30'], ['mañana a las 8 de la noche', '20:00'],
      ['half past three', '15:30', 'EN'], ['3:30 pm', '15:30', 'EN'], ['at 5', '17:00', 'EN'], ['9', '09:00', 'EN'], ['las 4 menos cuarto de la tarde', '15:45'], ['una y media', '13:30'], ['noon', '12:00', 'EN']],
    refuses: [['', 'EMPTY'], ['cuando sea', 'NOT_A_TIME'], ['hola', 'NOT_A_TIME'], ['25:00', 'NOT_A_TIME'], ['por la tarde', 'NOT_ONE_TIME'], ['de 3 a 5', 'NOT_ONE_TIME'], ['en la mañana', 'NOT_ONE_TIME'], ['99', 'NOT_A_TIME'], ['whenever', 'NOT_A_TIME', 'EN'], ['in the evening', 'NOT_ONE_TIME', 'EN'], ['a las 3 o a las 4', 'SEVERAL']],
  },
  {
    answer: { type: 'EMAIL' },
    takes: [['ana@correo.com', 'ana@correo.com'], ['Ana@Correo.COM', 'ana@correo.com'], ['mi correo es ana@correo.com', 'ana@correo.com'], ['ana@correo.com.do', 'ana@correo.com.do'], ['ana.perez+x@sub.correo.do', 'ana.perez+x@sub.correo.do'], ['<ana@correo.com>', 'ana@correo.com'], ['ana@correo.com.', 'ana@correo.com'],
      ['ana @ correo.com', 'ana@correo.com'], ['ana arroba correo punto com', 'ana@correo.com'], ['a_b@x.io', 'a_b@x.io'], ['ana@correo.com, gracias', 'ana@correo.com'], ['ANA1990@HOTMAIL.COM', 'ana1990@hotmail.com'], ['es: ana@x.do', 'ana@x.do'], ['ana@correo.com ana@correo.com', 'ana@correo.com'], ['ana at mail dot com', 'ana@mail.com', 'EN']],
    refuses: [['', 'EMPTY'], ['ana', 'NOT_AN_EMAIL'], ['ana@', 'NOT_AN_EMAIL'], ['@correo.com', 'NOT_AN_EMAIL'], ['ana@correo', 'NOT_AN_EMAIL'], ['ana.correo.com', 'NOT_AN_EMAIL'], ['ana@-x.com', 'NOT_AN_EMAIL'], ['no tengo', 'NOT_AN_EMAIL'], ['a@x.com o b@x.com', 'SEVERAL'], ['ana@@', 'NOT_AN_EMAIL'], ['www.correo.com', 'NOT_AN_EMAIL']],
  },
  {
    answer: { type: 'PHONE' },
    takes: [['8095551234', '+18095551234'], ['809-555-1234', '+18095551234'], ['(829) 555-1234', '+18295551234'], ['849 555 1234', '+18495551234'], ['1 809 555 1234', '+18095551234'], ['+1 809 555 1234', '+18095551234'], ['mi celular es 809-555-1234', '+18095551234'], ['809.555.1234', '+18095551234'], ['+34 912 345 678', '+34912345678'], ['18095551234', '+18095551234'],
      ['tel: 8095551234', '+18095551234'], ['whatsapp 829-555-1234', '+18295551234'], ['+52 55 1234 5678', '+525512345678'], ['call me at (305) 555-0123', '+13055550123', 'EN'], ['809 5551234', '+18095551234']],
    refuses: [['', 'EMPTY'], ['no', 'NOT_A_PHONE'], ['555-1234', 'NOT_A_PHONE'], ['123', 'NOT_A_PHONE'], ['809-555-123', 'NOT_A_PHONE'], ['000-000-0000', 'NOT_A_PHONE'], ['8095551234 o 8295551234', 'SEVERAL'], ['ana@correo.com', 'NOT_A_PHONE'], ['12345678901234567890', 'NOT_A_PHONE'], ['después', 'NOT_A_PHONE']],
  },
  {
    answer: { type: 'CEDULA' },
    takes: [['00113918205', '00113918205'], ['001-1391820-5', '00113918205'], ['001 1391820 5', '00113918205'], ['mi cédula es 001-1391820-5', '00113918205'], ['001.1391820.5', '00113918205'], ['cedula:00113918205', '00113918205'], [' 00113918205 ', '00113918205'], ['22400022111', '22400022111'], ['224-0002211-1', '22400022111'], ['0 0 1 1 3 9 1 8 2 0 5', '00113918205'],
      ['001–1391820–5', '00113918205'], ['la 22400022111 gracias', '22400022111'], ['001-1391820-5 y mi tel es 809-555-1234', '00113918205'], ['00113918205, 00113918205', '00113918205'], ['It is 001-1391820-5', '00113918205', 'EN']],
    refuses: [['', 'EMPTY'], ['no la tengo', 'NOT_A_CEDULA'], ['00113918204', 'WRONG_CHECK_DIGIT'], ['001-1391820-6', 'WRONG_CHECK_DIGIT'], ['00000000000', 'WRONG_CHECK_DIGIT'], ['0011391820', 'WRONG_LENGTH'], ['001139182055', 'WRONG_LENGTH'], ['101850043', 'WRONG_LENGTH'], ['123', 'NOT_A_CEDULA'], ['00113918205 o 22400022111', 'SEVERAL'], ['pasaporte RD1234567', 'WRONG_LENGTH']],
  },
  {
    answer: { type: 'RNC' },
    takes: [['101850043', '101850043'], ['1-01-85004-3', '101850043'], ['101-85004-3', '101850043'], ['1 01 85004 3', '101850043'], ['RNC 101850043', '101850043'], ['rnc: 1-01-85004-3', '101850043'], ['131246796', '131246796'], ['1-31-24679-6', '131246796'], ['el rnc es 101850043.', '101850043'], ['101.85004.3', '101850043'], [' 101850043 ', '101850043'],
      ['401506254', '401506254'], ['4-01-50625-4', '401506254'], ['RNC101850043', '101850043'], ['our RNC is 101850043', '101850043', 'EN']],
    refuses: [['', 'EMPTY'], ['no tengo', 'NOT_AN_RNC'], ['101850042', 'WRONG_CHECK_DIGIT'], ['1-01-85004-4', 'WRONG_CHECK_DIGIT'], ['000000000', 'WRONG_CHECK_DIGIT'], ['10185004', 'WRONG_LENGTH'], ['1018500433', 'WRONG_LENGTH'], ['00113918205', 'WRONG_LENGTH'], ['12', 'NOT_AN_RNC'], ['101850043 y 131246796', 'SEVERAL']],
  },
  {
    answer: { type: 'DOCUMENT' },
    takes: [['00113918205', '00113918205'], ['101850043', '101850043'], ['001-1391820-5', '00113918205'], ['1-01-85004-3', '101850043'], ['cédula 224-0002211-1', '22400022111'], ['RNC 131246796', '131246796'], ['es la 00113918205', '00113918205'], ['401506254', '401506254'], ['001 1391820 5', '00113918205'], ['101 85004 3', '101850043'],
      ['22400022111', '22400022111'], ['mi rnc: 101850043', '101850043'], ['131246796 gracias', '131246796'], ['document 00113918205', '00113918205', 'EN'], ['  101850043', '101850043']],
    refuses: [['', 'EMPTY'], ['ninguno', 'NOT_A_DOCUMENT'], ['00113918204', 'WRONG_CHECK_DIGIT'], ['101850042', 'WRONG_CHECK_DIGIT'], ['1234567', 'WRONG_LENGTH'], ['0011391820', 'WRONG_LENGTH'], ['00113918205 101850043 x', 'WRONG_LENGTH'], ['00113918205 y 101850043', 'SEVERAL'], ['000000000', 'WRONG_CHECK_DIGIT'], ['00000000000', 'WRONG_CHECK_DIGIT'], ['abc', 'NOT_A_DOCUMENT']],
  },
  {
    answer: { type: 'YES_NO' },
    takes: [['sí', true], ['Si', true], ['SÍ!!!', true], ['claro', true], ['claro que sí', true], ['dale', true], ['ok', true], ['sip', true], ['cómo no', true], ['por supuesto', true], ['sí, por favor', true], ['está bien', true], ['👍', true], ['👍🏽', true], ['yes', true, 'EN'], ['yeah, sure', true, 'EN'], ['bueno, dale', true], ['no hay problema', true], ['ya', true], ['así es', true], [{ optionId: 'yes' }, true], ['sí quiero que me llamen', true],
      ['no', false], ['No.', false], ['no gracias', false], ['nop', false], ['nope', false, 'EN'], ['claro que no', false], ['para nada', false], ['mejor no', false], ['👎', false], ['❌', false], ['todavía no', false], ['no, thank you', false, 'EN'], ['not yet', false, 'EN'], ['ok no', false], [{ optionId: 'no' }, false], ['no me llegó', false], ['creo que no', false]],
    refuses: [['', 'EMPTY'], ['   ', 'EMPTY'], ['no sé', 'NOT_YES_OR_NO'], ['tal vez', 'NOT_YES_OR_NO'], ['sí y no', 'NOT_YES_OR_NO'], ['¿cuánto cuesta?', 'NOT_YES_OR_NO'], ['y cuánto cuesta', 'NOT_YES_OR_NO'], ['no entiendo', 'NOT_YES_OR_NO'], ['👍👎', 'NOT_YES_OR_NO'], ['maybe', 'NOT_YES_OR_NO', 'EN'], ['I do not know', 'NOT_YES_OR_NO', 'EN'], ['si me dice el precio', 'NOT_YES_OR_NO'], ['hola', 'NOT_YES_OR_NO'], ['gracias', 'NOT_YES_OR_NO'], [{ files: [photo] }, 'EMPTY']],
  },
  {
    answer: { type: 'CHOICE', options: places },
    takes: [[{ optionId: 'card' }, 'card'], [{ optionId: 'loan', text: 'Préstamo' }, 'loan'], ['savings', 'savings'], ['1', 'savings'], ['2.', 'card'], ['4️⃣', 'loan'], ['la 2', 'card'], ['opción 3', 'debit'], ['la segunda', 'card'], ['el último', 'loan'], ['dos', 'card'], ['la primera por favor', 'savings'], ['prestamo', 'loan'], ['PRÉSTAMOS', 'loan'], ['un préstamo, por favor', 'loan'], ['ahorros', 'savings'], ['ahorro', 'savings'], ['alcancia', 'savings'],
      ['credito', 'card'], ['quiero la tarjeta de débito', 'debit'], ['tarjeta de credto', 'card'], ['prestmo', 'loan'], ['Savings account', 'savings'], ['credit card please', 'card', 'EN'], ['the second one', 'card', 'EN'], ['number 4', 'loan', 'EN'], ['the last one', 'loan', 'EN'], ['quiero información de mi préstamo', 'loan'], ['una', 'savings']],
    refuses: [['', 'EMPTY'], ['tarjeta', 'SEVERAL'], ['hola', 'NOT_AN_OPTION'], ['5', 'NOT_AN_OPTION'], ['0', 'NOT_AN_OPTION'], ['ninguna', 'NOT_AN_OPTION'], ['no quiero préstamo', 'NOT_AN_OPTION'], ['cuenta corriente nueva', 'NOT_AN_OPTION'], [{ optionId: 'other' }, 'NOT_AN_OPTION'], ['crédito y débito', 'NOT_AN_OPTION'], ['2000000', 'NOT_AN_OPTION'], [{ files: [photo] }, 'EMPTY']],
  },
  {
    answer: { type: 'FILE', accept: 'DOCUMENT' },
    takes: [[{ files: [pdf] }, pdf], [{ files: [photo, pdf] }, pdf], [{ files: [{ ...pdf, type: 'text/plain' }] }, { ...pdf, type: 'text/plain' }], [{ text: 'aquí está', files: [pdf] }, pdf], [{ files: [pdf, { ...pdf, id: 'x' }] }, pdf], ...['application/msword', 'application/zip', 'TEXT/CSV', 'application/vnd.ms-excel', 'application/json', 'text/html', 'application/rtf', 'application/octet-stream', 'text/markdown', 'application/xml'].map((type): [Said, Json] => [{ files: [{ ...pdf, type }] }, { ...pdf, type }])],
    refuses: [['', 'NO_FILE'], ['aquí está', 'NO_FILE'], [{ files: [photo] }, 'WRONG_FILE'], [{ files: [voice] }, 'WRONG_FILE'], [{ files: [photo, voice] }, 'WRONG_FILE'], [{ files: [{ ...pdf, type: 'video/mp4' }] }, 'WRONG_FILE'], [{ files: [{ ...pdf, type: '' }] }, 'WRONG_FILE'], ['carta.pdf', 'NO_FILE'], [{ optionId: 'x' }, 'NO_FILE'], [{ location: { latitude: 1, longitude: 1 } }, 'NO_FILE'], ['no', 'NO_FILE']],
  },
  {
    answer: { type: 'FILE', accept: 'IMAGE' },
    takes: [[{ files: [photo] }, photo], [{ files: [pdf, photo] }, photo], ...['image/png', 'image/webp', 'image/gif', 'IMAGE/HEIC', 'image/heif', 'image/bmp', 'image/tiff', 'image/svg+xml', 'image/avif', 'image/x-icon', 'image/jp2', 'image/jxl', 'image/apng'].map((type): [Said, Json] => [{ files: [{ ...photo, type }] }, { ...photo, type }])],
    refuses: [['foto', 'NO_FILE'], ['', 'NO_FILE'], [{ files: [pdf] }, 'WRONG_FILE'], [{ files: [voice] }, 'WRONG_FILE'], [{ files: [{ ...photo, type: 'video/mp4' }] }, 'WRONG_FILE'], [{ files: [{ ...photo, type: 'jpeg' }] }, 'WRONG_FILE'], [{ files: [pdf, voice] }, 'WRONG_FILE'], ['image/png', 'NO_FILE'], [{ optionId: '1' }, 'NO_FILE'], ['👍', 'NO_FILE']],
  },
  {
    answer: { type: 'LOCATION' },
    takes: [[{ location: { latitude: 18.48, longitude: -69.93 } }, { latitude: 18.48, longitude: -69.93 }], [{ location: { latitude: 0, longitude: 0, name: 'Aquí' } }, { latitude: 0, longitude: 0, name: 'Aquí' }], ...['18.48,-69.93', '18.48, -69.93', '18.48 -69.93', 'estoy en 18.48,-69.93', 'https://maps.google.com/?q=18.48,-69.93', 'https://www.google.com/maps/@18.48,-69.93,15z', 'https://maps.apple.com/?ll=18.48,-69.93', 'geo:18.48,-69.93', '(18.48, -69.93)', 'https://maps.google.com/?q=18.48%2C-69.93', '18.48 , -69.93', 'lat 18.48, -69.93', '18.480, -69.930'].map((text): [Said, Json] => [text, { latitude: 18.48, longitude: -69.93 }])],
    refuses: [['', 'NO_LOCATION'], ['mi casa', 'NO_LOCATION'], ['Calle El Sol 5, Santiago', 'NO_LOCATION'], ['91.00,10.00', 'NO_LOCATION'], ['18.48,-190.00', 'NO_LOCATION'], ['18.48', 'NO_LOCATION'], ['1.5, 2', 'NO_LOCATION'], [{ files: [photo] }, 'NO_LOCATION'], ['18,48', 'NO_LOCATION'], ['100.50', 'NO_LOCATION'], ['https://maps.google.com', 'NO_LOCATION']],
  },
  {
    answer: { type: 'ENTITY', entity: 'product' },
    takes: (['cuenta', 5, true, ['a'], { a: 1 }, false, 0, 'x', 'y', -1, [], {}, 'z', '', 'w'] as Json[]).map((value): [Said, Json] => [{ text: 'algo', entities: { product: value } }, value]),
    refuses: [['', 'EMPTY'], ['algo', 'NOT_UNDERSTOOD'], [{ text: 'algo', entities: { other: 'x' } }, 'NOT_UNDERSTOOD'], [{ text: 'algo', entities: { product: null } }, 'NOT_UNDERSTOOD'], [{ entities: { product: null } }, 'EMPTY'], [{ files: [photo] }, 'EMPTY'], ['product', 'NOT_UNDERSTOOD'], ['cuenta', 'NOT_UNDERSTOOD'], ['¿?', 'NOT_UNDERSTOOD'], [{ text: 'x', intent: { name: 'product', confidence: 1 } }, 'NOT_UNDERSTOOD']],
  },
]

describe.each(cases)('of $answer', ({ answer, takes, refuses }) => {
  test.each(takes)('%j is taken as %j', (said, value, language = 'ES') => {
    expect(takeAnswer(answer, heard(said), at(language))).toEqual({ ok: true, value })
  })
  test.each(refuses)('%j is refused: %s', (said, reason, language = 'ES') => {
    expect(takeAnswer(answer, heard(said), at(language))).toEqual({ ok: false, reason })
  })
  test('there are examples enough', () => {
    expect(takes.length).toBeGreaterThanOrEqual(15)
    expect(refuses.length).toBeGreaterThanOrEqual(10)
  })
})

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''))
const holds = (type: 'CEDULA' | 'RNC', number: string) => takeAnswer({ type }, heard(number), at('ES')).ok
const completed = (type: 'CEDULA' | 'RNC', start: string) => [...'0123456789'].map(digit => start + digit).find(number => holds(type, number))
const changed = (number: string, at: number, to: string) => number.slice(0, at) + to + number.slice(at + 1)

test('a cédula with one digit wrong is found, wherever it is', () => {
  fc.assert(fc.property(digits(10), fc.nat(10), fc.nat(8), (start, place, step) => {
    const number = completed('CEDULA', start)
    fc.pre(number !== undefined)
    const wrong = String((Number(number[place]) + 1 + step) % 10)
    expect(holds('CEDULA', changed(number, place, wrong))).toBe(false)
  }))
})

test('a cédula with two neighbours swapped is found, save for 0 and 9, which Luhn’s formula cannot tell apart', () => {
  fc.assert(fc.property(digits(10), fc.nat(9), (start, place) => {
    const number = completed('CEDULA', start)
    fc.pre(number !== undefined && number[place] !== number[place + 1])
    const [one, other] = [number[place]!, number[place + 1]!]
    const blind = new Set([one, other]).has('0') && new Set([one, other]).has('9')
    expect(holds('CEDULA', changed(changed(number, place, other), place + 1, one))).toBe(blind)
  }))
})

const WEIGHTS = [7, 9, 8, 6, 5, 4, 3, 2]
const restOf = (number: string) => WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(number[place]), 0) % 11
/** Eleven rests share nine digits: these two pairs have one each. */
const sharesDigit = (one: number, other: number) => [[0, 9], [1, 10]].some(pair => pair.includes(one) && pair.includes(other))

test('an RNC with one digit wrong is found, save where two rests share a check digit', () => {
  fc.assert(fc.property(digits(8), fc.nat(8), fc.nat(8), (start, place, step) => {
    const number = completed('RNC', start)
    fc.pre(number !== undefined)
    const other = changed(number, place, String((Number(number[place]) + 1 + step) % 10))
    expect(holds('RNC', other)).toBe(place < 8 && sharesDigit(restOf(number), restOf(other)))
  }))
})

test('an RNC with two of its first eight digits swapped is found, save where two rests share a check digit', () => {
  fc.assert(fc.property(digits(8), fc.nat(6), (start, place) => {
    const number = completed('RNC', start)
    fc.pre(number !== undefined && number[place] !== number[place + 1])
    const other = changed(changed(number, place, number[place + 1]!), place + 1, number[place]!)
    expect(holds('RNC', other)).toBe(sharesDigit(restOf(number), restOf(other)))
  }))
})

const refusals: Refusal[] = [
  'EMPTY', 'SEVERAL', 'TOO_SHORT', 'TOO_LONG', 'TOO_SMALL', 'TOO_LARGE', 'NOT_A_NUMBER', 'NOT_WHOLE', 'NOT_MONEY', 'WRONG_CURRENCY', 'NOT_A_DATE', 'NOT_ONE_DAY', 'TOO_EARLY', 'TOO_LATE', 'NOT_A_TIME', 'NOT_ONE_TIME',
  'NOT_AN_EMAIL', 'NOT_A_PHONE', 'NOT_A_CEDULA', 'NOT_AN_RNC', 'NOT_A_DOCUMENT', 'WRONG_LENGTH', 'WRONG_CHECK_DIGIT', 'NOT_YES_OR_NO', 'NOT_AN_OPTION', 'NO_FILE', 'WRONG_FILE', 'NO_LOCATION', 'NOT_UNDERSTOOD',
]

test.each(cases)('whatever is said to $answer, it is taken or refused with words for it', ({ answer }) => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('1'.repeat(4000), '@'.repeat(4000), '1.'.repeat(2000), 'no '.repeat(1000), '-'.repeat(999)))
  fc.assert(fc.property(text, fc.constantFrom<Language>('ES', 'EN'), fc.option(fc.string()), (said, language, optionId) => {
    const result = takeAnswer(answer, heard({ text: said, optionId }), at(language))
    if (!result.ok) expect(problemText(result.reason, answer, language).length).toBeGreaterThan(5)
  }))
})

test('every refusal has words in both languages, for whatever was asked', () => {
  const types: AnswerType[] = cases.map(({ answer }) => answer.type)
  expect(new Set(types).size).toBe(15)
  for (const { answer } of cases) {
    for (const reason of refusals) {
      expect(problemText(reason, answer, 'ES')).not.toBe(problemText(reason, answer, 'EN'))
    }
  }
  expect(problemText('TOO_SMALL', { type: 'MONEY', currency: 'DOP', min: '100' }, 'ES')).toBe('Debe ser RD$ 100.00 o más.')
  expect(problemText('WRONG_CURRENCY', { type: 'MONEY', currency: 'USD' }, 'EN')).toBe('Please type the amount in US dollars.')
})

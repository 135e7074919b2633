/** A CSV that spreadsheets open: with a byte order mark, every cell quoted. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map(row => `${row.map(quoted).join(',')}\r\n`).join('')}`

const quoted = (cell: string) => `"${tame(cell).replaceAll('"', '""')}"`

// A spreadsheet runs what begins so as a formula; an apostrophe before it makes it text (OWASP, CSV injection).
const formula = /^['’]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

const tame = (cell: string) => formula.test(cell) ? `'${cell}` : cell

/** Undoes what keeps spreadsheets from running a cell, of our own exports and of others that do as much. */
export const bareCell = (cell: string): string => cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell

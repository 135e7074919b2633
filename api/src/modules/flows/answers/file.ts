import { refused, type Taker, taken } from './taking.ts'

const FITS = {
  ANY: () => true,
  IMAGE: (type: string) => type.startsWith('image/'),
  DOCUMENT: (type: string) => type.startsWith('application/') || type.startsWith('text/'),
}

/** The first that fits; a photo is no document, and voice is neither. */
export const takeFile: Taker<'FILE'> = ({ accept = 'ANY' }, { files }) => {
  if (files.length === 0) return refused('NO_FILE')
  const fitting = files.find(({ type }) => FITS[accept](type.toLowerCase()))
  return fitting ? taken({ id: fitting.id, name: fitting.name, type: fitting.type }) : refused('WRONG_FILE')
}

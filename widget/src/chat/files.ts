export const ACCEPT = 'image/png,image/jpeg,image/webp,image/gif,application/pdf'
const MOST = 5
const LARGEST = 10 * 1024 * 1024

export type FileRefusal = 'fileTooLarge' | 'fileTypeRefused' | 'fileTooMany'

/** Which files may join those chosen already, and why others may not. The server looks again, by content. */
export function admitFiles(chosen: File[], added: File[]): { files: File[]; refusal?: FileRefusal } {
  const known = added.filter(file => ACCEPT.split(',').includes(file.type))
  const small = known.filter(file => file.size <= LARGEST)
  const files = [...chosen, ...small].slice(0, MOST)
  if (known.length < added.length) return { files, refusal: 'fileTypeRefused' }
  if (small.length < known.length) return { files, refusal: 'fileTooLarge' }
  return files.length < chosen.length + small.length ? { files, refusal: 'fileTooMany' } : { files }
}

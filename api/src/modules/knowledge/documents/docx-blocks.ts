import { unzipSync, zipSync, type Unzipped } from 'fflate'
import mammoth from 'mammoth'
import type { DocumentBlock } from './document-blocks.ts'
import { htmlBlocks } from './html-blocks.ts'
import { ReadingProblem } from './reading-problem.ts'

const mostUnpacked = 50_000_000
/** All that words are in; pictures, fonts and programs stay packed. */
const needed = /^(?:\[Content_Types\]\.xml|_rels\/.*|word\/(?:_rels\/.*|[^/]+\.xml))$/
const styles = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"]

/** Reads what Word writes, by way of the page that it makes. */
export async function docxBlocks(content: Uint8Array): Promise<DocumentBlock[]> {
  const parts = unpacked(content)
  if (!parts['word/document.xml']) throw new ReadingProblem('WRONG_KIND', 'It is no Word document (.docx).')
  const buffer = Buffer.from(zipSync(parts, { level: 0 }))
  const { value } = await mammoth.convertToHtml({ buffer }, { styleMap: styles, externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) })
  return htmlBlocks(value)
}

/** Never more than it says it will be, and it may not say too much: so a bomb stays what it was. */
function unpacked(content: Uint8Array): Unzipped {
  if (isLocked(content)) throw new ReadingProblem('ENCRYPTED', 'It is locked with a password.')
  let bytes = 0
  try {
    return unzipSync(content, {
      filter({ name, originalSize }) {
        if (!needed.test(name)) return false
        bytes += originalSize
        if (bytes > mostUnpacked) throw new ReadingProblem('TOO_LARGE', `It has more than ${mostUnpacked} bytes when unpacked.`)
        return true
      },
    })
  } catch (error) {
    throw error instanceof ReadingProblem ? error : new ReadingProblem('WRONG_KIND', 'It is no Word document (.docx).', { cause: error })
  }
}

/** Word wraps what it encrypts into a container of its older kind. */
const isLocked = (content: Uint8Array) =>
  content[0] === 0xd0 && content[1] === 0xcf && Buffer.from(content.buffer, content.byteOffset, content.length).includes(Buffer.from('EncryptedPackage', 'utf16le'))

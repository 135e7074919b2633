import { DocumentReader } from '../documents/document-reader.ts'
import type { DocumentToRead } from '../documents/read-document.ts'
import { problemOf, ReadingProblem } from '../documents/reading-problem.ts'
import { KnownDocuments, type ReadingTools, type SourceRead, type SourceToRead } from './known-documents.ts'
import { readSite } from './site-reading.ts'
import { WebVisit } from './web-visit.ts'

/** Reads a source to its end and keeps what it brings. Throws a ReadingProblem or an OutsideProblem where that is nothing. */
export async function readSource(source: SourceToRead, tools: ReadingTools): Promise<SourceRead> {
  using reader = new DocumentReader()
  const documents = new KnownDocuments(reader, tools.store, await tools.store.hashes())
  const visit = new WebVisit(tools)
  switch (source.kind) {
    case 'SITEMAP': return readSite(source, { ...tools, visit, documents })
    case 'PAGE': return readPage(source, visit, documents)
    default: return readFile(source, documents)
  }
}

async function readPage({ url, language }: SourceToRead, visit: WebVisit, documents: KnownDocuments): Promise<SourceRead> {
  try {
    const { body, charset } = await visit.page(url!)
    const read = await documents.take({ key: url!, position: 0, url }, { kind: 'HTML', content: body, charset, name: url!, language })
    await documents.only([url!])
    return read
  } catch (error) {
    // Whoever does not want to be read does not want to be quoted either.
    if (problemOf(error)?.code === 'NOT_ALLOWED') await documents.only([])
    throw error
  }
}

async function readFile({ kind, file, language }: SourceToRead, documents: KnownDocuments): Promise<SourceRead> {
  if (!file) throw new ReadingProblem('UNREADABLE', 'The file is no longer there; send it again.')
  const { name, content } = file
  const read = await documents.take({ key: name, position: 0, url: null }, { kind: kind as DocumentToRead['kind'], content, name: name.replace(/\.[^.]{1,10}$/, ''), language })
  await documents.only([name])
  return read
}

import { forget } from '@botpro/ui/graphql/cache.ts'
import type { Cache, UpdateResolver } from '@urql/exchange-graphcache'
import { FaqsDocument, type FaqsQuery, type FaqsQueryVariables, type FaqsTable_FaqFragment as Faq } from '../../../contract/graphql.ts'

type Edge = FaqsQuery['faqs']['edges'][number]

/** Every list of questions that is on a screen or may come back to it. */
function changeLists(cache: Cache, change: (edges: Edge[], asked: FaqsQueryVariables) => Edge[]) {
  for (const { fieldName, arguments: asked } of cache.inspectFields('Query')) {
    if (fieldName !== 'faqs') continue
    cache.updateQuery({ query: FaqsDocument, variables: asked as FaqsQueryVariables }, data => {
      if (!data) return data
      const edges = change(data.faqs.edges, asked as FaqsQueryVariables)
      return { ...data, faqs: { ...data.faqs, edges, totalCount: data.faqs.totalCount + edges.length - data.faqs.edges.length } }
    })
  }
}

const lastChangedFirst = (one: Edge, other: Edge) =>
  other.node.changedAt.localeCompare(one.node.changedAt) || other.node.id.localeCompare(one.node.id)
const edgeOf = (node: Faq): Edge => ({ __typename: 'FaqEdge', cursor: node.id, node })
const fits = ({ language, state }: FaqsQueryVariables) => (faq: Faq) => (!language || faq.language === language) && (!state || faq.state === state)

const deleteFaqs: UpdateResolver = (result, _args, cache) => {
  const gone = new Set((result.deleteFaqs as { faqIds?: string[] }).faqIds)
  changeLists(cache, edges => edges.filter(({ node }) => !gone.has(node.id)))
}
/** Where a list is searched, only the server knows whether they belong in it: they show there when it is asked again. */
const restoreFaqs: UpdateResolver = (result, _args, cache) => {
  const { faqs = [] } = result.restoreFaqs as { faqs?: Faq[] }
  changeLists(cache, (edges, asked) => {
    const known = new Set(edges.map(({ node }) => node.id))
    const back = faqs.filter(fits(asked)).filter(({ id }) => !known.has(id))
    return asked.search || asked.after ? edges : [...edges, ...back.map(edgeOf)].toSorted(lastChangedFirst)
  })
}

/** What changes make of the lists that the screens show. */
export const faqUpdates: Record<string, UpdateResolver> = {
  deleteFaqs, restoreFaqs, createFaq: forget('faqs'), importFaqs: forget('faqs'),
}

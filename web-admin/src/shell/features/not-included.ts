import type { CombinedError } from '@urql/core'
import { allFeatures } from './feature-groups.ts'

type Texts = (key: string, named?: Record<string, unknown>) => string

/** Which feature the plan does not include, and of how many there is no more; nothing for other errors. */
export function explainNotIncluded({ graphQLErrors }: Pick<CombinedError, 'graphQLErrors'>, t: Texts): string | undefined {
  const { code, field, limit } = graphQLErrors[0]?.extensions ?? {}
  const feature = allFeatures.find(known => known === field)
  if (code !== 'NOT_INCLUDED' || !feature) return
  const name = t(`feature.name.${feature}`)
  return typeof limit === 'number' && limit > 0 ? t('feature.locked.noMore', { feature: name, amount: limit }) : t('feature.locked.not', { feature: name })
}

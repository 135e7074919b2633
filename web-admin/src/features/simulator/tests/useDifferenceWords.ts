import { useI18n } from 'vue-i18n'
import type { TestOutcome_BotTestOutcomeFragment as Outcome } from '../../../contract/graphql.ts'

/** What a test expected and what came, in the reader's language; in English where it was kept before it was kept in parts. */
export function useDifferenceWords() {
  const { t } = useI18n()
  return ({ difference, message }: { difference?: Outcome['difference']; message?: string | null }): string =>
    (difference ? t(`simulator.difference.${difference.kind}`, { expected: difference.expected, found: difference.found || t('simulator.difference.nothing'), subject: difference.subject ?? '' }) : message ?? '')
}

import { useAsk } from '@botpro/ui/graphql/useAsk.ts'
import { useLocalName } from '@botpro/ui/i18n/useLocalName.ts'
import { computed } from 'vue'
import { SurveyQuestionsDocument } from '../../contract/graphql.ts'
import { surveyWords } from './survey-words.ts'

/** The words of surveys in the language of the screen; keys until they are there. */
export function useSurveyWords() {
  const say = useLocalName()
  const { data } = useAsk({ query: SurveyQuestionsDocument, variables: {}, requestPolicy: 'cache-and-network' })
  return computed(() => surveyWords(data.value?.surveyQuestions ?? [], say))
}

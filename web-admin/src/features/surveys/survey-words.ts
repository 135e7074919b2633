import type { SurveyWords_SurveyQuestionFragment as Words } from '../../contract/graphql.ts'

interface Place { survey: string; question: string }
type Said = Words['text']

export interface SurveyWords {
  /** What a survey is called; its key where no bot has it any more. */
  survey(key: string): string
  question(place: Place): string
  option(place: Place, id: string): string
  /** In the order in which they are asked, those that nobody asks any more at the end. */
  inOrder<Asked extends Place>(questions: readonly Asked[]): Asked[]
}

/** The words of surveys. Answers and figures name them by their keys alone. */
export function surveyWords(known: readonly Words[], say: (name: Said | undefined) => string): SurveyWords {
  const at = ({ survey, question }: Place) => known.findIndex(one => one.survey === survey && one.question === question)
  const rank = (place: Place) => (at(place) === -1 ? known.length : at(place))
  return {
    survey: key => known.find(one => one.survey === key)?.surveyName ?? key,
    question: place => say(known[at(place)]?.text) || place.question,
    option: (place, id) => say(known[at(place)]?.options.find(option => option.id === id)?.title) || id,
    inOrder: questions => [...questions].sort((one, other) => rank(one) - rank(other)),
  }
}

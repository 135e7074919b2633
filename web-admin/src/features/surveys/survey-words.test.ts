import { expect, test } from 'vitest'
import type { SurveyWords_SurveyQuestionFragment as Words } from '../../contract/graphql.ts'
import { surveyWords } from './survey-words.ts'

const local = (es: string) => ({ __typename: 'LocalName' as const, es, en: null })
const known: Words[] = [
  { __typename: 'SurveyQuestion', survey: 'service', surveyName: 'Al despedirse', question: 'stars', type: 'CSAT', text: local('¿Qué tal?'), options: [] },
  { __typename: 'SurveyQuestion', survey: 'service', surveyName: 'Al despedirse', question: 'best', type: 'CHOICE', text: local('¿Lo mejor?'), options: [{ __typename: 'SurveyOption', id: 'kind', title: local('El trato') }] },
]
const words = surveyWords(known, name => name?.es ?? '')
const at = (question: string, survey = 'service') => ({ survey, question })

test('surveys, questions and options have the words that customers read', () => {
  expect([words.survey('service'), words.question(at('stars')), words.option(at('best'), 'kind')]).toEqual(['Al despedirse', '¿Qué tal?', 'El trato'])
})

test('what no bot asks any more keeps its key', () => {
  expect([words.survey('old'), words.question(at('gone')), words.question(at('stars', 'old')), words.option(at('best'), 'gone'), words.option(at('gone'), 'x')]).toEqual(['old', 'gone', 'stars', 'gone', 'x'])
})

test('questions stand in the order in which they are asked', () => {
  expect(words.inOrder([at('gone'), at('best'), at('stars')]).map(({ question }) => question)).toEqual(['stars', 'best', 'gone'])
})

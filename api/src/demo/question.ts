/** What customers ask a company, in words of theirs, and what its bot answers; Spanish. */
export interface Question {
  question: string
  wordings: string[]
  answer: string
}

export default {
  title: 'Satisfaction', text: 'What your customers answer when the bot asks them how it went.',
  span: '{from} to {until}', period: 'Period', periods: { 30: '30 days', 90: '90 days', 365: '1 year' }, survey: 'Survey', all: 'All surveys',
  empty: 'Nobody answered in this period', emptyText: 'Add a survey step to a flow of your bot, for example when a customer has been served. Answers will show here.',
  note: 'Weeks begin on Monday. Each conversation answers each question once.',
  cards: { csat: 'Satisfaction (CSAT)', nps: 'Recommendation (NPS)', answers: 'Answers' },
  cardText: { csat: 'Answers of 4 and 5 among all', nps: 'Promoters less detractors, from −100 to +100', answers: 'To all questions' },
  type: { CSAT: 'CSAT', NPS: 'NPS', CHOICE: 'Choice', TEXT: 'Text' }, anyType: 'All questions', questionType: 'Kind of question',
  answered: 'No answers | 1 answer | {n} answers', distribution: 'How they answered', answer: 'Answer', byWeek: 'By week', week: 'Week', weekOf: 'From {day}',
  answersTitle: 'Answers', noAnswers: 'No answer of this kind', said: '“{text}”', openConversation: 'Open the conversation', visitor: 'Visitor {code}', botAlone: 'The bot alone',
}

import { answerFromKnowledge, buttons, flow, onIntent, option, t } from '../build/index.ts'

/** Questions of which ELENA knows what they are about: Q&A answers them, people where it cannot. */
export const questionsFlow = flow('questions', {
  name: 'Preguntas frecuentes',
  triggers: ['service_price', 'insurance_accepted', 'test_preparation', 'coverage_question', 'prescription_renewal', 'medical_records'].map(onIntent),
  summary: t('Preguntó: {{ message.text | default: "—" }}', 'Asked: {{ message.text | default: "—" }}'),
  steps: {
    answer: answerFromKnowledge({ answered: 'anything_else', unanswered: 'no_answer' }),
    no_answer: buttons({
      text: t('Esa respuesta no la tengo a mano. ¿Le comunico con una persona de nuestro equipo?', 'I do not have that answer at hand. Shall I pass you to someone on our team?'),
      options: {
        person: option(t('Sí, por favor', 'Yes, please'), 'to_person', { words: ['sí', 'si', 'yes'] }),
        menu: option(t('Ver el menú', 'See the menu'), 'to_menu', { words: ['no', 'menú'] }),
      },
    }),
  },
})

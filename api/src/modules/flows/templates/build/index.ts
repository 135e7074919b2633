export * as answers from './answers.ts'
export { buttons, answerFromKnowledge, appointment, ask, branch, call, end, handOff, jump, list, lookUp, option, payment, request, say, set, subFlow, survey, tag, verifyByCode, verifyByKnownData, wait, type Draft } from './steps.ts'
export { flow, type FlowDraft } from './flow.ts'
export { form, shownAs, valuesOf, variablesOf, type Field } from './form.ts'
export { botSettings } from './settings.ts'
export { t, type Text } from './text.ts'
export { atOnce, onEvent, onFirstMessage, onIntent, onLink, onWords, outOfHours } from './triggers.ts'
export { own, shared, texts } from './variables.ts'
export { all, any, is, isAs, literal, none, path, template } from './values.ts'
export {
  at, calls, conversation, endsWith, expects, handsOff, happens, isAtStep, offers, personReturns, says, saysNot, sendsFile, sendsPlace, tape, taps, timePasses, variable, writes,
} from './conversation.ts'

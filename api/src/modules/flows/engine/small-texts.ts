/** What the engine says by itself where nobody wrote better words. */
export const smallTexts = {
  ES: {
    yes: 'Sí', no: 'No', skip: 'Prefiero no contestar', choose: 'Elija una de estas opciones, por favor.',
    codeSent: 'Le enviamos un código. ¿Me lo escribe, por favor?', codeWrong: 'Ese código no es el correcto. Intente otra vez, por favor.',
    dataWrong: 'Esos datos no coinciden con los que tenemos. Intentemos otra vez.', wait: 'Deme un momento, por favor.',
    menuOver: 'Esa opción era de un menú anterior. Sigamos donde íbamos.',
  },
  EN: {
    yes: 'Yes', no: 'No', skip: 'I would rather not say', choose: 'Please choose one of these options.',
    codeSent: 'We sent you a code. Could you type it here, please?', codeWrong: 'That code is not right. Please try again.',
    dataWrong: 'That does not match what we have. Let’s try again.', wait: 'One moment, please.',
    menuOver: 'That option was of an earlier menu. Let’s go on where we were.',
  },
} as const

import { conversation, expects, handsOff, says, saysNot, sendsFile, taps, variable, writes } from '../../build/index.ts'
import { found, oneAccount, outOfOrder, stranger } from './people.ts'

const details = [writes('Ana Ejemplo Muestra'), writes('809-555-0199'), writes('ana@example.com'), writes('15/03/1985'), writes('Calle Primera 10, Gazcue, Santo Domingo'), taps('independent')]

export const onboardingTests = [
  conversation('onboarding-es', 'Una persona nueva se hace cliente con fotos de su cédula', { recordings: [found(stranger)] }, [
    writes('quiero hacerme cliente'),
    expects(says('¿Nos autoriza a usar sus datos')),
    taps('yes'), writes(stranger.typed), ...details,
    expects(says('foto del frente')),
    sendsFile('frente.jpg'),
    expects(says('una del dorso')),
    sendsFile('dorso.jpg'),
    expects(says('Fecha de nacimiento: 15/03/1985'), says('A qué se dedica: Por cuenta propia'), variable('idBack.name', 'dorso.jpg')),
    taps('send'),
    expects(says('¡Todo listo, Ana Ejemplo Muestra!'), says('Su número de solicitud es')),
  ]),
  conversation('onboarding-no-consent-en', 'En inglés: sin consentimiento no se guarda nada', { flow: 'onboarding', language: 'EN' }, [
    writes('no'),
    expects(says('I have kept nothing'), saysNot('full name')),
  ]),
  conversation('onboarding-already-es', 'A quien ya es cliente se le ofrece actualizar sus datos', { flow: 'onboarding', recordings: [found(oneAccount)] }, [
    taps('yes'), writes(oneAccount.typed),
    expects(says('ya está en nuestros registros')),
    taps('leave'),
    expects(says('¿Le puedo ayudar en algo más?')),
  ]),
  conversation('onboarding-not-a-photo-en', 'En inglés: en lugar de la foto llega texto', { flow: 'onboarding', language: 'EN', recordings: [found(stranger)] }, [
    taps('yes'), writes(stranger.typed), ...details,
    writes('I will send it later'),
    expects(says('I need a photo of the front')),
    sendsFile('front.jpg'),
    expects(says('one of the back')),
  ]),
  conversation('onboarding-down-es', 'Si el sistema falla, una persona sigue con la solicitud', { flow: 'onboarding', recordings: [found(outOfOrder)] }, [
    taps('yes'), writes(outOfOrder.typed),
    expects(handsOff()),
  ]),
]

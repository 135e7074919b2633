import { answers, ask, branch, buttons, flow, is, jump, list, literal, onIntent, onWords, option, own, path, say, set, subFlow, t } from '../build/index.ts'
import { payDueVariables } from '../common/pay-due.flow.ts'
import { askInstitution, citizenVariables } from './institution.ts'

export const renewalFlow = flow('renewal', {
  name: 'Renovar una licencia',
  description: 'Busca lo que vence, pregunta si algo cambió, registra la renovación y cobra la tasa por enlace.',
  variables: [
    ...citizenVariables, ...payDueVariables,
    own('licences', 'LIST', { personal: true }), own('licence', 'OBJECT', { personal: true }), own('changes', 'TEXT', { personal: true }), own('attachment', 'FILE', { personal: true }), own('renewal', 'OBJECT'),
  ],
  triggers: [
    onIntent('renew_license'),
    onWords(['renovar', 'renovación', 'se me venció', 'está por vencer', 'vencimiento'], ['renew', 'renewal', 'expired', 'about to expire']),
  ],
  summary: t(
    'Renovación.{% if holder %} Cédula o RNC: {{ holder | document }}.{% endif %}{% if licence %} {{ licence.name }} {{ licence.number }}, vence el {{ licence.expiresOn | date }}.{% endif %}{% if changes %} Cambios: {{ changes }}{% endif %}',
    'Renewal.{% if holder %} Cédula or RNC: {{ holder | document }}.{% endif %}{% if licence %} {{ licence.name }} {{ licence.number }}, expires on {{ licence.expiresOn | date }}.{% endif %}{% if changes %} Changes: {{ changes }}{% endif %}',
  ),
  steps: {
    identify: subFlow('identify_citizen', { results: { holder: 'holder' }, next: 'find', failed: 'anything_else' }),
    find: askInstitution('find_expiring', { document: path('holder') }, { save: [{ from: 'licences', to: 'licences' }], next: 'any_found' }),
    any_found: branch({ several: { when: is('licences[1]', 'IS_SET'), to: 'which' }, one: { when: is('licences[0]', 'IS_SET'), to: 'take_it' } }, 'nothing', { name: '¿Vence algo?' }),
    nothing: buttons({
      text: t('No tiene licencias ni permisos por vencer. ¿Desea solicitar uno nuevo?', 'You have no licences or permits about to expire. Would you like to request a new one?'),
      options: {
        request: option(t('Sí, solicitar', 'Yes, request one'), 'request', { words: ['sí', 'si', 'yes'] }),
        person: option(t('Hablar con alguien', 'Talk to someone'), 'to_person'),
        no: option(t('No, gracias', 'No, thank you'), 'anything_else', { words: ['no'] }),
      },
    }),
    request: jump('service_request', { serviceKey: literal(null) }),
    take_it: set({ licence: path('licences[0]') }, 'this_one', { name: 'La única' }),
    which: list({
      text: t('Esto es lo que vence pronto. ¿Cuál desea renovar?', 'This is what expires soon. Which one would you like to renew?'),
      items: {
        list: 'licences', title: t('{{ item.title | truncate: 20 }}', '{{ item.title | truncate: 20 }}'), most: 9, to: 'this_one',
        description: t('{{ item.number }}, {% if item.expired %}venció{% else %}vence{% endif %} el {{ item.expiresOn | date }}', '{{ item.number }}, {% if item.expired %}expired{% else %}expires{% endif %} on {{ item.expiresOn | date }}'),
      },
      options: { none: option(t('Ninguna por ahora', 'None for now'), 'anything_else', { words: ['no', 'ninguna'] }) },
      saveAs: 'licence',
    }),
    this_one: buttons({
      text: t(
        'Su {{ licence.name | downcase }} {{ licence.number }} {% if licence.expired %}venció{% else %}vence{% endif %} el {{ licence.expiresOn | date }}. Renovarla cuesta {{ licence.fee | money }}. ¿Ha cambiado algo: dirección, nombre o actividad?',
        'Your {{ licence.name | downcase }} {{ licence.number }} {% if licence.expired %}expired{% else %}expires{% endif %} on {{ licence.expiresOn | date }}. Renewing it costs {{ licence.fee | money }}. Has anything changed: address, name or activity?',
      ),
      options: {
        same: option(t('Todo sigue igual', 'Nothing has changed'), 'unchanged', { words: ['no', 'igual', 'nothing'] }),
        changed: option(t('Sí, algo cambió', 'Yes, something has'), 'changes', { words: ['sí', 'si', 'yes'] }),
        leave: option(t('Dejarlo así', 'Leave it'), 'left'),
      },
    }),
    unchanged: set({ changes: literal(null), attachment: literal(null) }, 'sure', { name: 'Sin cambios' }),
    changes: ask({ text: t('¿Qué cambió? Escríbalo en pocas palabras.', 'What has changed? A few words will do.'), answer: answers.freeText(3, 500), saveAs: 'changes', next: 'attachment' }),
    attachment: ask({
      text: t('Envíeme una foto o archivo que lo muestre, por ejemplo un contrato o una factura de servicios.', 'Send me a photo or file that shows it, such as a lease or a utility bill.'),
      notUnderstood: t('Necesito una foto o un archivo. Si no lo tiene a mano, escriba otra vez y seguimos sin él.', 'I need a photo or a file. If you do not have it at hand, write once more and we will go on without it.'),
      answer: answers.file, saveAs: 'attachment', retries: 1, next: 'sure', failed: 'no_file',
    }),
    no_file: set({ attachment: literal(null) }, 'file_later', { name: 'Sin documento por ahora' }),
    file_later: say(t('De acuerdo. Podrá enviarlo luego con el número de la renovación.', 'All right. You can send it later with the number of your renewal.'), 'sure'),
    sure: buttons({
      text: t('¿Registro la renovación de {{ licence.number }}{% if changes %} con el cambio «{{ changes }}»{% endif %}?', 'Shall I register the renewal of {{ licence.number }}{% if changes %} with the change “{{ changes }}”{% endif %}?'),
      options: {
        yes: option(t('Sí, renovar', 'Yes, renew'), 'renew', { words: ['sí', 'si', 'yes'] }),
        back: option(t('Corregir', 'Fix it'), 'this_one', { words: ['cambiar', 'change'] }),
        no: option(t('Dejarlo así', 'Leave it'), 'left', { words: ['no'] }),
      },
    }),
    renew: askInstitution('renew', { document: path('holder'), licence: path('licence.number'), service: path('licence.service'), changes: path('changes'), attachment: path('attachment') }, {
      saveAs: 'renewal', waitText: t('Un momento, la estoy registrando.', 'One moment, I am registering it.'), next: 'registered',
    }),
    registered: say(t('Listo, su renovación tiene el número *{{ renewal.number }}*. Falta pagar la tasa de {{ renewal.fee | money }}.', 'Done, your renewal is number *{{ renewal.number }}*. What remains is the fee of {{ renewal.fee | money }}.'), 'pay'),
    pay: subFlow('pay_due', {
      parameters: { dueNumber: path('renewal.number'), dueTitle: path('licence.name'), dueAmount: path('renewal.fee') }, results: { outcome: 'outcome' }, next: 'was_paid', failed: 'anything_else',
    }),
    was_paid: branch({ paid: { when: is('outcome', 'EQUALS', 'PAID'), to: 'done' }, unpaid: { when: is('outcome', 'EQUALS', 'UNPAID'), to: 'unpaid' } }, 'anything_else', { name: '¿Se pagó?' }),
    done: say(t('Su licencia renovada debe estar lista el {{ renewal.readyOn | date }}. Le avisaremos por aquí.', 'Your renewed licence should be ready on {{ renewal.readyOn | date }}. We will let you know here.'), 'anything_else'),
    unpaid: say(t('Su renovación queda guardada. Cuando quiera pagarla, escríbame «pagar» y use el número {{ renewal.number }}.', 'Your renewal is kept. Whenever you want to pay it, write “pay” and use number {{ renewal.number }}.'), 'anything_else'),
    left: say(t('De acuerdo, no registré nada. Recuerde que vence el {{ licence.expiresOn | date }}.', 'All right, I have registered nothing. Remember that it expires on {{ licence.expiresOn | date }}.'), 'anything_else'),
  },
})

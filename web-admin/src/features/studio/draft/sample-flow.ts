import type { Flow, Step } from '@botpro/graphql/flows'

export const sampleFlow = (key: string): Flow => {
  const count = Number(/(\d+)$/.exec(key)?.[1] ?? 0)
  return count ? bigFlow(count) : balance
}

const balance: Flow = {
  key: 'balance', name: 'Consultar balance', start: 'menu',
  variables: [
    { name: 'cedula', type: 'TEXT', scope: 'FLOW', personal: true },
    { name: 'balance', type: 'MONEY', scope: 'FLOW' },
    { name: 'accounts', type: 'LIST', scope: 'FLOW' },
  ],
  triggers: [{ id: 'first', kind: 'FIRST_MESSAGE' }, { id: 'words', kind: 'KEYWORD', words: { ES: ['balance', 'saldo'], EN: ['balance'] } }],
  steps: [
    { id: 'menu', kind: 'MENU', position: { x: 0, y: 0 }, next: { saldo: 'ask', persona: 'person' }, style: 'BUTTONS', text: { ES: 'Hola, {{ contact.name }}. ¿En qué le podemos ayudar?', EN: 'Hello, {{ contact.name }}. How can we help?' }, options: [{ id: 'saldo', title: { ES: 'Consultar mi balance', EN: 'My balance' } }, { id: 'horario', title: { ES: 'Horarios y sucursales', EN: 'Hours and branches' } }, { id: 'persona', title: { ES: 'Hablar con una persona', EN: 'Talk to a person' } }] },
    { id: 'ask', kind: 'ASK', position: { x: 360, y: -80 }, next: { answered: 'call' }, text: { ES: 'Escriba su número de cédula.' }, answer: { type: 'CEDULA' }, saveAs: 'cedula' },
    { id: 'call', kind: 'CALL', position: { x: 720, y: -120 }, next: { done: 'branch', failed: 'person' }, connector: 'core', operation: 'balance', input: { document: { path: 'cedula' } }, save: [{ from: 'balance', to: 'balance' }] },
    { id: 'branch', kind: 'BRANCH', position: { x: 1080, y: -180 }, next: { negative: 'person', otherwise: 'say' }, rules: [{ id: 'negative', name: 'En sobregiro', when: { all: [{ left: 'balance', operator: 'LESS', right: { literal: { amount: '0.00', currency: 'DOP' } } }] } }] },
    { id: 'say', kind: 'SAY', position: { x: 1440, y: -240 }, next: { done: 'end' }, messages: [{ kind: 'TEXT', text: { ES: 'Su balance es {{ balance | money }}.', EN: 'Your balance is {{ balance | money }}.' } }] },
    { id: 'end', kind: 'END', position: { x: 1800, y: -220 }, next: {}, outcome: 'balance-told' },
    { id: 'person', kind: 'HAND_OFF', position: { x: 1440, y: 60 }, next: {}, text: { ES: 'Enseguida le atiende una persona.', EN: 'A person will be with you in a moment.' }, priority: 'HIGH', summary: { ES: 'Cédula: {{ cedula }}' } },
  ],
}

function bigFlow(count: number): Flow {
  const steps = Array.from({ length: count }, (_, n): Step => {
    const id = `s${n}`
    const position = { x: Math.floor(n / 10) * 380, y: (n % 10) * 220 }
    const [one, two, three] = [1, 10, 11].map(by => (n + by < count ? `s${n + by}` : undefined))
    if (n % 3 === 0) return { id, kind: 'MENU', position, next: { ...(two ? { a: two } : {}), ...(three ? { b: three } : {}) }, style: 'BUTTONS', text: { ES: `Elija una opción del paso ${n}`, EN: `Choose an option of step ${n}` }, options: [{ id: 'a', title: { ES: 'Cuentas', EN: 'Accounts' } }, { id: 'b', title: { ES: 'Tarjetas', EN: 'Cards' } }] }
    if (n % 3 === 1) return { id, kind: 'ASK', position, next: two ? { answered: two } : {}, text: { ES: `Escriba el dato número ${n}` }, answer: { type: 'NUMBER' }, saveAs: 'answer' }
    return { id, kind: 'SAY', position, next: one ? { done: one } : {}, messages: [{ kind: 'TEXT', text: { ES: `Mensaje ${n}: gracias por escribirnos, {{ contact.name }}.`, EN: `Message ${n}: thank you for writing, {{ contact.name }}.` } }] }
  })
  return { key: `big-${count}`, name: `Flujo de ${count} pasos`, start: 's0', variables: [], triggers: [], steps }
}

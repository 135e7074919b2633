import { end, handOff, jump, type Draft } from './steps.ts'
import { t, type Text } from './text.ts'

/**
 * Steps that a flow gets when one of its steps leads there and it writes none of that name: `lost` after too many answers
 * that could not be taken, `trouble` when a system fails, `to_person`, `to_menu`, `anything_else` and `gave_up`. A flow that is
 * part of others never jumps away, or what follows it there would be done all the same: it ends as failed.
 */
export const standardSteps = (summary: Text, isPart: boolean): Record<string, Draft> => {
  const next = isPart ? 'gave_up' : 'to_menu'
  return {
    lost: handOff({
      name: 'No nos entendimos',
      text: t(
        'Disculpe, parece que no le estoy entendiendo bien. Le comunico con una persona de nuestro equipo.',
        'I am sorry, I do not seem to be following. I am passing you to someone on our team.',
      ),
      summary, next,
    }),
    trouble: handOff({
      name: 'El sistema no responde',
      text: t(
        'Disculpe, en este momento no puedo consultar nuestro sistema. Una persona de nuestro equipo le atenderá y ya tendrá sus datos a mano.',
        'I am sorry, I cannot reach our system at the moment. Someone on our team will help you, and will have your details at hand.',
      ),
      priority: 'HIGH', summary, next,
    }),
    to_person: handOff({
      name: 'Atención personal',
      text: t(
        'Con mucho gusto. Le comunico con una persona de nuestro equipo, que ya tendrá sus datos a mano.',
        'Of course. I am passing you to someone on our team, who will have your details at hand.',
      ),
      summary, next,
    }),
    to_menu: jump('main_menu'),
    anything_else: jump('anything_else'),
    gave_up: end('not_done', { failed: true }),
  }
}

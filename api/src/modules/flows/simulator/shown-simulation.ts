import type { Simulation } from './simulation.ts'

/** A simulation as the contract has it. */
export function shownSimulation({ played, state, asked, heard, variables, problem }: Simulation) {
  const waiting = state.runs.find(({ place }) => place === 'FOREGROUND')?.state.frames.at(-1)
  const handOff = played.effects.findLast(effect => effect.kind === 'HAND_OFF')
  return {
    __typename: 'BotSimulation' as const, state, asked, heard, variables, problem, trace: played.visits, endings: played.endings,
    at: new Date(state.now), isHandedOff: state.isHandedOff, isClosed: state.isClosed,
    standsAt: waiting ? { flow: waiting.flow, step: waiting.step } : null,
    handOff: handOff ? { queue: handOff.queue, summary: handOff.summary } : null,
    says: played.says.map(({ text, menu, content = null, media = null, from }) => ({ text, content, media, from, menuStyle: menu?.style ?? null, options: menu?.options ?? [] })),
  }
}

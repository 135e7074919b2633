import type { BotContent, LocalMedia } from '@botpro/graphql/flows'

/** The files that a bot's flows show, each once. */
export const filesIn = ({ flows }: Pick<BotContent, 'flows'>): string[] => [...new Set(flows.flatMap(({ steps }) => steps.flatMap(step =>
  (step.kind === 'SAY' ? step.messages : []).flatMap(message => (message.kind === 'MEDIA' ? idsIn(message.source) : message.kind === 'CARD' ? idsIn(message.image) : [])))))]

const idsIn = (media: LocalMedia = {}) => Object.values(media).flatMap(source => (source && 'fileId' in source ? [source.fileId] : []))

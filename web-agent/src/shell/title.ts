const BADGE = /^\(\d+\+?\) /
export const withBadge = (title: string, count: number) =>
  `${count > 0 ? `(${count > 99 ? '99+' : count}) ` : ''}${title.replace(BADGE, '')}`

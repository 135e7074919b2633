/** A figure as it stands in the suite, and the whole one: `FULL_FIGURES=1 npx -y pnpm@12 test channel-crash` takes minutes. */
export const figure = (inSuite: number, whole: number): number => (process.env['FULL_FIGURES'] ? whole : inSuite)

import { ReportResolver } from './report.resolver.ts'

/** For the composition root. */
export const reportResolvers = (): object[] => [new ReportResolver()]

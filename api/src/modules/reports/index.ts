import { MoodAttentionResolver, MoodReportResolver } from './mood.resolver.ts'
import { ReportResolver } from './report.resolver.ts'

/** For the composition root. */
export const reportResolvers = (): object[] => [new ReportResolver(), new MoodReportResolver(), new MoodAttentionResolver()]

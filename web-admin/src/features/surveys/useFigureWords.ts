import { useFormat } from '@botpro/ui/format/useFormat.ts'

/** Figures as people read them: `86 %`, `+42`, and a dash where nobody answered. */
export function useFigureWords() {
  const format = useFormat()
  return {
    csatOf: (csat: number | null) => (csat === null ? '—' : format.value.percent(csat / 100)),
    npsOf: (nps: number | null) => (nps === null ? '—' : `${nps > 0 ? '+' : ''}${format.value.number(Math.round(nps))}`),
  }
}

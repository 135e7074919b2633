import type { Holiday } from '../modules/tenancy/index.ts'

/** Days off in the Dominican Republic, as moved by law 139-97. */
export const dominicanHolidays: Holiday[] = [
  { date: '2026-01-01', name: 'Año Nuevo' },
  { date: '2026-01-05', name: 'Santos Reyes' },
  { date: '2026-01-21', name: 'Nuestra Señora de la Altagracia' },
  { date: '2026-01-26', name: 'Natalicio de Juan Pablo Duarte' },
  { date: '2026-02-27', name: 'Independencia Nacional' },
  { date: '2026-04-03', name: 'Viernes Santo' },
  { date: '2026-05-04', name: 'Día del Trabajo' },
  { date: '2026-06-04', name: 'Corpus Christi' },
  { date: '2026-08-16', name: 'Restauración' },
  { date: '2026-09-24', name: 'Nuestra Señora de las Mercedes' },
  { date: '2026-11-09', name: 'Constitución' },
  { date: '2026-12-25', name: 'Navidad' },
  { date: '2027-01-01', name: 'Año Nuevo' },
  { date: '2027-01-04', name: 'Santos Reyes' },
  { date: '2027-01-21', name: 'Nuestra Señora de la Altagracia' },
  { date: '2027-01-25', name: 'Natalicio de Juan Pablo Duarte' },
  { date: '2027-02-27', name: 'Independencia Nacional' },
  { date: '2027-03-26', name: 'Viernes Santo' },
  { date: '2027-05-01', name: 'Día del Trabajo' },
  { date: '2027-05-27', name: 'Corpus Christi' },
  { date: '2027-08-16', name: 'Restauración' },
  { date: '2027-09-24', name: 'Nuestra Señora de las Mercedes' },
  { date: '2027-11-06', name: 'Constitución' },
  { date: '2027-12-25', name: 'Navidad' },
]

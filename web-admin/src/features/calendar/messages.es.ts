export default {
  title: 'Horario de atención',
  text: 'Cuándo trabaja tu equipo. El bot lo sigue al momento: fuera de horario no promete una persona.',
  open: 'Abierto ahora', closed: 'Cerrado ahora', closesAt: 'Cierra: {when}', opensAt: 'Abre: {when}', zone: 'Hora de {zone}',
  week: 'Semana', weekText: 'Un día puede tener varios turnos; entre ellos está cerrado.',
  days: {
    MONDAY: 'Lunes', TUESDAY: 'Martes', WEDNESDAY: 'Miércoles', THURSDAY: 'Jueves', FRIDAY: 'Viernes', SATURDAY: 'Sábado', SUNDAY: 'Domingo',
  },
  closedDay: 'Cerrado', openDay: 'Abrir este día', opens: 'Abre', closes: 'Cierra', to: 'a', addInterval: 'Agregar turno', removeInterval: 'Quitar turno',
  copy: 'Copiar este horario a…', copyWeekdays: 'Lunes a viernes', copyAll: 'Todos los días',
  hours: '{hours} h a la semana',
  holidays: 'Feriados', holidaysText: 'Días completos sin atención, aunque caigan en día laborable.',
  holidayDate: 'Fecha', holidayName: 'Nombre', addHoliday: 'Agregar feriado', removeHoliday: 'Quitar {name}', noHolidays: 'No hay feriados registrados.',
  problem: {
    INCOMPLETE: 'Completa la hora de apertura y la de cierre.', BACKWARDS: 'La hora de cierre debe ser posterior a la de apertura.',
    OVERLAP: 'Dos turnos de este día se cruzan.', NO_DATE: 'Elige la fecha.', NO_NAME: 'Escribe el nombre del feriado.', REPEATED: 'Esta fecha está repetida.',
  },
  fix: 'Corrige los días marcados para poder guardar.', saved: 'Horario guardado. El bot ya lo sigue.',
  readOnly: 'Solo los administradores pueden cambiar el horario.',
}

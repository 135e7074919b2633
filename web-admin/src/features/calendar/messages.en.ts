export default {
  title: 'Opening hours',
  text: 'When your team works. The bot follows at once: outside these hours it does not promise a person.',
  open: 'Open now', closed: 'Closed now', closesAt: 'Closes: {when}', opensAt: 'Opens: {when}', zone: 'Time of {zone}',
  week: 'Week', weekText: 'A day may have several shifts; between them it is closed.',
  days: {
    MONDAY: 'Monday', TUESDAY: 'Tuesday', WEDNESDAY: 'Wednesday', THURSDAY: 'Thursday', FRIDAY: 'Friday', SATURDAY: 'Saturday', SUNDAY: 'Sunday',
  },
  closedDay: 'Closed', openDay: 'Open this day', opens: 'Opens', closes: 'Closes', to: 'to', addInterval: 'Add a shift', removeInterval: 'Remove the shift',
  copy: 'Copy these hours to…', copyWeekdays: 'Monday to Friday', copyAll: 'Every day',
  hours: '{hours} h a week',
  holidays: 'Holidays', holidaysText: 'Whole days without service, even when they fall on a working day.',
  holidayDate: 'Date', holidayName: 'Name', addHoliday: 'Add a holiday', removeHoliday: 'Remove {name}', noHolidays: 'There are no holidays yet.',
  problem: {
    INCOMPLETE: 'Fill in when it opens and when it closes.', BACKWARDS: 'It must close after it opens.',
    OVERLAP: 'Two shifts of this day overlap.', NO_DATE: 'Choose the date.', NO_NAME: 'Name the holiday.', REPEATED: 'This date is there twice.',
  },
  fix: 'Correct the marked days to be able to save.', saved: 'Hours saved. The bot follows them already.',
  readOnly: 'Only administrators can change the hours.',
}

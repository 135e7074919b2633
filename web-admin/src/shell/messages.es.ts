export default {
  service: 'Atención', understanding: 'Comprensión', knowledge: 'Q&A', organisation: 'Empresa',
  import: { from: 'De dónde', file: 'Archivo', text: 'Texto' },
  file: { drop: 'Suelta aquí tu archivo', choose: 'Elegir archivo', chooseOther: 'Elegir otro' },
  problems: {
    title: 'Sin problemas | 1 problema | {n} problemas', text: 'Lo que tiene un problema se queda fuera. Todo lo demás entra.', line: 'Línea {n}', first: 'Se muestran los primeros {n}.',
  },
}

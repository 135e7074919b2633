import type { Question } from '../question.ts'

export const clinicQuestions: Question[] = [
  {
    question: '¿Qué preparación necesito para los análisis de sangre?', wordings: ['tengo que ir en ayunas', 'puedo tomar agua antes del análisis', 'cuántas horas de ayuno para la analítica', 'me puedo desayunar antes de sacarme sangre'],
    answer: 'La mayoría requiere de 8 a 12 horas de ayuno; puede tomar agua. Para un hemograma solo, no hace falta ayuno. Tome sus medicamentos como siempre, salvo que su médico le indique otra cosa, y díganos cuáles toma.',
  },
  {
    question: '¿Cómo veo los resultados de mis análisis?', wordings: ['ya están mis resultados', 'dónde recojo los análisis', 'quiero ver mis resultados por internet', 'me envían los resultados por correo'],
    answer: 'Entre al portal del paciente con su cédula y el código de su factura. Le avisamos por correo cuando estén listos, casi siempre en 24 horas. También puede recogerlos en el laboratorio con su documento.',
  },
  {
    question: '¿Cómo cancelo o cambio una cita?', wordings: ['no puedo ir a la consulta', 'mover la cita para otro día', 'quiero reprogramar mi cita', 'anular la cita de mañana'],
    answer: 'Escriba aquí «mover mi cita» o «cancelar mi cita» y lo hacemos enseguida; también puede hacerlo en el portal del paciente. Le pedimos avisar por lo menos cuatro horas antes, para ofrecerle ese turno a otro paciente.',
  },
  {
    question: '¿Atienden emergencias las 24 horas?', wordings: ['tienen emergencia de noche', 'la emergencia está abierta ahora', 'a dónde voy si me siento mal de madrugada', 'sala de urgencias'],
    answer: 'Sí, la emergencia está abierta las 24 horas, todos los días, con pediatra de turno. Si hay dolor de pecho, dificultad para respirar o pérdida del conocimiento, llame al 9-1-1 de inmediato.',
  },
  {
    question: '¿Cuánto cuesta una consulta sin seguro?', wordings: ['precio de la consulta privada', 'no tengo seguro médico', 'cuánto cobran por una consulta', 'tarifa del especialista'],
    answer: 'La consulta de medicina general cuesta RD$ 1,500.00 y la de especialistas, desde RD$ 2,500.00. Si vuelve con los resultados dentro de 15 días, esa visita no se cobra.',
  },
  {
    question: '¿Cómo saco una copia de mi expediente clínico?', wordings: ['necesito mi récord médico', 'copia del historial', 'resumen clínico para otro médico', 'certificado médico'],
    answer: 'Solicítela en Archivo Clínico con su cédula, o por el portal. Cuesta RD$ 500.00 y se entrega en tres días laborables, solo al paciente o a quien traiga su autorización firmada.',
  },
  {
    question: '¿Cuál es el horario de visitas a pacientes ingresados?', wordings: ['a qué hora puedo visitar a un paciente', 'horas de visita', 'cuántas personas pueden visitar', 'puede quedarse un acompañante'],
    answer: 'Las visitas son de 10:00 a. m. a 12:00 m. y de 4:00 p. m. a 7:00 p. m., dos personas a la vez. Un acompañante puede quedarse en las habitaciones privadas. En cuidados intensivos se visita de 11:00 a. m. a 11:30 a. m.',
  },
  {
    question: '¿Ofrecen consultas por video?', wordings: ['telemedicina', 'puedo hablar con el doctor por videollamada', 'consulta virtual', 'cita en línea con el médico'],
    answer: 'Sí, en medicina general, pediatría, psicología y seguimiento de especialistas. Reserve como una cita normal y elija «Video». Recibirá el enlace por correo y paga con tarjeta antes de entrar.',
  },
  {
    question: '¿Tienen parqueo para pacientes?', wordings: ['dónde me puedo estacionar', 'hay estacionamiento', 'el parqueo es gratis'],
    answer: 'Sí, en el sótano, con entrada por la calle lateral. Las dos primeras horas son gratis con el sello de su consulta; después, RD$ 50.00 por hora. Hay espacios para personas con discapacidad en el primer nivel.',
  },
  {
    question: '¿Aplican vacunas?', wordings: ['vacunar a mi bebé', 'tienen la vacuna de la influenza', 'calendario de vacunas', 'ponen vacunas sin cita'],
    answer: 'Sí, sin cita, de lunes a sábado de 8:00 a. m. a 4:00 p. m., en Pediatría. Traiga la tarjeta de vacunas. Las del esquema nacional no tienen costo; las demás dependen de la vacuna y de su seguro.',
  },
]

import type { Question } from '../question.ts'

export const officeQuestions: Question[] = [
  {
    question: '¿Cómo verifico que una certificación es auténtica?', wordings: ['validar una certificación', 'código de verificación del documento', 'es falso este certificado', 'comprobar la firma digital'],
    answer: 'Entre al portal, en «Verificar documento», y escriba el código que está al pie. Verá a quién y cuándo se emitió. Si los datos no coinciden con el papel, el documento no es auténtico: repórtelo por aquí.',
  },
  {
    question: '¿Qué necesito para crear un usuario en el portal?', wordings: ['registrarme en el portal', 'no tengo cuenta en la página', 'abrir un usuario para hacer trámites', 'crear cuenta como empresa'],
    answer: 'Necesita su cédula, un correo y un teléfono propio. Las empresas agregan el RNC y el registro mercantil vigente, y quien las representa, un poder. La cuenta personal se activa al momento; la de empresa, en un día laborable.',
  },
  {
    question: '¿Puede otra persona hacer el trámite por mí?', wordings: ['enviar a alguien en mi lugar', 'poder para un gestor', 'mi abogado puede recoger el documento', 'autorizar a un tercero'],
    answer: 'Sí, con un poder notarial y copia de las dos cédulas. Para solo recoger un documento basta una carta firmada por usted. Nuestros trámites no requieren intermediarios: desconfíe de quien le cobre por «agilizar».',
  },
  {
    question: '¿Cómo apelo una decisión?', wordings: ['me rechazaron la solicitud', 'no estoy de acuerdo con la resolución', 'recurso de reconsideración', 'quiero reclamar por el rechazo'],
    answer: 'Tiene 30 días calendario desde que se le notificó para pedir la reconsideración, en el portal o en Correspondencia, con sus motivos y pruebas. No tiene costo. Respondemos por escrito en un máximo de 30 días.',
  },
  {
    question: '¿Qué hago si me equivoqué en un dato de la solicitud?', wordings: ['corregir mi expediente', 'puse mal mi nombre en el formulario', 'modificar una solicitud enviada', 'hay un error en mi certificación'],
    answer: 'Si su solicitud aún no se emite, corríjala en «Mis solicitudes → Corregir», sin costo. Si el documento ya salió con un error nuestro, lo reponemos gratis en dos días laborables; si el error era suyo, se paga la tasa otra vez.',
  },
  {
    question: '¿Cómo pido información pública?', wordings: ['acceso a la información', 'solicitar datos de la institución', 'oficina de libre acceso', 'quiero copia de un contrato público'],
    answer: 'Presente su solicitud a la Oficina de Libre Acceso a la Información, por el portal, por correo o en persona. No tiene que decir para qué la quiere. La ley nos da 15 días hábiles, que pueden prorrogarse por 10 más.',
  },
  {
    question: '¿Cómo denuncio a un funcionario que pide dinero?', wordings: ['me pidieron un soborno', 'quieren cobrarme en efectivo', 'denunciar corrupción', 'un empleado me pidió dinero'],
    answer: 'Puede denunciarlo de forma confidencial en la línea 311, en el portal, en «Denuncias», o ante la Comisión de Integridad. Indique el día, el lugar y lo que ocurrió. Ningún funcionario puede cobrarle en efectivo.',
  },
  {
    question: '¿Puedo pedir la devolución de una tasa?', wordings: ['pagué dos veces', 'reembolso de un pago', 'pagué un trámite que no hice', 'me devuelven el dinero de la tasa'],
    answer: 'Sí, si pagó de más o no usó el servicio. Solicítela en el portal, en «Pagos → Devoluciones», con su volante y una cuenta bancaria a su nombre, dentro de los 90 días. Se deposita en 20 días laborables.',
  },
  {
    question: '¿Qué pasa si mi licencia se venció?', wordings: ['se me pasó la fecha de renovación', 'licencia vencida', 'multa por renovar tarde', 'renovar después del vencimiento'],
    answer: 'Hasta 30 días después del vencimiento puede renovarla con un recargo del 25 % de la tasa. Pasado ese plazo se tramita como una licencia nueva, con inspección, y el negocio no puede operar mientras tanto.',
  },
  {
    question: '¿Necesito cita para ir a las oficinas?', wordings: ['sacar un turno', 'hay que pedir cita', 'puedo ir sin cita', 'reservar turno en línea'],
    answer: 'No es obligatoria, pero con cita le atienden a su hora. Sáquela en el portal, en «Citas». Embarazadas, personas mayores y personas con discapacidad pasan primero, sin turno.',
  },
]

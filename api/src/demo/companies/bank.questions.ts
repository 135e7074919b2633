import type { Question } from '../question.ts'

export const bankQuestions: Question[] = [
  {
    question: '¿Cómo bloqueo mi tarjeta si la perdí o me la robaron?', wordings: ['se me perdió la tarjeta', 'me robaron la cartera con la tarjeta', 'quiero cancelar mi tarjeta porque no la encuentro', 'bloquear tarjeta de débito'],
    answer: 'Bloquéela de inmediato en la aplicación, en «Mis tarjetas → Bloquear», o pida aquí hablar con una persona. Desde ese momento nadie puede usarla. La reposición cuesta RD$ 350.00 y está lista en cinco días laborables.',
  },
  {
    question: '¿Cómo recupero mi contraseña de la aplicación?', wordings: ['olvidé mi clave del internet banking', 'no puedo entrar a la aplicación', 'se me bloqueó el usuario', 'restablecer contraseña'],
    answer: 'En la pantalla de entrada toque «Olvidé mi contraseña» y siga los pasos con su cédula y el código que le llega por mensaje. Nunca le pediremos su contraseña ni sus códigos por este medio.',
  },
  {
    question: '¿Cuánto puedo retirar al día en el cajero?', wordings: ['límite de retiro del cajero', 'cuál es el máximo que puedo sacar', 'no me deja sacar más dinero del cajero', 'subir el límite de retiro'],
    answer: 'Con su tarjeta de débito puede retirar hasta RD$ 20,000.00 al día, en retiros de hasta RD$ 10,000.00. En la aplicación, en «Mis tarjetas → Límites», puede bajarlo o subirlo hasta RD$ 40,000.00.',
  },
  {
    question: '¿Cuánto tarda una transferencia a otro banco?', wordings: ['cuándo llega mi transferencia', 'transferí a otro banco y no ha llegado', 'transferencia interbancaria cuánto demora', 'pago al instante o ACH'],
    answer: 'El pago al instante llega en segundos, todos los días, y cuesta RD$ 100.00. La transferencia ordinaria no tiene costo y llega el mismo día laborable si la hace antes de las 2:00 p. m.; si no, el día siguiente.',
  },
  {
    question: '¿Cuál es el cargo por no mantener el balance mínimo?', wordings: ['me cobraron una comisión en la cuenta', 'balance mínimo de la cuenta de ahorro', 'cargo por manejo de cuenta', 'por qué me descontaron cien pesos'],
    answer: 'La cuenta de ahorro requiere un balance promedio de RD$ 500.00 al mes. Si baja de ese monto se cobra RD$ 100.00. Las cuentas de nómina y las de menores no tienen balance mínimo.',
  },
  {
    question: '¿Cómo pido una carta de referencia bancaria?', wordings: ['necesito una carta del banco para la visa', 'certificación de mis cuentas', 'constancia de que tengo cuenta', 'carta consular'],
    answer: 'En la aplicación, en «Solicitudes → Cartas», elija el idioma y a quién va dirigida. Cuesta RD$ 300.00 y la recibe por correo, firmada digitalmente, en un día laborable.',
  },
  {
    question: '¿Puedo usar mi tarjeta en el extranjero?', wordings: ['voy de viaje y quiero usar la tarjeta', 'avisar que salgo del país', 'me rechazaron la tarjeta fuera del país', 'compras en dólares con la tarjeta'],
    answer: 'Sí. Antes de viajar active «Uso en el extranjero» en la aplicación e indique las fechas. Las tarjetas de crédito consumen en su balance en dólares; las de débito, a la tasa de venta del día.',
  },
  {
    question: '¿Cómo pago mi tarjeta de crédito?', wordings: ['pagar el balance de la tarjeta', 'fecha límite de pago', 'pago mínimo de la tarjeta', 'pagar la tarjeta desde otro banco'],
    answer: 'Puede pagarla en la aplicación, por transferencia desde otro banco con los 16 dígitos de la tarjeta, o en una sucursal. La fecha límite y el pago mínimo aparecen en su estado de cuenta; pague ese día antes de las 8:00 p. m.',
  },
  {
    question: '¿Puedo saldar mi préstamo antes de tiempo?', wordings: ['quiero abonar a capital', 'cancelar el préstamo anticipado', 'penalidad por pagar antes', 'pedir mi balance para saldar'],
    answer: 'Sí. Puede abonar a capital desde la aplicación sin penalidad. Para saldar por completo pida su balance en «Mis préstamos → Saldar»; los hipotecarios pagan un 1 % si se saldan durante los dos primeros años.',
  },
  {
    question: '¿Cómo aumento el límite de mi tarjeta de crédito?', wordings: ['subir el límite de la tarjeta', 'quiero más crédito', 'aumento de línea de crédito', 'me pueden subir el cupo'],
    answer: 'Solicítelo en la aplicación, en «Mis tarjetas → Aumentar límite», si tiene seis meses o más con su tarjeta al día. Le pediremos una carta de trabajo reciente y respondemos en dos días laborables.',
  },
]

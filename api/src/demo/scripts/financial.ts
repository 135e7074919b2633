import type { Script } from '../script.ts'

export const financialScripts: Script[] = [
  {
    about: 'préstamo personal',
    amount: [80_000, 450_000, 5_000],
    play: `
      > loans
      > person
      client: {greet}. Quisiera saber cuánto pagaría al mes por un préstamo personal de {amount}.
      agent: {greet}, le atiende {agent}. Con mucho gusto le ayudo. ¿Me indica su nombre completo y a cuántos meses le gustaría pagarlo?
      client: {name}. A {36|48|60} meses, si se puede.
      agent: Gracias, {title}. A ese plazo es posible. ¿Recibe usted su nómina en Banco Guayacán o en otra entidad?
      client: {En otro banco|Me pagan por otro banco}, tengo {tres|cuatro|seis} años en la misma empresa.
      note: Interés en préstamo personal por {amount}. Nómina en otra entidad, buena estabilidad laboral. Enviar simulación.
      agent: Perfecto. Con una carta de trabajo, los tres últimos volantes de pago y su cédula podemos evaluarle en 24 horas laborables. Le envié la simulación al correo {email}.
      client: La recibí. {Muchas gracias|Mil gracias}, mañana le mando los documentos.
      agent: Quedo a la espera, {title}. Su número de solicitud es {ref}; con él puede dar seguimiento por aquí mismo.
      close
    `,
  },
  {
    about: 'consumo no reconocido',
    amount: [1_850, 14_600, 50],
    play: `
      > claims
      > person
      client: Me llegó una notificación de un consumo de {amount} que yo no hice.
      client: Es de una tienda en línea que no conozco.
      agent: {greet}, {title}. Le atiende {agent}. Lamento la situación; vamos a proteger su tarjeta de inmediato. ¿La tiene usted en su poder?
      client: Sí, {aquí la tengo|está en mi cartera}. No se la he prestado a nadie.
      agent: Gracias por confirmarlo. Acabo de bloquearla para compras por internet. Por seguridad no me escriba el número completo: dígame solo los cuatro últimos dígitos.
      client: Termina en {4417|8802|1265|3390}.
      note: Bloqueo preventivo aplicado. Se abre reclamación {ref} por consumo no presencial de {amount}.
      agent: Su reclamación quedó registrada con el número {ref}. El plazo de respuesta es de hasta 30 días calendario y el monto queda congelado mientras investigamos: no se le cobrará.
      client: {Qué alivio|Perfecto}. ¿Y cómo consigo la tarjeta nueva?
      agent: La emitimos sin costo. Estará lista el {date} en la sucursal {place}. Le avisaremos por mensaje al {phone}.
      client: {Excelente, muchas gracias.|Se agradece la atención.|Gracias por la rapidez.}
      close
    `,
  },
  {
    about: 'viaje al exterior',
    play: `
      client: {greet}, voy a viajar a {Madrid|Nueva York|Panamá|Bogotá} el {date} y quiero usar mi tarjeta allá.
      > person
      agent: {greet}. Soy {agent}, de Banco Guayacán. Con gusto dejo el aviso de viaje. ¿A nombre de quién está la tarjeta?
      client: A nombre de {name}.
      agent: Gracias, {title}. ¿Hasta qué fecha estará fuera del país?
      client: {Diez días|Dos semanas|Ocho días}.
      agent: Listo, el aviso de viaje quedó activo. Recuerde que los consumos en el exterior se cargan en dólares y que puede ver cada movimiento en la aplicación.
      client: ¿Cobran algo por sacar efectivo en un cajero?
      agent: Sí: el cajero aplica su propio cargo y el banco una comisión por retiro en el exterior, según el tarifario vigente. Para compras con la tarjeta no hay comisión adicional.
      client: {Entendido. Gracias.|Muy claro, muchas gracias.}
      agent: ¡Que tenga un excelente viaje, {title}!
      close
    `,
  },
  {
    about: 'apertura de cuenta de ahorro',
    play: `
      > accounts
      client: ¿Puedo abrirla sin ir a la sucursal?
      > person
      agent: {greet}, le saluda {agent}. Sí, puede abrir su cuenta de ahorro desde la aplicación con su cédula y una foto de su rostro. Toma unos diez minutos.
      client: Es que la aplicación me dice que {no puede leer la cédula|la foto no coincide}.
      agent: Suele pasar cuando hay poca luz o reflejo. Si gusta, le reservo un turno en {place} para el {date} a las {time} y la abrimos en persona.
      client: {Sí, por favor.|Me parece bien.}
      agent: ¿A nombre de quién reservo?
      client: {name}
      agent: Reservado, {title}. Lleve su cédula y RD$ 500.00 para el depósito inicial. Su turno es {ref}.
      client: {Ahí estaré. Gracias.|Perfecto, gracias.}
      close
    `,
  },
  {
    about: 'certificado financiero',
    amount: [150_000, 900_000, 25_000],
    play: `
      client: {greet}. ¿Qué tasa están pagando en los certificados?
      > person
      client: Tengo {amount} disponibles.
      agent: {greet}, le atiende {agent}, de Inversiones. Para {amount} tenemos plazos de 90, 180 y 360 días; la tasa se confirma el día de la apertura. ¿Con quién tengo el gusto?
      client: {name}.
      agent: Gracias, {title}. ¿Prefiere recibir los intereses cada mes o al vencimiento?
      client: Cada mes, {para ayudarme con los gastos|para cubrir el colegio de los niños}.
      agent: Entendido. A 360 días con pago mensual, los intereses se acreditan en su cuenta de ahorro. Le envié la propuesta formal a {email}, válida por cinco días laborables.
      note: Cliente potencial para certificado de {amount} a 360 días, intereses mensuales. Llamar el {date}.
      client: {La reviso con mi familia y le aviso.|Déjeme revisarla y le confirmo.}
      agent: Con gusto, {title}. Cuando decida, puede escribirme por aquí o pasar por {place}.
      close
    `,
  },
  {
    about: 'estado de cuenta para una visa',
    play: `
      > person
      client: {greet}, necesito los estados de cuenta de los últimos seis meses sellados, es para una solicitud de visa.
      agent: {greet}. Le atiende {agent}. Puedo gestionarlos. ¿Me confirma su nombre y la sucursal donde prefiere retirarlos?
      client: {name}, en {place}.
      agent: Gracias, {title}. El servicio de estados sellados cuesta RD$ 250.00 y se debita de su cuenta. ¿Lo autoriza?
      client: Sí, lo autorizo.
      agent: Listo. Podrá retirarlos el {date} a partir de las {time} con su cédula. Número de gestión: {ref}.
      client: ¿Los puede retirar mi {esposo|hermana|hija}?
      agent: Sí, con una autorización firmada y copia de ambas cédulas.
      client: {Muchas gracias por su ayuda.|Perfecto, se lo agradezco.}
      close
    `,
  },
  {
    about: 'acceso a la aplicación bloqueado',
    play: `
      client: Se me bloqueó la {aplicación|banca en línea}, puse mal la clave varias veces
      client: quiero hablar con una persona
      agent: {greet}, soy {agent}. Le ayudo a recuperar el acceso. ¿Me indica su nombre completo, por favor?
      client: {name}
      agent: Gracias, {title}. Por seguridad nunca le pediré su clave. Le acabo de enviar un enlace al correo que termina en «example.com»; vence en quince minutos.
      client: Ya me llegó.
      agent: Al abrirlo le pedirá crear una clave nueva de al menos ocho caracteres. Avíseme si logra entrar.
      client: {Listo, ya entré.|Ya pude entrar.} {Gracias|Muchísimas gracias}.
      note: Acceso restablecido con enlace al correo registrado. Identidad verificada con preguntas de seguridad.
      agent: ¡Excelente! Le recomiendo activar la huella o el rostro para entrar más rápido. Que tenga buen día.
      close
    `,
  },
  {
    about: 'transferencia que no llega',
    amount: [3_500, 48_000, 500],
    play: `
      > person
      client: {greet}. Hice una transferencia de {amount} {ayer en la tarde|esta mañana} a otro banco y no ha llegado.
      agent: {greet}, le atiende {agent}. Voy a verificar. ¿La hizo como pago inmediato o como transferencia normal?
      client: {Normal, creo.|No sé bien, la que viene por defecto.}
      agent: Gracias. ¿Me dice su nombre y la hora aproximada?
      client: {name}, como a las {time}.
      note: Transferencia ACH por {amount}, enviada y aceptada por la cámara. Entra en el próximo ciclo.
      agent: Ya la veo, {title}. Salió correctamente; las transferencias normales se acreditan en el ciclo siguiente, así que debe llegar hoy antes de las 5:00 p. m.
      client: {Ah, qué bueno.|Está bien.} ¿Y si no llega?
      agent: Si no llegara, con la referencia {ref} abrimos una reclamación por aquí mismo. La próxima vez puede elegir «pago inmediato» para que llegue en minutos.
      client: {Entendido, gracias.|Gracias por aclararme.}
      close
    `,
  },
  {
    about: 'préstamo de vehículo',
    amount: [650_000, 1_450_000, 25_000],
    play: `
      > loans
      > person
      client: Vi un {vehículo usado|carro} del {2021|2022|2023} en {amount}. ¿Ustedes lo financian?
      agent: {greet}, le saluda {agent}. Sí: financiamos hasta el 80 % del valor en vehículos usados de hasta siete años. ¿Ya tiene el inicial?
      client: Tengo el {20|25|30} %.
      agent: Excelente. Para la preaprobación necesito su nombre completo y su ingreso mensual aproximado.
      client: {name}. Gano como {amount:55000-140000-5000} al mes.
      assign
      agent: {title}, le saluda {agent}, de Vehículos. Revisé sus datos y califica para preaprobación. La carta sale hoy a {email} y es válida por 30 días.
      client: ¡Qué buena noticia! ¿Y el seguro?
      agent: El seguro a todo riesgo es obligatorio durante el préstamo. Puede traer el suyo o le cotizamos con tres aseguradoras.
      client: {Cotíceme, por favor.|Prefiero que ustedes me coticen.}
      note: Preaprobación {ref}. Pidió cotización de seguro. Valor del vehículo {amount}.
      agent: Con gusto. Mañana antes del mediodía recibe las tres cotizaciones.
      close
    `,
  },
  {
    about: 'carta de referencia bancaria',
    play: `
      > person
      client: Necesito una carta de referencia bancaria dirigida a {mi empleador|una embajada|un arrendador}.
      agent: {greet}. Soy {agent}. Con mucho gusto. ¿Cuál es su nombre y a quién va dirigida exactamente?
      client: {name}. {«A quien pueda interesar» está bien.|Que diga «A quien pueda interesar».}
      agent: Perfecto, {title}. La carta cuesta RD$ 300.00 y la enviamos firmada digitalmente a {email} en un día laborable. ¿Procedo?
      client: Sí, proceda.
      agent: Hecho. Su solicitud es la {ref}. ¿Le puedo ayudar en algo más?
      client: {No, eso era todo.|Nada más, gracias.} {Buen día.|Que pase buen día.}
      close
    `,
  },
  {
    about: 'aumento de límite de tarjeta',
    amount: [40_000, 180_000, 10_000],
    play: `
      > cards
      > person
      client: Quiero que me suban el límite de la tarjeta a {amount}.
      agent: {greet}, le atiende {agent}. Reviso su caso. ¿Me confirma su nombre?
      client: {name}.
      agent: Gracias, {title}. Veo buen historial de pago. Para ese límite necesito sus dos últimos volantes de pago o una certificación de ingresos.
      client: Se los puedo mandar {ahora mismo|en la tarde}.
      agent: Perfecto. Envíelos a tarjetas@guayacan.example.com con el asunto {ref}. La respuesta sale en dos días laborables.
      note: Solicita aumento a {amount}. Historial sin atrasos en doce meses.
      client: {Ya los envié.|Enviados.}
      agent: Recibidos. Le confirmamos a más tardar el {date}. ¡Gracias por preferirnos!
      close
    `,
  },
  {
    about: 'pago adelantado de préstamo',
    amount: [15_000, 120_000, 5_000],
    play: `
      > loans
      client: {greet}, quiero abonar {amount} al capital de mi préstamo. ¿Me cobran penalidad?
      > person
      agent: {greet}. Le atiende {agent}. Los abonos extraordinarios al capital no tienen penalidad. ¿Prefiere bajar la cuota o el plazo?
      client: {El plazo, para salir de eso antes.|Bajar la cuota, por favor.}
      agent: Entendido. ¿A nombre de quién está el préstamo?
      client: {name}.
      agent: Gracias, {title}. Puede hacer el abono por la aplicación, en «Préstamos → Abonar a capital», y elegir esa opción. Su nueva tabla de pagos le llega a {email}.
      client: {Lo hago ahora mismo.|Ya lo hice.} ¿Cómo sé que se aplicó bien?
      agent: Ya lo veo reflejado en el sistema. Su referencia es {ref}.
      client: {Excelente servicio, gracias.|Muy amable, gracias.}
      close
    `,
  },
  {
    about: 'requisitos para abrir cuenta (bot)',
    play: `
      > accounts
      > menu
      > hours
    `,
  },
  {
    about: 'tarjetas (bot)',
    play: `
      client: Hola
      > cards
      client: {Gracias, eso quería saber|Ok, gracias}
    `,
  },
  {
    about: 'horario (bot)',
    play: `
      client: {¿A qué hora abren mañana?|¿A qué hora cierran hoy?|Horario de los sábados, por favor}
      > menu
      > claims
    `,
  },
  {
    about: 'opening an account from abroad',
    language: 'EN',
    play: `
      > accounts
      > person
      client: {greet}. I moved to {Santo Domingo|Las Terrenas|Punta Cana} a few months ago. Can I open a savings account with my passport?
      agent: {greet}, this is {agent}. Yes, you can. We need your passport, a proof of address and your residency card or the receipt of your application.
      client: I only have the receipt so far. My name is {name}.
      agent: That is fine, {title}. I can book you a visit at our {place} branch on {date} at {time}, and somebody who speaks English will receive you.
      client: Great, please do.
      agent: Booked. Your reference is {ref}. See you then!
      close
    `,
  },
  {
    about: 'card declined',
    language: 'EN',
    play: `
      > cards
      > person
      client: My debit card was declined at the {supermarket|gas station|hotel} twice today.
      agent: {greet}, I am {agent}. Sorry about that. May I have your full name? Please do not send the card number.
      client: {name}
      agent: Thank you, {title}. The card reached its daily limit for purchases. I can raise it until midnight if you wish.
      client: Yes please, I still have to pay for {groceries|dinner}.
      agent: Done. You can change the daily limit yourself in the app, under Cards and then Limits.
      client: That worked. Thank you very much!
      close
    `,
  },
]

import type { Script } from '../script.ts'

export const healthScripts: Script[] = [
  {
    about: 'cita con cardiología',
    play: `
      > appointments
      > person
      client: {greet}, necesito una cita con {cardiología|el cardiólogo}, es para {mi papá|mi mamá|mí}.
      agent: {greet}, le atiende {agent}, del Centro Médico Arrecife. Con gusto. ¿Es primera consulta o seguimiento?
      client: {Primera vez.|Seguimiento.}
      agent: Tengo disponible el {date} a las {time} en {place}. ¿Le conviene?
      client: {Sí, perfecto.|Sí, ese día puedo.}
      agent: ¿A nombre de quién la registro y con qué seguro?
      client: {name}, tengo {seguro complementario|el plan básico|ARS privada}.
      agent: Cita confirmada, {title}. Código {ref}. Por favor llegue quince minutos antes con su cédula, el carné del seguro y los estudios que tenga.
      client: {Muchas gracias.|Gracias, muy amable.}
      close
    `,
  },
  {
    about: 'reprogramar cita',
    play: `
      > appointments
      > person
      client: Tengo una cita {mañana|el jueves} y no voy a poder ir. ¿La puedo mover?
      agent: {greet}. Soy {agent}. Claro que sí. ¿Me indica el nombre del paciente?
      client: {name}. Es con {dermatología|ginecología|pediatría|oftalmología}.
      agent: Gracias, {title}. La próxima fecha disponible es el {date} a las {time}.
      client: ¿No hay nada más temprano?
      agent: Por ahora no, pero le anoté en la lista de espera: si alguien cancela, le llamamos al {phone}.
      client: {Está bien, déjela ahí.|De acuerdo.}
      note: Cita movida al {date}. En lista de espera por si se libera un turno antes.
      agent: Listo. Su nuevo código es {ref} y recibirá un recordatorio el día anterior.
      close
    `,
  },
  {
    about: 'resultados de laboratorio',
    play: `
      > lab
      > person
      client: {greet}. Me hice unos análisis {el martes|hace tres días|antes de ayer} y no me aparecen en el portal.
      agent: {greet}, le atiende {agent}. Verifico enseguida. ¿Me confirma su nombre completo y el número de orden?
      client: {name}, orden {ref}.
      agent: Gracias, {title}. {Faltaba la firma de la bioanalista en una de las pruebas|Una de las pruebas se repitió por control de calidad}; ya está todo liberado.
      client: ¿Me los puede mandar por correo?
      agent: Se los envié a {email}. Por su privacidad el archivo se abre con su fecha de nacimiento.
      client: {Ya los tengo, gracias.|Recibidos.} ¿Usted me puede decir si están bien?
      agent: La interpretación le corresponde a su médico. Si quiere, le agendo una consulta para revisarlos.
      client: {No, ya tengo cita. Gracias.|Está bien, yo tengo cita la semana que viene.}
      close
    `,
  },
  {
    about: 'autorización de procedimiento',
    amount: [8_500, 62_000, 500],
    play: `
      > insurance
      > person
      client: El médico me indicó una {resonancia|endoscopia|tomografía|colonoscopia} y necesito la autorización del seguro.
      agent: {greet}. Le saluda {agent}, del departamento de Seguros. ¿Me indica su nombre y su aseguradora?
      client: {name}. Tengo {ARS privada, plan complementario|el plan básico}.
      agent: Gracias, {title}. Necesito la indicación médica con sello y la historia clínica. Puede enviarlas a autorizaciones@arrecife.example.com con la referencia {ref}.
      client: {Se las mandé ahora.|Enviadas.} ¿Cuánto tengo que pagar yo?
      note: Solicitud {ref} enviada a la aseguradora. Costo estimado {amount}. Dar seguimiento mañana.
      agent: El estudio tiene un costo de {amount}. Su diferencia depende de la cobertura: se la confirmo en cuanto respondan, en menos de 24 horas.
      client: Quedo pendiente. {Gracias.|Muchas gracias por la ayuda.}
      agent: Con mucho gusto. Le escribo por aquí y al {phone}.
      close
    `,
  },
  {
    about: 'preparación para estudio',
    play: `
      > lab
      client: ¿Tengo que ir en ayunas para una {sonografía abdominal|prueba de glucosa|química sanguínea}?
      > person
      agent: {greet}, soy {agent}. Sí: entre ocho y doce horas de ayuno. Puede tomar agua. ¿Toma algún medicamento?
      client: Sí, para la {presión|tiroides}.
      agent: Tómelo como siempre, con poca agua, salvo que su médico le haya indicado otra cosa. Si le dieron instrucciones por escrito, esas mandan.
      client: ¿Hay que hacer cita?
      agent: Para laboratorio no; atendemos por orden de llegada desde las 6:30 a. m. en {place}. Para la sonografía sí, y tengo espacio el {date} a las {time}.
      client: {Resérvemela. Soy {name}.|La quiero. Mi nombre es {name}.}
      agent: Reservada, {title}. Código {ref}. ¡Que le vaya muy bien!
      close
    `,
  },
  {
    about: 'cobertura de parto',
    play: `
      > insurance
      > person
      client: {greet}. Mi hija tiene {cinco|seis|siete} meses de embarazo y quiero saber qué cubre el seguro si da a luz con ustedes.
      agent: {greet}, le atiende {agent}. ¡Felicidades a la familia! Le ayudo a verificar la cobertura. ¿Cuál es su nombre y qué plan tiene ella?
      client: {name}. El plan es {el básico|el complementario}, por la empresa de su esposo.
      assign
      agent: {title}, le atiende {agent}, de Maternidad. El plan cubre parto y cesárea con habitación semiprivada; la diferencia por habitación privada es de RD$ 4,500 por noche.
      client: ¿Y la pediatra está incluida?
      agent: Sí, la recepción del recién nacido y la primera visita. El paquete completo se lo envié a {email}.
      note: Interés en paquete de maternidad. Ofrecer visita guiada a la unidad.
      client: {Nos gustaría conocer las habitaciones.|¿Se pueden visitar las habitaciones?}
      agent: Claro. Le reservé una visita guiada el {date} a las {time}, código {ref}.
      close
    `,
  },
  {
    about: 'factura de emergencia',
    amount: [3_200, 28_500, 100],
    play: `
      > person
      client: Me cobraron {amount} por una emergencia y creo que hay un error, el seguro debía cubrir más.
      agent: {greet}. Le atiende {agent}. Reviso la cuenta con usted. ¿Me indica el nombre del paciente y la fecha?
      client: {name}, {el domingo|hace una semana|el viernes en la noche}.
      agent: Gracias, {title}. Ya tengo la factura {ref}. Veo que los materiales no se enviaron a la aseguradora. Tiene usted razón.
      client: ¿Y qué se hace en ese caso?
      note: Error en facturación: materiales sin reclamar a la aseguradora. Caja debe reembolsar la diferencia.
      agent: Hoy se corrige y la diferencia se le devuelve a la misma tarjeta en cinco días laborables. Le envío el comprobante a {email}.
      client: {Gracias por reconocerlo.|Excelente, muchas gracias.}
      agent: A usted por avisarnos, y disculpe el inconveniente.
      close
    `,
  },
  {
    about: 'afiliación de dependiente',
    play: `
      > insurance
      > person
      client: Quiero incluir a mi {hija recién nacida|hijo|esposo} en el plan Arrecife Familia.
      agent: {greet}, soy {agent}. ¡Con gusto! ¿Usted es titular del plan? ¿Me dice su nombre?
      client: Sí, {name}.
      agent: Gracias, {title}. Necesito el acta de nacimiento o de matrimonio y una copia de la cédula de usted. La inclusión entra en vigor el primer día del mes siguiente.
      client: ¿Cuánto aumenta la cuota?
      agent: RD$ 1,150 al mes por dependiente. La solicitud queda abierta con el número {ref}.
      client: {Hoy mismo le mando los papeles.|Ya le envío los documentos.}
      agent: Perfecto, los espero en afiliaciones@arrecife.example.com.
      close
    `,
  },
  {
    about: 'certificado médico',
    play: `
      > person
      client: {greet}, necesito un certificado médico para {el trabajo|renovar la licencia|la universidad}. ¿Qué debo hacer?
      agent: {greet}. Le atiende {agent}. Se emite en consulta de medicina general. Hay turnos hoy y mañana en {place}. ¿Cuál prefiere?
      client: Mañana {temprano|a primera hora}.
      agent: Le tengo las {time}. ¿Su nombre, por favor?
      client: {name}.
      agent: Listo, {title}: código {ref}. La consulta cuesta RD$ 1,200 y el certificado se entrega al momento.
      client: {Ahí estaré. Gracias.|Muy bien, gracias.}
      close
    `,
  },
  {
    about: 'consulta virtual',
    play: `
      > appointments
      > person
      client: ¿Tienen consultas por video? {Estoy en San Juan y me queda lejos.|No puedo salir de la casa.}
      agent: {greet}, le saluda {agent}. Sí: medicina general, nutrición, psicología y pediatría. ¿Cuál necesita?
      client: {Nutrición|Psicología|Pediatría}. Mi nombre es {name}.
      agent: Gracias, {title}. Tengo el {date} a las {time}. El costo es RD$ 1,500, y con seguro pagaría solo la diferencia.
      client: {Me sirve.|Ese horario me conviene.}
      agent: Agendada con el código {ref}. El enlace le llega a {email} una hora antes; solo necesita el teléfono con cámara.
      client: {Qué bueno, gracias.|Gracias, qué práctico.}
      close
    `,
  },
  {
    about: 'visita a paciente ingresado',
    play: `
      > person
      client: {greet}. ¿Cuáles son los horarios de visita? Tengo {una tía|un hermano|mi abuela} con ustedes.
      agent: {greet}. Soy {agent}. En habitación: de 10:00 a. m. a 8:00 p. m., dos personas a la vez. En cuidados intensivos: de 12:00 a 12:30 y de 6:00 a 6:30 p. m.
      client: Está en {intensivos|el segundo piso}. ¿Puedo llevarle comida?
      agent: Le recomiendo consultarlo con la enfermera del piso: depende de la dieta indicada. En la recepción de {place} le dan el pase.
      client: {Entendido. Muchas gracias.|Gracias por la información.}
      agent: Le deseamos una pronta recuperación a su familiar.
      close
    `,
  },
  {
    about: 'chequeo preventivo',
    amount: [5_900, 14_900, 1_000],
    play: `
      > lab
      > person
      client: Quisiera hacerme un chequeo completo. ¿Qué paquetes tienen?
      agent: {greet}, le atiende {agent}. Tenemos el Esencial, el Plus y el Ejecutivo. Según la edad le recomiendo uno. ¿Me permite preguntarle la suya?
      client: {Cuarenta y dos|Cincuenta y uno|Treinta y ocho|Sesenta}.
      agent: Entonces le conviene el Plus: análisis completos, electrocardiograma, sonografía y consulta de resultados por {amount}. Dura unas tres horas.
      client: {Me parece bien.|Lo quiero.} ¿Para cuándo hay?
      agent: El {date} a las {time}, en ayunas. ¿A nombre de quién?
      client: {name}
      agent: Reservado, {title}. Su código es {ref}. Le enviamos las instrucciones a {email}.
      close
    `,
  },
  {
    about: 'citas (bot)',
    play: `
      > appointments
      > menu
      > hours
    `,
  },
  {
    about: 'seguros (bot)',
    play: `
      client: hola
      > insurance
      client: {gracias|Muy bien, gracias}
    `,
  },
  {
    about: 'laboratorio (bot)',
    play: `
      client: {¿Abren el sábado?|¿A qué hora abren mañana?|horarios por favor}
      > menu
      > lab
    `,
  },
  {
    about: 'travel insurance at the emergency room',
    language: 'EN',
    play: `
      > insurance
      > person
      client: Hello, my {husband|wife|friend} has a high fever and we are tourists. Do you take travel insurance?
      agent: {greet}, this is {agent}. Yes, we do. The emergency room at {place} is open around the clock. If breathing is difficult or the fever does not go down, please come now.
      client: It is not that bad, but we would like to see a doctor today. My name is {name}.
      agent: Thank you, {title}. I have told the international desk; ask for reference {ref} at the entrance. Please bring the passport and the policy number.
      client: We are on our way. Thank you so much.
      close
    `,
  },
  {
    about: 'dental appointment',
    language: 'EN',
    play: `
      > appointments
      > person
      client: {greet}. I lost a filling. Is there a dentist who speaks English?
      agent: {greet}, I am {agent}. Yes, there is. The first slot is {date} at {time}. Does it hurt?
      client: A little, but I can wait. My name is {name}.
      agent: Booked, {title}; your code is {ref}. If the pain gets worse, write to me and I will look for something sooner.
      client: Perfect, thanks!
      close
    `,
  },
]

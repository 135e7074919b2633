import type { Script } from '../script.ts'

export const retailScripts: Script[] = [
  {
    about: 'pedido atrasado',
    play: `
      > order
      > person
      client: {greet}, mi pedido debía llegar {ayer|el lunes|hace dos días} y nada.
      agent: {greet}, le atiende {agent}, de Casa Flamboyán. Lamento la demora. ¿Me facilita su nombre o el número de pedido?
      client: {name}, pedido {ref}.
      agent: Gracias, {title}. Ya lo localicé: salió del almacén de {place} y está en ruta. El transportista tuvo un retraso por la lluvia.
      client: ¿Entonces cuándo llega? Alguien tiene que estar en la casa.
      agent: Le reservé la primera entrega del {date}, entre 9:00 y 11:00 a. m. El chofer le llamará al {phone} media hora antes.
      client: {Está bien, gracias.|De acuerdo, ahí estaré.}
      note: Entrega reprogramada. Si falla otra vez, compensar con vale de RD$ 500.
      agent: Gracias por su paciencia, {title}. Le dejé un vale de RD$ 500 para su próxima compra.
      client: {¡Qué detalle, gracias!|Se agradece mucho.}
      close
    `,
  },
  {
    about: 'disponibilidad de nevera',
    amount: [28_900, 64_900, 1_000],
    play: `
      > catalogue
      > person
      client: ¿Tienen la nevera de {14|16|18} pies en {gris|acero|negro}? En la página sale a {amount}.
      agent: {greet}, soy {agent}. Déjeme verificar existencia. ¿En qué zona se encuentra?
      client: En {Los Mina|Gurabo|Bella Vista|Villa Mella|Naco}.
      agent: Nos quedan {dos|tres|cuatro} unidades en la tienda {place}. El precio de {amount} incluye transporte e instalación.
      client: ¿Y se puede pagar a cuotas?
      agent: Sí, hasta 24 cuotas con nuestro crédito o con su tarjeta en cuotas sin intereses a seis meses.
      client: {Me interesa con la tarjeta a seis meses.|Quiero a seis meses.} Me llamo {name}.
      agent: Excelente, {title}. Le aparté una unidad por 24 horas con el código {ref}. Puede pagar en línea o pasar por la tienda.
      client: {Paso mañana.|La pago en línea esta noche.} Gracias.
      close
    `,
  },
  {
    about: 'garantía de lavadora',
    play: `
      > returns
      > person
      client: La lavadora que compré hace {tres|cinco|siete} meses {hace un ruido muy fuerte al exprimir|no está botando el agua|se apaga a mitad del ciclo}.
      agent: {greet}. Le atiende {agent}. Lamento el inconveniente; su equipo tiene un año de garantía. ¿Me indica su nombre y el número de factura?
      client: {name}. La factura es la {ref}.
      agent: Gracias, {title}. La garantía está vigente. ¿Le conviene una visita técnica el {date} en la mañana o en la tarde?
      client: En la {mañana|tarde}, por favor.
      agent: Anotado. El técnico le visitará sin costo y lleva su identificación de Casa Flamboyán.
      note: Visita técnica coordinada para el {date}. Equipo con menos de un año.
      client: ¿Y si no tiene arreglo?
      agent: Si la falla se repite o no tiene reparación, le cambiamos el equipo por uno nuevo.
      client: {Muy bien, muchas gracias.|Perfecto. Gracias por la ayuda.}
      close
    `,
  },
  {
    about: 'cambio de talla o color',
    play: `
      > returns
      client: {greet}, compré un juego de {sábanas queen|cortinas|toallas} y el color no combina. ¿Lo puedo cambiar?
      > person
      agent: {greet}, le saluda {agent}. Claro que sí: tiene 30 días con el empaque y la factura. ¿Prefiere la tienda o que lo recojamos?
      client: {Que lo recojan, si se puede.|En la tienda {place}.}
      agent: Con gusto. ¿A nombre de quién está la compra?
      client: {name}, factura {ref}.
      agent: Gracias, {title}. El cambio queda registrado. ¿Qué color desea?
      client: {Beige|Gris claro|Blanco|Azul marino}.
      agent: Lo tenemos disponible. Queda listo para el {date}.
      client: {Excelente, gracias.|Buenísimo, mil gracias.}
      close
    `,
  },
  {
    about: 'solicitud de crédito',
    amount: [25_000, 95_000, 5_000],
    play: `
      > payment
      > person
      client: Quiero sacar un juego de {comedor|sala|habitación} de {amount} a crédito, ¿qué necesito?
      agent: {greet}, le atiende {agent}. Necesita cédula, carta de trabajo y una factura de servicio a su nombre. La evaluación toma unas dos horas.
      client: Trabajo {por cuenta propia|en un salón|con un taxi}, no tengo carta.
      agent: No hay problema: aceptamos los tres últimos meses de movimientos bancarios. ¿Me indica su nombre?
      client: {name}.
      agent: Gracias, {title}. Con un inicial del 15 % le quedaría en 18 cuotas. Le envié la simulación al {phone}.
      note: Crédito por {amount}, ingreso informal. Pedir movimientos bancarios.
      client: {La cuota me conviene.|Esa cuota sí la puedo pagar.} ¿Puedo llevar los papeles a {place}?
      agent: Sí, pregunte por el departamento de crédito con el código {ref}. Abrimos todos los días.
      client: {Gracias, voy mañana.|Muchas gracias.}
      close
    `,
  },
  {
    about: 'pago rechazado en línea',
    amount: [2_450, 18_900, 50],
    play: `
      > payment
      > person
      client: Traté de pagar {amount} en la página y me sale «pago rechazado», pero el banco me lo cargó.
      agent: {greet}. Soy {agent}. Entiendo la preocupación. ¿Me comparte su nombre y la hora del intento?
      client: {name}, {hace como una hora|a las {time}}.
      agent: Gracias, {title}. Veo el intento: el banco lo retuvo, pero no llegó a cobrarse. La retención se libera sola en 24 a 72 horas.
      client: ¿Y mi pedido? No quiero perder la oferta.
      agent: Le mantuve el precio. Le acabo de enviar un enlace de pago seguro a {email}, válido hasta la medianoche.
      client: {Ya pagué, salió bien.|Listo, ahora sí pasó.}
      agent: Confirmado: su pedido es el {ref} y llega el {date}. ¡Gracias por comprar con nosotros!
      close
    `,
  },
  {
    about: 'mueble que llegó dañado',
    play: `
      > order
      > person
      client: Me acaban de entregar {un gavetero|una mesa de centro|un librero} y vino con una esquina rota.
      client: Tengo fotos.
      agent: {greet}, {title}. Le atiende {agent}. Le pido disculpas. Le repondremos la pieza sin costo. ¿El pedido está a su nombre?
      client: Sí, pedido {ref}.
      assign
      agent: {title}, le saluda {agent}, de Despachos. Su reposición sale el {date} y el mismo camión recoge la pieza dañada.
      note: Daño de transporte. Reposición autorizada; cobrar al transportista.
      client: {¿Tengo que pagar algo?|¿Debo empacarla?}
      agent: No, nada. Solo tenga el mueble a mano cuando lleguen.
      client: {Gracias por resolverlo tan rápido.|Muy bien, gracias por la atención.}
      close
    `,
  },
  {
    about: 'instalación de aire acondicionado',
    amount: [24_500, 48_900, 500],
    play: `
      > catalogue
      > person
      client: ¿El precio del aire inversor de {12,000|18,000|24,000} BTU incluye la instalación?
      agent: {greet}, le saluda {agent}. Sí: los {amount} incluyen instalación básica de hasta tres metros de tubería. ¿Es apartamento o casa?
      client: {Apartamento en un tercer piso.|Una casa de una planta.|Apartamento, segundo piso.}
      agent: Perfecto. Si la distancia es mayor, cada metro adicional cuesta RD$ 450. ¿Le reservo una visita de evaluación?
      client: Sí. {name}, mi teléfono es {phone}.
      agent: Gracias, {title}. La visita es el {date} a las {time} y no tiene costo. Su código es {ref}.
      client: ¿Qué tiempo de garantía tiene?
      agent: Un año en piezas y cinco en el compresor, con dos mantenimientos incluidos.
      client: {Excelente.|Muy bien, gracias.}
      close
    `,
  },
  {
    about: 'factura con comprobante fiscal',
    play: `
      > person
      client: {greet}. Compré {ayer|el sábado|esta mañana} y necesito la factura con comprobante fiscal a nombre de mi empresa.
      agent: {greet}. Soy {agent}. Con gusto. ¿Me indica el número de factura y el nombre de la empresa?
      client: Factura {ref}, {Servicios Mirador SRL|Grupo Las Acacias SRL|Inversiones Tamarindo SRL}. El RNC lo tiene la cajera, porque lo di al pagar.
      agent: Gracias. Ya la encontré. Emito la nota de crédito y la factura nueva; le llegan a {email} en una hora.
      client: {Perfecto, la necesito hoy.|Bien, gracias.}
      note: Reemisión con comprobante de crédito fiscal. Contabilidad avisada.
      agent: Enviada, {title}. Confírmeme si la recibió, por favor.
      client: {Recibida. Gracias.|Ya llegó, todo correcto.}
      close
    `,
  },
  {
    about: 'lista de bodas',
    play: `
      > person
      client: {greet}, queremos abrir una lista de {bodas|baby shower} para dentro de dos meses. ¿Cómo funciona?
      agent: {greet}. ¡Felicidades! Le atiende {agent}. Usted elige los artículos en la tienda o en la página y compartimos el enlace con sus invitados. Recibe un 10 % de lo comprado en vales.
      client: ¡Me gusta! ¿Hay que pagar algo?
      agent: No tiene costo. ¿A nombre de quién la creo?
      client: {name}.
      agent: Lista creada, {title}: es la {ref}. En la tienda {place} le espera una asesora que le ayuda a elegir.
      client: {Pasamos el fin de semana. Gracias.|Gracias, vamos mañana.}
      close
    `,
  },
  {
    about: 'queja de atención en tienda',
    play: `
      > person
      client: Quiero poner una queja. En la tienda {place} me hicieron esperar {casi una hora|cuarenta minutos} para {entregarme un abanico|una devolución}.
      agent: {greet}. Soy {agent}. Le ofrezco disculpas en nombre de Casa Flamboyán. ¿Me indica su nombre y cuándo ocurrió?
      client: {name}, {ayer como a las {time}|esta mañana}.
      agent: Gracias, {title}. Registré su reclamación con el número {ref}. La gerente de la tienda la recibirá hoy y le llamará al {phone}.
      note: Segunda queja de esta tienda en la semana por tiempos de espera. Avisar a Operaciones.
      client: {Espero que mejoren, siempre compro ahí.|Ojalá lo tomen en cuenta.}
      agent: Lo tomamos muy en serio. Gracias por decírnoslo: así mejoramos.
      close
    `,
  },
  {
    about: 'recoger en tienda',
    play: `
      > order
      > person
      client: Compré en línea y elegí recoger en {place}. ¿Ya está listo?
      agent: {greet}, le atiende {agent}. ¿Su nombre, por favor?
      client: {name}.
      agent: Gracias, {title}. Sí, el pedido {ref} está listo desde {esta mañana|ayer en la tarde}. Lo guardamos por cinco días.
      client: ¿Puede ir mi {hermano|esposa|vecino} a buscarlo?
      agent: Claro, con una foto de su cédula y el número de pedido.
      client: {Perfecto.|Gracias.} Va hoy mismo.
      agent: Le dejamos avisado en la tienda. ¡Que lo disfrute!
      close
    `,
  },
  {
    about: 'estado de pedido (bot)',
    play: `
      > order
      > menu
      > returns
    `,
  },
  {
    about: 'catálogo (bot)',
    play: `
      client: {buenas|hola buenas|Saludos}
      > catalogue
      client: {Ok, voy a ver en la página|Gracias}
    `,
  },
  {
    about: 'horario (bot)',
    play: `
      client: {¿Abren los domingos?|¿A qué hora cierran hoy?|horario de la tienda}
      > menu
      > payment
    `,
  },
  {
    about: 'delivery to a villa',
    language: 'EN',
    play: `
      > catalogue
      > person
      client: Hi! Do you deliver {outdoor furniture|a washer and dryer|two mattresses} to {Cabarete|Las Terrenas|Bávaro}?
      agent: {greet}, I am {agent}. Yes, we deliver to the whole country. To that area it takes three to five days. May I have your name?
      client: {name}. Is there somebody who can assemble everything?
      agent: Of course, {title}. Assembly is included for furniture. I have sent you a quotation to {email}.
      client: Got it, I will pay online tonight.
      agent: Perfect. Your reference is {ref}; we will call you at {phone} the day before.
      close
    `,
  },
  {
    about: 'tax-free question',
    language: 'EN',
    play: `
      > payment
      > person
      client: Can I pay in US dollars or with a foreign credit card?
      agent: {greet}, this is {agent}. Both. Dollars are taken at the rate of the day in every store, and foreign cards work online and in stores.
      client: Great. Is the {place} store open on Sundays?
      agent: Yes, until 6 pm on Sundays. Anything else I can do for you?
      client: No, that is all. Thanks a lot!
      close
    `,
  },
]

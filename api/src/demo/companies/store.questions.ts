import type { Question } from '../question.ts'

export const storeQuestions: Question[] = [
  {
    question: '¿Qué hago si mi pedido llegó dañado?', wordings: ['el mueble vino rayado', 'llegó roto lo que compré', 'mi nevera llegó golpeada', 'me entregaron un artículo con defecto'],
    answer: 'Lamentamos el inconveniente. Envíenos por aquí su número de pedido y dos o tres fotos dentro de las 48 horas de la entrega. Se lo cambiamos sin costo o le devolvemos su dinero, como usted prefiera.',
  },
  {
    question: '¿Ofrecen instalación de aires acondicionados?', wordings: ['me instalan el aire', 'cuánto cuesta la instalación del aire acondicionado', 'el inversor incluye instalación', 'quién instala el aire que compré'],
    answer: 'Sí. La instalación básica de un aire de hasta 18,000 BTU cuesta RD$ 4,500.00 e incluye cinco metros de tubería. Un técnico le llama en un plazo de 24 horas para coordinar la visita.',
  },
  {
    question: '¿Puedo pagar una parte en efectivo y otra con tarjeta?', wordings: ['pagar mitad y mitad', 'combinar dos formas de pago', 'dividir el pago en dos tarjetas'],
    answer: 'En nuestras tiendas puede combinar efectivo, transferencia y hasta dos tarjetas en la misma compra. En línea se paga con una sola forma de pago.',
  },
  {
    question: '¿Tienen apartado de mercancía?', wordings: ['puedo separar un mueble', 'hacen plan de apartado', 'quiero apartar un juego de comedor', 'reservar un artículo con un depósito'],
    answer: 'Sí. Con el 20 % del precio le apartamos el artículo durante 60 días, con el precio del día en que lo aparta. Los abonos pueden hacerse en cualquier tienda.',
  },
  {
    question: '¿Cómo solicito una factura con comprobante fiscal?', wordings: ['necesito factura con NCF', 'me pueden poner el RNC en la factura', 'comprobante fiscal para mi empresa', 'cambiar la factura a crédito fiscal'],
    answer: 'Indique su RNC al momento de pagar, en la tienda o en línea. Si ya compró, escríbanos con su número de factura dentro del mismo mes y le enviamos por correo la factura con crédito fiscal.',
  },
  {
    question: '¿Hacen muebles a la medida?', wordings: ['quiero un sofá de otro tamaño', 'fabrican muebles por encargo', 'me pueden hacer un clóset a la medida'],
    answer: 'Sí: sofás, cabeceras y clósets. Traiga o envíe sus medidas y le cotizamos en dos días laborables. Se trabaja con el 50 % de avance y la entrega toma de 15 a 20 días laborables.',
  },
  {
    question: '¿Venden tarjetas de regalo?', wordings: ['quiero regalar un bono', 'tienen gift cards', 'certificado de regalo para una boda'],
    answer: 'Sí, desde RD$ 500.00, en todas las tiendas y en línea. Valen durante un año y pueden usarse en varias compras hasta agotar el saldo.',
  },
  {
    question: '¿Tienen lista de bodas?', wordings: ['abrir una lista de regalos', 'lista de regalos para mi matrimonio', 'cómo funciona la lista de boda'],
    answer: 'Sí. Puede abrirla en cualquier tienda o en «Mi cuenta → Listas». Sus invitados compran en línea o en la tienda, y ustedes reciben además un bono del 10 % de lo que les regalen.',
  },
  {
    question: '¿Retiran el electrodoméstico viejo?', wordings: ['se llevan mi nevera vieja', 'reciben la lavadora usada', 'qué hago con la estufa anterior'],
    answer: 'Sí. Al entregarle su nuevo electrodoméstico retiramos el anterior sin costo y lo enviamos a reciclaje. Téngalo desconectado y vacío.',
  },
  {
    question: '¿Trabajan los días feriados?', wordings: ['abren el día de la Independencia', 'están abiertos en Navidad', 'horario de los feriados', 'abren el primero de enero'],
    answer: 'Los días feriados abrimos de 10:00 a. m. a 6:00 p. m. Solo cerramos el 1 de enero, el Viernes Santo y el 25 de diciembre.',
  },
]

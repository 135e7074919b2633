/** What the store tells its customers on a page of its own; the bot answers from it. */
export const storeHandbook = `# Preguntas sobre envíos y devoluciones

## Envíos

### ¿A dónde envían y cuánto tarda?

Enviamos a todo el país. En el Distrito Nacional y Santo Domingo su pedido llega en 24 a 48 horas; en el resto del país, en 3 a 5 días laborables. Los pedidos que se hacen después de las 3:00 de la tarde cuentan desde el día siguiente. Los muebles a la medida tardan de 15 a 20 días laborables.

### ¿Cuánto cuesta el envío?

El transporte es gratis en compras desde RD$ 10,000.00. Por debajo de ese monto:

| Zona | Artículos pequeños | Muebles y línea blanca |
|---|---|---|
| Distrito Nacional y Santo Domingo | RD$ 250.00 | RD$ 950.00 |
| Santiago y el Cibao | RD$ 350.00 | RD$ 1,800.00 |
| Este y Sur | RD$ 350.00 | RD$ 2,200.00 |

### ¿Suben los muebles a mi apartamento?

Sí. La entrega incluye subir hasta el tercer piso por escalera, o a cualquier piso si el artículo cabe en el ascensor. Por cada piso adicional por escalera se cobran RD$ 300.00. Si el mueble no cabe por la puerta, lo llevamos de vuelta sin costo y le devolvemos su dinero.

### ¿Puedo cambiar el día o la dirección de la entrega?

Puede cambiarlos sin costo hasta las 5:00 de la tarde del día anterior a la entrega, en «Mi cuenta → Mis pedidos» o por este chat con su número de pedido. El chofer le llama media hora antes de llegar; si no hay quien reciba, coordinamos una segunda visita sin costo. A partir de la tercera visita se cobra el envío de nuevo.

### ¿Puedo recoger mi pedido en la tienda?

Sí, sin costo. Le avisamos por correo cuando esté listo, normalmente en dos horas. Lo guardamos siete días. Para recogerlo basta su cédula y el número de pedido; si envía a otra persona, ella necesita una copia de la cédula de usted.

## Devoluciones y cambios

### ¿Cuántos días tengo para devolver o cambiar?

Tiene 30 días desde que recibe su compra, con la factura y el empaque original. Los colchones y la ropa de cama se cambian solo si están sellados. Los artículos en liquidación se cambian por otro, pero no se devuelve el dinero.

### ¿Cómo devuelvo un artículo?

1. Escríbanos por este chat con su número de factura y el motivo.
2. Los artículos pequeños se llevan a cualquiera de nuestras tiendas; los muebles y la línea blanca los recogemos en su casa.
3. Revisamos el artículo en un plazo de tres días laborables y le confirmamos por correo.

La recogida es gratis si el artículo llegó dañado o equivocado; en los demás casos cuesta lo mismo que el envío.

### ¿Cuándo me devuelven el dinero?

Con tarjeta de crédito, entre 7 y 15 días laborables según su banco. Con transferencia, en 5 días laborables. Si pagó en efectivo, se le entrega un cheque o una tarjeta de regalo, como prefiera.

### Mi pedido llegó dañado, ¿qué hago?

Tome fotos del empaque y del artículo y escríbanos dentro de las 48 horas. Le enviamos otro o le devolvemos el dinero, como usted elija, y recogemos el dañado sin costo.

## Garantía

Los electrodomésticos tienen un año de garantía de fábrica con servicio a domicilio; los muebles, seis meses contra defectos de fabricación. La garantía no cubre golpes, humedad ni subidas de voltaje. Para pedir servicio, llame al taller o escríbanos con el número de factura y el de serie del equipo.
`

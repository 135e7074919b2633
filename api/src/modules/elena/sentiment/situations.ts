import type { Language } from '../../language/index.ts'

/**
 * What customers tell of without naming it: no word of "se llevaron mi cartera" is a bad one. All patterns read folded
 * text, and no gap in them is longer than a few words, so none costs more than a small multiple of the text's length.
 */

const gap = (most: number) => `[^.!?\\n]{0,${most}}`
const any = (...patterns: string[]) => new RegExp(patterns.map(pattern => `\\b(?:${pattern})`).join('|'))

/** Money, health or a home in danger now. */
export const danger: Record<Language, RegExp> = {
  es: any(
    // Somebody else has the money, the card or the way in.
    `(?:retiros?|compras?|consumos?|transferencias?|cargos?|clave|codigo|contrasena|correo)\\b${gap(60)}\\bno (?:l[aeo]s? )?(?:hice|fui|autorice|reconozco|realice|pedi|solicite)\\b`,
    `no (?:hice|autorice|reconozco|realice) (?:es[aeo]s?|est[aeo]s?|un[ao]s?|ningun[ao]?) (?:retiros?|compras?|consumos?|transferencias?|cargos?|movimientos?)\\b`,
    `(?:alguien|otra persona|un desconocido|unos tipos)\\b${gap(30)}\\b(?:mi cuenta|mi tarjeta|mi banco|mi clave|mi cedula|mi nombre|mis datos)\\b`,
    `(?:le di|les di|di|pase|dicte|puse|entregue)\\s(?:mi |la |el |mis |los )?(?:clave|codigo|contrasena|pin|token|datos)\\b`,
    `(?:se (?:me |nos )?(?:llevaron|robaron|perdio|perdieron|quedo)|perdi|me (?:robaron|quitaron|arrebataron)|nos (?:robaron|quitaron)|deje botad[ao])\\b${gap(25)}\\b(?:cartera|tarjetas?|cedula|pasaporte|bolsos?|celular|telefono|documentos|laptop|llaves|vehiculo|carro|motor)\\b`,
    `(?:sacaron|estan sacando|saco|vaciaron|desaparecio|transfirieron|sigue saliendo)\\b${gap(30)}\\b(?:dinero|cuartos|cuenta|ahorros|todo|pesos)\\b`,
    'me estafaron\\b', 'me timaron\\b', 'cai en una estafa\\b', 'suplantaron\\b', 'se trago (?:mi|la) tarjeta\\b',
    // Somebody's body.
    `(?:dolor|opresion|presion|puntadas?)\\b${gap(15)}\\b(?:el |su |mi )pecho\\b`, 'no (?:puede |puedo )?(?:respira|respirar|reacciona|despierta)\\b',
    '(?:le|me|nos) (?:falta (?:el )?aire|cuesta respirar)\\b', '(?:se )?desmay(?:o|e|ado|ada)\\b', 'convulsion\\w*', 'inconsciente\\b', 'hemorragia\\b',
    `sangr(?:e|a|ando)\\b`, '(?:se )?(?:ahoga|atraganto|ahogando|asfixia\\w*)\\b', `(?:doble|triple)\\b${gap(12)}\\bdosis\\b`, `dosis\\b${gap(15)}\\b(?:equivocada|doble|de mas)\\b`,
    `(?:se trago|se tomo|se comio|ingirio)\\b${gap(25)}\\b(?:pila|bateria|cloro|detergente|moneda|pastillas|frasco|veneno|iman|acido)\\b`,
    'fiebre (?:alta|de (?:39|40|41|treinta y nueve|cuarenta))\\b', '(?:39|40|41|cuarenta) de fiebre\\b', 'contracciones\\b', 'rompi fuente\\b', 'intoxicad[ao]\\b',
    `(?:sin|acabo|acaba|termino)\\b${gap(12)}\\b(?:insulina|oxigeno|medicinas?|medicamentos?|pastillas de la presion)\\b`,
    '(?:muy )?maread[ao]\\b', `se cayo\\b${gap(25)}\\b(?:bano|ducha|escaleras?|no se (?:puede|levanta))`,
    // The house, the road.
    '(?:cables?|alambres?) (?:pelad|suelt|caid|viv|electric)', '(?:huele|olor) a (?:gas|quemado|humo)\\b', `(?:sale|saliendo|echa|bota|botando)\\b${gap(12)}\\b(?:humo|chispas|candela|fuego)\\b`,
    `(?:agua|tuberia)\\b${gap(25)}\\b(?:inunda\\w*|por el techo|hasta la sala|toda la casa)\\b`, 'se metio (?:el )?agua\\b',
    `(?:me|nos) (?:quede|quedamos|dejaron|deje)\\b${gap(12)}\\b(?:botad|tirad|varad|encerrad|afuera|en la calle|en la carretera|en la autopista)`,
    `(?:hij[ao]|nin[ao]|bebe|abuel[ao]|mama|papa)\\b${gap(20)}\\b(?:encerrad[ao]|atrapad[ao]|adentro|sol[ao] en)\\b`,
    '(?:me|nos) (?:quitan|embargan|desalojan) (?:la casa|el local|el carro|hoy)', 'en la calle si no\\b', 'paciente de oxigeno\\b',
  ),
  en: any(
    `(?:withdrawals?|purchases?|transfers?|charges?|payments?|code|password|transactions?)\\b${gap(60)}\\b(?:i (?:never|didn'?t|did not) (?:made|make|approve|authori[sz]ed?|ask|request|do)|wasn'?t me|not me)\\b`,
    `(?:don'?t|do not) recogni[sz]e (?:th[aei]\\w*|a|any) (?:withdrawals?|purchases?|transfers?|charges?|payments?)\\b`,
    `(?:someone|somebody|a stranger|another person)\\b${gap(30)}\\b(?:my account|my card|my bank|my details|my name|my email)\\b`,
    `i (?:gave|told|sent|typed)\\s(?:\\w+ )?(?:my |the |him my |them my )?(?:code|pin|password|details|token)\\b`,
    `(?:they |he |she |somebody |someone )(?:took|stole|snatched|grabbed)\\b${gap(20)}\\b(?:bag|purse|wallet|phone|cards?|passport|laptop|car)\\b`,
    `i (?:lost|left|can'?t find)\\b${gap(12)}\\b(?:card|wallet|purse|passport)\\b`,
    `(?:emptied|drained|moved|cleaned out|keeps? leaving)\\b${gap(20)}\\b(?:account|savings|money)\\b`, 'money keeps leaving\\b', 'i (?:was|got|have been|\'?ve been) (?:scammed|conned|phished|tricked)\\b',
    '(?:kept|swallowed|ate) my card\\b',
    `(?:pain|pressure|tightness)\\b${gap(12)}\\bchest\\b`, `(?:can'?t|cannot|isn'?t|not|hardly|barely)\\b${gap(12)}\\b(?:breathe|breathing|catch (?:his|her|my) breath|responding|wake up)\\b`,
    '(?:fainted|passed out|collapsed|unconscious|seizure|convulsing)\\b', `(?:losing|lost)\\b${gap(12)}\\bblood\\b`, 'bleeding\\b', '(?:double|triple|wrong) dose\\b', 'overdose\\w*',
    `swallowed\\b${gap(15)}\\b(?:battery|coin|bleach|pills?|magnet|detergent|poison)\\b`, `(?:fever|temperature)\\b${gap(6)}\\b(?:39|40|41|10[3-6])\\b`, 'contractions\\b', 'waters? broke\\b',
    `(?:out of|ran out of|without)\\b${gap(8)}\\b(?:insulin|oxygen|medicine|medication|inhaler)\\b`, '(?:feel|feeling|very) (?:dizzy|faint)\\b', 'choking\\b', 'inhaler is empty\\b',
    `(?:slipped|fell|fallen)\\b${gap(20)}\\b(?:shower|stairs|bath\\w*|can'?t get up)\\b`, 'on oxygen\\b',
    '(?:bare|live|loose|exposed|hanging) (?:cables?|wires?)\\b', `smells? (?:of|like) (?:gas|burning|smoke)\\b`, `(?:smoke|sparks|flames)\\b${gap(12)}\\b(?:coming|from|out of)\\b`,
    `water\\b${gap(20)}\\b(?:ceiling|pouring|everywhere|whole house|living room)\\b`, `(?:stranded|broken down|dead engine)\\b`,
    `(?:son|daughter|child|baby|kid|boy|girl|grandmother|mum|mom|dad)\\b${gap(20)}\\b(?:locked in|trapped|stuck|inside the|alone (?:in|at))\\b`,
    `(?:lose|take|taking|repossess\\w*)\\b${gap(6)}\\b(?:the|our|my) (?:house|home)\\b`, 'on the street (?:tonight|today)\\b',
  ),
}

/** Having to ask again, or still, or of yet another. */
export const asksAgain: Record<Language, RegExp> = {
  es: any(
    '(?:segunda|tercera|cuarta|quinta|sexta|septima|enesima) (?:vez|llamada|ocasion)\\b', `(?:cuantas|tantas|varias|muchas|mil) veces\\b`, 'ya van \\w+ (?:veces|llamadas|correos|reportes|mensajes|dias|semanas)\\b',
    `(?:sigo|seguimos|todavia estoy|aun estoy) (?:sin|esperando|igual|con el mismo)\\b`, `(?:escribo|llamo|pregunto|reporto|reclamo)\\b${gap(12)}\\b(?:lo mismo|el mismo)\\b`,
    `(?:todavia|aun) no (?:me|nos)\\b`, 'nadie (?:me|nos|se|le)\\b', 'a quien mas\\b', `hasta cuando\\b${gap(15)}\\b(?:voy|vamos|seguire|sin)\\b`, 'y para es[ot]o?\\b', 'dejen de \\w+',
    `(?:quedaron|dijeron|prometieron)\\b${gap(40)}\\b(?:y (?:nada|hoy|van|ya|estamos|todavia))\\b`,
  ),
  en: any(
    '(?:second|third|fourth|fifth|sixth|umpteenth) (?:time|call)\\b', `(?:how many|so many|several|countless) times\\b`, 'still (?:waiting|without|no|not|have the same|haven\'?t|hasn\'?t)\\b',
    `(?:the )?same (?:thing|problem|issue)\\b${gap(15)}\\b(?:again|i reported|since)\\b`, `you said\\b${gap(40)}\\b(?:and|but)\\b`, 'i was told\\b', 'who else to\\b',
    `how much longer\\b`, '(?:nobody|no one) (?:here|has|told|asked|calls|returns|takes|seems)\\b', 'stop (?:calling|sending|emailing|texting)\\b', `another (?:collection|wrong|bill)\\b`, `so (?:i|we) waited\\b`,
  ),
}

/** Praise that means its opposite. */
export const irony: Record<Language, RegExp> = {
  es: any(
    `(?:me encanta|me fascina|adoro|que (?:lindo|bonito|maravilla|bien|conveniente|casualidad)|genial|maravilloso|felicidades|felicitaciones|los felicito|(?:muchas |mil )?gracias|bravo|excelente)\\b,?${gap(12)}\\b(?:por (?:no|nada|dejar\\w*|hacer(?:me|nos) (?:esperar|perder)|arruinar\\w*|cobrar\\w*|perder\\w*|ignorar\\w*|colgar\\w*)|pagar por|que (?:me|nos) (?:cuelguen|cobren|ignoren|dejen)|lograron que|otra vez (?:sin|la misma|lo mismo|cerrad\\w|caid\\w)|ya me (?:voy|cambio)|que (?:siempre|justo))`,
    `(?:lind[oa]|bonit[oa]|bell[oa]|precios[oa]|bien|excelente|amables|maravilloso)\\b${gap(12)}\\bhasta que\\b`, `la culpa (?:es|la tiene)\\b${gap(12)}\\bcliente\\b`,
  ),
  en: any(
    `(?:i (?:just |really )?love|thanks(?: a lot| so much)?|thank you|congratulations|congrats|well done|bravo|wonderful|brilliant|great job|how (?:nice|lovely|convenient))\\b,?${gap(12)}\\b(?:for (?:nothing|making|keeping|ruining|wasting|losing|charging|ignoring|leaving)|paying for|being (?:hung|ignored|charged|lied)|you'?ve (?:convinced|managed|lost)|no (?:service|signal|water|answer) again|off to|that there'?s no)`,
    `(?:lovely|nice|wonderful|great|perfect|fine|friendly)\\b${gap(6)}\\buntil (?:you|i|we|it)\\b`, `funny how\\b`, `(?:the )?customer'?s fault\\b`, 'of course,? as always\\b',
  ),
}

/** Kind words that every letter holds. */
export const courtesy: Record<Language, RegExp> = {
  es: any(
    `(?:muchas |mil )?gracias (?:de antemano|por (?:la|su) (?:informacion|atencion prestada|pronta respuesta))`, 'de antemano,? (?:muchas )?gracias', '(?:(?:muchas )?gracias[,. ]+)?quedo (?:atent[oa]|pendiente|a la espera)\\b', '(?:(?:muchas )?gracias[,. ]+)?quedamos (?:atent[oa]s|a la espera)\\b',
    'seria[n]? tan (?:amables?|gentil(?:es)?)\\b', `espero (?:que )?(?:se encuentren?|este|esten|estes) (?:muy )?bien\\b`, 'saludos cordiales\\b', 'un (?:placer|gusto) (?:saludar\\w*|conocer\\w*)', 'le(?:s)? agradeceria\\b', 'se lo[s]? agradeceria\\b', 'si (?:son|es) tan amables?\\b',
    `(?:perfecto|excelente|bien|listo|ok|genial|dale)[,. ]+(?:y |entonces|nos vemos|manana|paso|pasare|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|a las|cuanto|donde|que)`, `(?:muy amable|gracias)[,. ]+(?:y |entonces|cuanto|donde|cual|manana|nos vemos)`,
  ),
  en: any(
    '(?:many |kind |best )?(?:thanks|thank you) in advance', `(?:(?:many )?thanks[,. ]+)?(?:i )?look(?:ing)? forward to (?:hearing|your)`, `(?:would|will) you be (?:so|kind)\\b`, '(?:i )?hope (?:you (?:are|\'?re)|this finds you) (?:doing )?well', '(?:kind|best|warm) regards',
    `(?:nice|pleased|pleasure) to meet you`, `(?:would|\'?d) be grateful\\b`, '(?:would|\'?d) appreciate (?:it if|if)\\b',
    `(?:perfect|great|excellent|fine|ok|sure|all right|alright|cool)[,. ]+(?:and |then|see you|i'?ll|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at \\d|how|what|where|which)`, `(?:thanks|thank you|very kind)[,. ]+(?:and |then|how|what|where|which|i'?ll)`,
  ),
}

/** What might happen, or is only asked about: "what do I do if I lose my card abroad?" */
export const supposes: Record<Language, RegExp> = {
  es: any(
    'que (?:hago|pasa|hacemos|debo hacer|se hace|hay que hacer|sucede|ocurre) (?:si|cuando|en caso)\\b', 'en caso de\\b', `(?:cubren?|incluyen?|venden|atienden|ofrecen|aceptan|tratan)\\b${gap(40)}\\b(?:robos?|accidentes?|emergencias?|urgencias?|incendios?|hospitalizacion|humo|gas|fraudes?)\\b`,
    `(?:hay|tienen|existe|cuentan con)\\b${gap(30)}\\b(?:emergencias?|urgencias?|incendios?|ambulancia)\\b`, 'como (?:reporto|pongo|se pone|se reporta|hago para reportar)\\b',
  ),
  en: any(
    `what (?:do|should|can|happens|would)\\b${gap(12)}\\b(?:if|when|in case)\\b`, 'in case of\\b', `(?:does|do|is|are|will)\\b${gap(25)}\\b(?:cover|include|treat|sell|offer|accept)\\w*\\b${gap(40)}\\b(?:theft|accidents?|emergenc\\w+|fire|fraud|smoke|gas|hospital\\w*)\\b`,
    `(?:is|are) (?:there|your)\\b${gap(25)}\\b(?:emergency|fire|ambulance)\\b`, `(?:does|do)\\b${gap(25)}\\bhave\\b${gap(12)}\\b(?:emergency|fire|ambulance)\\b`, 'how do i (?:report|file)\\b', 'do you sell\\b',
  ),
}

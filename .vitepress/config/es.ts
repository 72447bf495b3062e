/** Español: every string of the interface. */
import type { Locale } from './locale.ts'

export const es: Locale = {
  label: 'Español',
  lang: 'es',
  openGraph: 'es_ES',
  title: 'Almacenamiento de sesiones, lado a lado',
  description:
    'Un almacén de sesiones en memoria escrito en Go, línea a línea junto a su port a TypeScript; cada afirmación es una prueba que puedes ejecutar.',
  pages: {
    'session-storage': 'Almacenamiento de sesiones',
    traces: 'Trazas',
    bench: 'Mediciones',
  },
  anchorLabel: (title) => `Enlace a «${title}»`,
  copyCode: { tooltipText: 'Copiar el código', copiedText: 'Copiado' },
  strings: {
    skip: 'Ir al texto',
    navigation: 'Páginas',
    languages: 'Idiomas',
    toDark: 'Cambiar al tema oscuro',
    toLight: 'Cambiar al tema claro',
    outline: 'En esta página',
    top: 'Volver arriba',
    edit: 'Editar esta página',
    source: 'Texto fuente de esta página',
    lastChanged: 'Último cambio',
    pager: 'Páginas vecinas',
    previous: 'Página anterior',
    next: 'Página siguiente',
    notFound: {
      title: 'Página no encontrada',
      text: 'En esta dirección no hay nada guardado. Quizá ya pasó el recolector.',
      home: 'Ir a la página de inicio',
    },
    search: {
      open: 'Buscar',
      placeholder: 'Buscar en el sitio',
      close: 'Cerrar la búsqueda',
      nothing: 'No hay resultados para «{query}»',
      results: 'Resultados',
    },
    kinds: {
      stated: 'lo dice la sección',
      shown: 'se ve en el código',
      surprise: 'la sección no lo dice',
      differs: 'TypeScript difiere',
    },
    kindsLabel: 'Etiquetas de las afirmaciones',
    measurements: {
      store: 'Almacén',
      original: 'el original (Go)',
      sessions: '{n} sesiones',
      columns: {
        createPerSecond: 'Crear, por segundo',
        usePerSecond: 'Usar, por segundo',
        destroyPerSecond: 'Destruir, por segundo',
        bytesPerSession: 'Bytes por sesión',
        collectNoneMicroseconds: 'GC, ninguna caducada, µs',
        collectAllMicroseconds: 'GC, todas caducadas, µs',
      },
      chart: 'Una pasada sin sesiones caducadas, según el número de sesiones',
      axes: { sessions: 'sesiones', time: 'µs' },
      made: 'Medido el {date}: {machine}, Node {node}, {go}. Mediana de {runs} ejecuciones.',
      noGo: 'sin Go',
    },
    footer: [
      'Basado en la sección 6.3 de <a href="https://github.com/astaxie/build-web-application-with-golang"><cite>Build Web Application with Golang</cite></a>.',
      'Listado: BSD-3-Clause, © 2012 AstaXie and The Contributors. Port: BSD-3-Clause.',
      'Texto escrito para este proyecto a partir de esa sección: <a href="https://creativecommons.org/licenses/by-sa/3.0/deed.es">CC BY-SA 3.0</a>.',
    ],
  },
}

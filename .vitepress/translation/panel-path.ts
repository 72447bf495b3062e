/** The path of a page's panel, from the site's base; the page's file follows. */
export const panelPath = '/translator/'

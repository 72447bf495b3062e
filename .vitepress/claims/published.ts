/** Defines the files of the claims that a page fetches. */

/** The path of a claim's file for the panel, from the site's base. */
export const panelPath = (locale: string, id: string): string =>
  `/claim/${locale}/${id}.json`

/** The content of that file. */
export interface PanelData {
  readonly html: string
}

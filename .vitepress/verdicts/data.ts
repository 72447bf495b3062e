/** What the published files of the claims look like, for those who fetch them. */

/** Path, from the site's base, of what the panel shows of a claim. */
export const panelPath = (locale: string, id: string): string =>
  `/claim/${locale}/${id}.json`

/** The content of that file. */
export interface PanelData {
  readonly html: string
}

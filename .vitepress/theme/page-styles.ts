/** The styles that only some pages need; all pages share one file. */
import counts from '../claims/page/counts.css?inline'
import entry from '../claims/page/entry.css?inline'
import ledger from '../claims/page/ledger.css?inline'
import measurements from '../claims/page/measurements.css?inline'
import repaired from '../claims/page/repaired.css?inline'
import notes from '../hovers/page/notes.css?inline'
import home from '../site/styles/home.css?inline'
import status from '../translation/page/status.css?inline'
import diff from '../weave/page/diff.css?inline'
import lines from '../weave/page/lines.css?inline'
import trace from '../weave/page/trace.css?inline'

/** By the name of the page. */
export const styles: Readonly<Record<string, string>> = {
  challenges: diff + repaired,
  bench: entry + counts + measurements,
  differences: notes,
  claims: entry + counts + ledger + lines + diff,
  index: home,
  'other-storage': entry + counts,
  questions: entry + trace,
  repaired: entry + repaired + diff,
  status: counts + status,
  traces: trace,
}

/** The styles that only some pages need; all pages share one file. */
import counts from './counts.css?inline'
import diff from './diff.css?inline'
import entry from './entry.css?inline'
import home from './home.css?inline'
import ledger from './ledger.css?inline'
import lines from './lines.css?inline'
import measurements from './measurements.css?inline'
import repaired from './repaired.css?inline'
import status from './status.css?inline'
import trace from './trace.css?inline'

/** By the name of the page. */
export const styles: Readonly<Record<string, string>> = {
  bench: entry + counts + measurements,
  claims: entry + counts + ledger + lines + diff,
  index: home,
  'other-storage': entry + counts,
  questions: entry + trace,
  repaired: entry + repaired + diff,
  status: counts + status,
  traces: trace,
}

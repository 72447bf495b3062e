/** The edits of what judges, by file. */

import { ofEvidence } from './edits-evidence.ts'
import { later } from './edits-later.ts'
import { ofOthers } from './edits-others.ts'
import { ofReport } from './edits-report.ts'
import { second } from './edits-second.ts'
import { shown } from './edits-shown.ts'
import { ofTests } from './edits-tests.ts'
import { third } from './edits-third.ts'
import { thirdPage } from './edits-third-page.ts'
import { thirdRun } from './edits-third-run.ts'
import { thirdTold } from './edits-third-told.ts'
import { ofTold } from './edits-told.ts'
import { ofTrace } from './edits-trace.ts'
import { unseen } from './edits-unseen.ts'
import type { Table } from './table.ts'

export const tables: readonly Table[] = [
  ...ofTrace,
  ...ofEvidence,
  ...ofOthers,
  ...ofReport,
  ...unseen,
  ...ofTests,
  ...ofTold,
  ...later,
  ...second,
  ...shown,
  ...third,
  ...thirdRun,
  ...thirdPage,
  ...thirdTold,
]

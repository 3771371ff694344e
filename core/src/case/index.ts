import { approve } from './approve.ts';
import { assignHandlers } from './assign-handlers.ts';
import { checkPerformance } from './check-performance.ts';
import { correctEntry } from './correct-entry.ts';
import { decideCase } from './decide-case.ts';
import { extendDeciding } from './extend-deciding.ts';
import { fileCase } from './file.ts';
import { giveNotice } from './give-notice.ts';
import { publish } from './publish.ts';
import { recordDelivery } from './record-delivery.ts';
import { recordInterview } from './record-interview.ts';
import { recordReturn } from './record-return.ts';
import { recordStatement } from './record-statement.ts';
import { registerLead } from './register-lead.ts';
import { serve } from './serve.ts';

/** Acts on a case, in the order a case usually takes. */
export const caseActs = [
  registerLead,
  fileCase,
  assignHandlers,
  recordInterview,
  giveNotice,
  serve,
  recordDelivery,
  recordReturn,
  recordStatement,
  approve,
  extendDeciding,
  decideCase,
  checkPerformance,
  publish,
  correctEntry,
] as const;

import { judgeMajor } from './judge-major.ts';
import { submitReview } from './submit-review.ts';
import { acceptReview } from './accept-review.ts';
import { returnMaterials } from './return-materials.ts';
import { concludeReview } from './conclude-review.ts';
import { requestReexamination } from './request-reexamination.ts';
import { extendReview } from './extend-review.ts';
import { confirmReview } from './confirm-review.ts';
import { exemptReview } from './exempt-review.ts';
import { recordOtherReview } from './record-other-review.ts';
import { approve } from './approve.ts';
import { assignHandlers } from './assign-handlers.ts';
import { correctEntry } from './correct-entry.ts';
import { decideCase } from './decide-case.ts';
import { extendDeciding } from './extend-deciding.ts';
import { fileCase } from './file.ts';
import { giveNotice } from './give-notice.ts';
import { publish } from './publish.ts';
import { recordInterview } from './record-interview.ts';
import { recordStatement } from './record-statement.ts';
import { registerLead } from './register-lead.ts';
import { serveDirectly } from './serve.ts';

/** Acts on a case, in the order a case usually takes. */
export const caseActs = [
  registerLead,
  fileCase,
  assignHandlers,
  recordInterview,
  giveNotice,
  serveDirectly,
  recordStatement,
  judgeMajor,
  submitReview,
  acceptReview,
  returnMaterials,
  concludeReview,
  requestReexamination,
  extendReview,
  confirmReview,
  exemptReview,
  recordOtherReview,
  approve,
  extendDeciding,
  decideCase,
  publish,
  correctEntry,
] as const;

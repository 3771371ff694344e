import { adoptInspectionPlan } from './adopt-inspection-plan.ts';
import { appoint } from './appoint.ts';
import { cedePower } from './cede.ts';
import { bindLaw } from './bind-law.ts';
import { commitDraw } from './commit-draw.ts';
import { drawLots } from './draw-lots.ts';
import { registerInspectionItem } from './register-inspection-item.ts';
import { entrustPenalty } from './entrust-penalty.ts';
import { delegate } from './delegate.ts';
import { endAbsence } from './end-absence.ts';
import { establishAgency } from './establish.ts';
import { proposeLaw } from './propose-law.ts';
import { publishEntrustment } from './publish-entrustment.ts';
import { publishBatch } from './publish-batch.ts';
import { registerAbsence } from './register-absence.ts';
import { registerCompetence } from './register-competence.ts';
import { registerPreparation } from './register-preparation.ts';
import { registerPost } from './register-post.ts';
import { registerBasis } from './register-basis.ts';
import { registerBenchmark } from './register-benchmark.ts';
import { registerChange } from './register-change.ts';
import { publishCalendar } from './publish-calendar.ts';
import { registerReceipts } from './register-receipts.ts';
import { recordFineRevocation } from './record-fine-revocation.ts';
import { registerEmergency } from './register-emergency.ts';
import { registerFormerFine } from './register-former-fine.ts';
import { registerOtherFiling } from './register-other-filing.ts';
import { registerOfficer } from './register-officer.ts';
import { registerUnit } from './register-unit.ts';
import { reportConflict } from './report-conflict.ts';
import { revokeDelegation } from './revoke-delegation.ts';
import { adoptParameter } from './adopt-parameter.ts';
import { settleConflict } from './settle-conflict.ts';
import { settleDivision } from './settle-division.ts';
import { mendMonitoring } from './mend-monitoring.ts';
import { recordBreak } from './record-break.ts';
import { registerWindow } from './register-window.ts';
import { renameAgency } from './rename.ts';
import { takeOverPower } from './take-over.ts';
import { updatePublished } from './update-published.ts';
import { voidReceipt } from './void-receipt.ts';
import { withdrawCession } from './withdraw-cession.ts';
import { withdrawLawProposal } from './withdraw-law-proposal.ts';

/** Acts on an agency's own records. */
export const agencyActs = [
  establishAgency,
  renameAgency,
  cedePower,
  withdrawCession,
  takeOverPower,
  registerUnit,
  registerOfficer,
  registerCompetence,
  settleDivision,
  entrustPenalty,
  publishEntrustment,
  registerPost,
  appoint,
  proposeLaw,
  withdrawLawProposal,
  bindLaw,
  adoptParameter,
  registerPreparation,
  registerBasis,
  registerBenchmark,
  registerReceipts,
  voidReceipt,
  registerEmergency,
  registerFormerFine,
  recordFineRevocation,
  registerOtherFiling,
  registerChange,
  updatePublished,
  publishBatch,
  registerInspectionItem,
  adoptInspectionPlan,
  commitDraw,
  drawLots,
  reportConflict,
  publishCalendar,
  settleConflict,
  registerAbsence,
  endAbsence,
  delegate,
  revokeDelegation,
  registerWindow,
  recordBreak,
  mendMonitoring,
] as const;

import { admitDefect } from './admit-defect.ts';
import { applyToCourt } from './apply-to-court.ts';
import { judgeMajor } from './judge-major.ts';
import { submitReview } from './submit-review.ts';
import { acceptReview } from './accept-review.ts';
import { returnMaterials } from './return-materials.ts';
import { concludeReview } from './conclude-review.ts';
import { requestReexamination } from './request-reexamination.ts';
import { extendReview } from './extend-review.ts';
import { confirmReview } from './confirm-review.ts';
import { exemptReview } from './exempt-review.ts';
import { settleReview } from './settle-review.ts';
import { withdrawApproval } from './withdraw-approval.ts';
import { withdrawReview } from './withdraw-review.ts';
import { recordOtherReview } from './record-other-review.ts';
import { reportInterest } from './report-interest.ts';
import { requestRecusal } from './request-recusal.ts';
import { decideRecusal } from './decide-recusal.ts';
import { inspectScene } from './inspect-scene.ts';
import { collectEvidence } from './collect-evidence.ts';
import { recordActivity } from './record-activity.ts';
import { recordObstruction } from './record-obstruction.ts';
import { entrustExpert } from './entrust-expert.ts';
import { recordExpertOpinion } from './record-expert-opinion.ts';
import { excludeEvidence } from './exclude-evidence.ts';
import { admitMonitoring } from './admit-monitoring.ts';
import { notifyMonitoring } from './notify-monitoring.ts';
import { flagCrime } from './flag-crime.ts';
import { referCrime } from './refer-crime.ts';
import { excludeCrime } from './exclude-crime.ts';
import { concludeInvestigation } from './conclude-investigation.ts';
import { archiveFile } from './archive.ts';
import { bindFile } from './bind-file.ts';
import { checkCorrection } from './check-correction.ts';
import { openOptionalReview } from './open-optional-review.ts';
import { orderCorrection } from './order-correction.ts';
import { recordDemand } from './record-demand.ts';
import { approve } from './approve.ts';
import { callExperts } from './call-experts.ts';
import { recordApproval } from './record-approval.ts';
import { recordDiscussion } from './record-discussion.ts';
import { recordExperts } from './record-experts.ts';
import { sealDocument } from './seal-document.ts';
import { submitDiscussion } from './submit-discussion.ts';
import { assignHandlers } from './assign-handlers.ts';
import { checkPerformance } from './check-performance.ts';
import { closeCase } from './close.ts';
import { linkCases } from './link.ts';
import { mergeCase } from './merge.ts';
import { splitCase } from './split.ts';
import { resumeCase } from './resume.ts';
import { suspendCase } from './suspend.ts';
import { terminateCase } from './terminate.ts';
import { collectOnSpot } from './collect-on-spot.ts';
import { computeGains } from './compute-gains.ts';
import { correctEntry } from './correct-entry.ts';
import { depositFine } from './deposit-fine.ts';
import { handOver } from './hand-over.ts';
import { handInFine } from './hand-in-fine.ts';
import { recordLanding } from './record-landing.ts';
import { decideOnSpot } from './decide-on-spot.ts';
import { decideCase } from './decide-case.ts';
import { assessCircumstances } from './assess-circumstances.ts';
import { claimNoFault } from './claim-no-fault.ts';
import { requestExtension } from './request-extension.ts';
import { decideExtension } from './decide-extension.ts';
import { confirmDistinctConduct } from './confirm-distinct-conduct.ts';
import { confirmUnproven } from './confirm-unproven.ts';
import { recordEducation } from './record-education.ts';
import { reviewFaultClaim } from './review-fault-claim.ts';
import { extendDeciding } from './extend-deciding.ts';
import { deferPayment } from './defer-payment.ts';
import { rectifyRemedies } from './rectify-remedies.ts';
import { demandPerformance } from './demand-performance.ts';
import { enforcePayment } from './enforce-payment.ts';
import { examineEvidence } from './examine-evidence.ts';
import { fileCase } from './file.ts';
import { joinParty } from './join-party.ts';
import { appointAgent } from './appoint-agent.ts';
import { dismissAgent } from './dismiss-agent.ts';
import { renameParty } from './rename-party.ts';
import { succeedParty } from './succeed-party.ts';
import { giveNotice } from './give-notice.ts';
import { holdHearing } from './hold-hearing.ts';
import { notifyHearing } from './notify-hearing.ts';
import { checkSuspicion } from './check-suspicion.ts';
import { explainLateness } from './explain-lateness.ts';
import { revokeDecision } from './revoke-decision.ts';
import { withdrawPublication } from './withdraw-publication.ts';
import { publish } from './publish.ts';
import { recordDelivery } from './record-delivery.ts';
import { recordInterview } from './record-interview.ts';
import { recordPayment } from './record-payment.ts';
import { recordReturn } from './record-return.ts';
import { preserveEvidence } from './preserve-evidence.ts';
import { recordRefusal } from './record-refusal.ts';
import { recordStatement } from './record-statement.ts';
import { reviewDefence } from './review-defence.ts';
import { recordTampering } from './record-tampering.ts';
import { concludeLead } from './conclude-lead.ts';
import { designateJurisdiction } from './designate-jurisdiction.ts';
import { notifyRefusal } from './notify-refusal.ts';
import { refuseFiling } from './refuse-filing.ts';
import { registerLead } from './register-lead.ts';
import { triageLead } from './triage-lead.ts';
import { registerRemedy } from './register-remedy.ts';
import { rejectHearingRequest } from './reject-hearing-request.ts';
import { requestHearing } from './request-hearing.ts';
import { reportOnSpot } from './report-on-spot.ts';
import { serve } from './serve.ts';
import { terminateHearing } from './terminate-hearing.ts';
import { verifyEvidence } from './verify-evidence.ts';
import { waiveHearing } from './waive-hearing.ts';
import { resolvePreservation } from './resolve-preservation.ts';
import { startUrgently } from './start-urgently.ts';
import { takeOver } from './take-over.ts';
import { takeSamples } from './take-samples.ts';
import { transferCase } from './transfer.ts';

/** Acts on a case, in the order a case usually takes. */
export const caseActs = [
  registerLead,
  triageLead,
  refuseFiling,
  notifyRefusal,
  concludeLead,
  designateJurisdiction,
  decideOnSpot,
  startUrgently,
  fileCase,
  joinParty,
  renameParty,
  appointAgent,
  dismissAgent,
  succeedParty,
  assignHandlers,
  handOver,
  takeOver,
  recordInterview,
  recordRefusal,
  preserveEvidence,
  resolvePreservation,
  recordTampering,
  takeSamples,
  computeGains,
  reportInterest,
  requestRecusal,
  decideRecusal,
  inspectScene,
  collectEvidence,
  recordActivity,
  recordObstruction,
  entrustExpert,
  recordExpertOpinion,
  verifyEvidence,
  excludeEvidence,
  admitMonitoring,
  notifyMonitoring,
  flagCrime,
  referCrime,
  excludeCrime,
  concludeInvestigation,
  claimNoFault,
  reviewFaultClaim,
  assessCircumstances,
  confirmUnproven,
  confirmDistinctConduct,
  requestExtension,
  decideExtension,
  orderCorrection,
  giveNotice,
  serve,
  recordDelivery,
  recordReturn,
  recordStatement,
  reviewDefence,
  requestHearing,
  waiveHearing,
  rejectHearingRequest,
  notifyHearing,
  holdHearing,
  examineEvidence,
  terminateHearing,
  judgeMajor,
  submitReview,
  acceptReview,
  returnMaterials,
  concludeReview,
  requestReexamination,
  withdrawReview,
  settleReview,
  extendReview,
  confirmReview,
  exemptReview,
  openOptionalReview,
  recordOtherReview,
  callExperts,
  recordExperts,
  submitDiscussion,
  recordDiscussion,
  approve,
  recordApproval,
  withdrawApproval,
  extendDeciding,
  explainLateness,
  decideCase,
  sealDocument,
  recordEducation,
  reportOnSpot,
  checkPerformance,
  checkCorrection,
  publish,
  revokeDecision,
  withdrawPublication,
  recordPayment,
  collectOnSpot,
  recordLanding,
  handInFine,
  depositFine,
  deferPayment,
  registerRemedy,
  recordDemand,
  rectifyRemedies,
  demandPerformance,
  enforcePayment,
  applyToCourt,
  suspendCase,
  resumeCase,
  terminateCase,
  linkCases,
  mergeCase,
  splitCase,
  transferCase,
  closeCase,
  bindFile,
  archiveFile,
  checkSuspicion,
  admitDefect,
  correctEntry,
] as const;

import { disputeJurisdiction } from './opening/dispute-jurisdiction.ts';
import { recordNegotiation } from './opening/record-negotiation.ts';
import { admitDefect } from './keeping/admit-defect.ts';
import { applyToCourt } from './performing/apply-to-court.ts';
import { judgeMajor } from './review/judge-major.ts';
import { submitReview } from './review/submit-review.ts';
import { acceptReview } from './review/accept-review.ts';
import { returnMaterials } from './review/return-materials.ts';
import { concludeReview } from './review/conclude-review.ts';
import { requestReexamination } from './review/request-reexamination.ts';
import { extendReview } from './review/extend-review.ts';
import { confirmReview } from './review/confirm-review.ts';
import { exemptReview } from './review/exempt-review.ts';
import { settleReview } from './review/settle-review.ts';
import { withdrawApproval } from './deciding/withdraw-approval.ts';
import { withdrawReview } from './review/withdraw-review.ts';
import { recordOtherReview } from './review/record-other-review.ts';
import { reportInterest } from './handlers/report-interest.ts';
import { requestRecusal } from './handlers/request-recusal.ts';
import { decideRecusal } from './handlers/decide-recusal.ts';
import { inspectScene } from './inquiry/inspect-scene.ts';
import { collectEvidence } from './inquiry/collect-evidence.ts';
import { recordActivity } from './inquiry/record-activity.ts';
import { recordObstruction } from './inquiry/record-obstruction.ts';
import { requestMeasure } from './measures/request-measure.ts';
import { decideMeasure } from './measures/decide-measure.ts';
import { takeMeasure } from './measures/take-measure.ts';
import { freezeFunds } from './measures/freeze-funds.ts';
import { excludeTestTime } from './measures/exclude-test-time.ts';
import { extendMeasure } from './measures/extend-measure.ts';
import { moveThings } from './measures/move-things.ts';
import { recordCustodyCost } from './measures/record-custody-cost.ts';
import { disposeThings } from './measures/dispose-things.ts';
import { liftMeasure } from './measures/lift-measure.ts';
import { returnThings } from './measures/return-things.ts';
import { entrustExpert } from './inquiry/entrust-expert.ts';
import { recordExpertOpinion } from './inquiry/record-expert-opinion.ts';
import { excludeEvidence } from './inquiry/exclude-evidence.ts';
import { admitMonitoring } from './inquiry/admit-monitoring.ts';
import { notifyMonitoring } from './inquiry/notify-monitoring.ts';
import { flagCrime } from './inquiry/flag-crime.ts';
import { recordJudicialResult } from './inquiry/record-judicial-result.ts';
import { recordReferralReceipt } from './inquiry/record-referral-receipt.ts';
import { decideDetentionSuspension } from './performing/decide-detention-suspension.ts';
import { executeDetention } from './performing/execute-detention.ts';
import { requestDetentionSuspension } from './performing/request-detention-suspension.ts';
import { recordAssistanceReply } from './inquiry/record-assistance-reply.ts';
import { requestAssistance } from './inquiry/request-assistance.ts';
import { referCrime } from './inquiry/refer-crime.ts';
import { excludeCrime } from './inquiry/exclude-crime.ts';
import { concludeInvestigation } from './inquiry/conclude-investigation.ts';
import { archiveFile } from './keeping/archive.ts';
import { bindFile } from './keeping/bind-file.ts';
import { checkCorrection } from './performing/check-correction.ts';
import { openOptionalReview } from './review/open-optional-review.ts';
import { orderCorrection } from './performing/order-correction.ts';
import { recordDemand } from './performing/record-demand.ts';
import { approve } from './deciding/approve.ts';
import { callExperts } from './deciding/call-experts.ts';
import { recordApproval } from './deciding/record-approval.ts';
import { recordDiscussion } from './deciding/record-discussion.ts';
import { recordExperts } from './deciding/record-experts.ts';
import { sealDocument } from './deciding/seal-document.ts';
import { submitDiscussion } from './deciding/submit-discussion.ts';
import { assignHandlers } from './handlers/assign-handlers.ts';
import { checkPerformance } from './performing/check-performance.ts';
import { closeCase } from './keeping/close.ts';
import { linkCases } from './course/link.ts';
import { mergeCase } from './course/merge.ts';
import { splitCase } from './course/split.ts';
import { resumeCase } from './course/resume.ts';
import { suspendCase } from './course/suspend.ts';
import { terminateCase } from './course/terminate.ts';
import { collectOnSpot } from './performing/collect-on-spot.ts';
import { computeGains } from './inquiry/compute-gains.ts';
import { correctEntry } from './keeping/correct-entry.ts';
import { depositFine } from './performing/deposit-fine.ts';
import { handOver } from './handlers/hand-over.ts';
import { handInFine } from './performing/hand-in-fine.ts';
import { recordLanding } from './performing/record-landing.ts';
import { decideOnSpot } from './deciding/decide-on-spot.ts';
import { decideCase } from './deciding/decide-case.ts';
import { assessCircumstances } from './inquiry/assess-circumstances.ts';
import { weighFactors } from './inquiry/weigh-factors.ts';
import { claimNoFault } from './inquiry/claim-no-fault.ts';
import { requestExtension } from './deciding/request-extension.ts';
import { decideExtension } from './deciding/decide-extension.ts';
import { confirmDistinctConduct } from './deciding/confirm-distinct-conduct.ts';
import { confirmUnproven } from './inquiry/confirm-unproven.ts';
import { recordEducation } from './performing/record-education.ts';
import { reviewFaultClaim } from './inquiry/review-fault-claim.ts';
import { extendDeciding } from './deciding/extend-deciding.ts';
import { deferPayment } from './performing/defer-payment.ts';
import { rectifyRemedies } from './deciding/rectify-remedies.ts';
import { demandPerformance } from './performing/demand-performance.ts';
import { enforcePayment } from './performing/enforce-payment.ts';
import { examineEvidence } from './notice/examine-evidence.ts';
import { fileCase } from './opening/file.ts';
import { joinParty } from './parties/join-party.ts';
import { appointAgent } from './parties/appoint-agent.ts';
import { dismissAgent } from './parties/dismiss-agent.ts';
import { renameParty } from './parties/rename-party.ts';
import { succeedParty } from './parties/succeed-party.ts';
import { giveNotice } from './notice/give-notice.ts';
import { holdHearing } from './notice/hold-hearing.ts';
import { notifyHearing } from './notice/notify-hearing.ts';
import { checkSuspicion } from './opening/check-suspicion.ts';
import { explainLateness } from './deciding/explain-lateness.ts';
import { revokeDecision } from './deciding/revoke-decision.ts';
import { withdrawPublication } from './serving/withdraw-publication.ts';
import { publish } from './serving/publish.ts';
import { recordDelivery } from './serving/record-delivery.ts';
import { recordInterview } from './inquiry/record-interview.ts';
import { recordPayment } from './performing/record-payment.ts';
import { recordReturn } from './serving/record-return.ts';
import { preserveEvidence } from './inquiry/preserve-evidence.ts';
import { recordRefusal } from './inquiry/record-refusal.ts';
import { recordStatement } from './notice/record-statement.ts';
import { reviewDefence } from './notice/review-defence.ts';
import { recordTampering } from './inquiry/record-tampering.ts';
import { concludeLead } from './opening/conclude-lead.ts';
import { designateJurisdiction } from './opening/designate-jurisdiction.ts';
import { notifyRefusal } from './opening/notify-refusal.ts';
import { refuseFiling } from './opening/refuse-filing.ts';
import { registerLead } from './opening/register-lead.ts';
import { triageLead } from './opening/triage-lead.ts';
import { registerRemedy } from './performing/register-remedy.ts';
import { rejectHearingRequest } from './notice/reject-hearing-request.ts';
import { requestHearing } from './notice/request-hearing.ts';
import { reportOnSpot } from './performing/report-on-spot.ts';
import { serve } from './serving/serve.ts';
import { terminateHearing } from './notice/terminate-hearing.ts';
import { verifyEvidence } from './inquiry/verify-evidence.ts';
import { waiveHearing } from './notice/waive-hearing.ts';
import { resolvePreservation } from './inquiry/resolve-preservation.ts';
import { startUrgently } from './opening/start-urgently.ts';
import { takeOver } from './handlers/take-over.ts';
import { takeSamples } from './inquiry/take-samples.ts';
import { transferCase } from './course/transfer.ts';
import { executionActs } from './execution/index.ts';
import { inspectingActs } from './inspecting/index.ts';
import { adjudicatingActs } from './adjudicating/index.ts';
import { levyingActs } from './levying/index.ts';
import { confirmingActs } from './confirming/index.ts';
import { cedingActs } from './ceding/index.ts';
import { jointActs } from './joint/index.ts';
import { licensingActs } from './licensing/index.ts';

/** Acts on a case, in the order a case usually takes. */
export const caseActs = [
  registerLead,
  triageLead,
  refuseFiling,
  notifyRefusal,
  concludeLead,
  designateJurisdiction,
  disputeJurisdiction,
  recordNegotiation,
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
  requestMeasure,
  decideMeasure,
  takeMeasure,
  freezeFunds,
  excludeTestTime,
  extendMeasure,
  moveThings,
  recordCustodyCost,
  disposeThings,
  liftMeasure,
  returnThings,
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
  recordReferralReceipt,
  recordJudicialResult,
  requestAssistance,
  recordAssistanceReply,
  requestDetentionSuspension,
  decideDetentionSuspension,
  executeDetention,
  excludeCrime,
  concludeInvestigation,
  claimNoFault,
  reviewFaultClaim,
  assessCircumstances,
  weighFactors,
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
  ...licensingActs,
  ...executionActs,
  ...inspectingActs,
  ...confirmingActs,
  ...adjudicatingActs,
  ...levyingActs,
  ...jointActs,
  ...cedingActs,
  checkSuspicion,
  admitDefect,
  correctEntry,
] as const;

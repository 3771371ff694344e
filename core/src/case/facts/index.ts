import type { FactDefinition } from '../../rules/fact.ts';
import { ofAdjudicating } from './of-adjudicating.ts';
import { ofLevying } from './of-levying.ts';
import { ofAct } from './of-act.ts';
import { ofCapacity } from './of-capacity.ts';
import { ofCase } from './of-case.ts';
import { ofCourse } from './of-course.ts';
import { ofDefence } from './of-defence.ts';
import { ofBasis } from './of-basis.ts';
import { ofCrime } from './of-crime.ts';
import { ofClosing } from './of-closing.ts';
import { ofConfirming } from './of-confirming.ts';
import { ofCorrection } from './of-correction.ts';
import { ofFormerFine } from './of-former-fine.ts';
import { ofFine } from './of-fine.ts';
import { ofGains } from './of-gains.ts';
import { ofHandover } from './of-handover.ts';
import { ofHearing } from './of-hearing.ts';
import { ofApproval } from './of-approval.ts';
import { ofDetention } from './of-detention.ts';
import { ofAssistance } from './of-assistance.ts';
import { ofDelegating } from './of-delegating.ts';
import { ofDiscussion } from './of-discussion.ts';
import { ofDocument } from './of-document.ts';
import { ofCircumstances } from './of-circumstances.ts';
import { ofExecution } from './of-execution.ts';
import { ofEntrusting } from './of-entrusting.ts';
import { ofEvidence } from './of-evidence.ts';
import { ofFiling } from './of-filing.ts';
import { ofInspection } from './of-inspection.ts';
import { ofInvestigation } from './of-investigation.ts';
import { ofJoint } from './of-joint.ts';
import { ofLimitation } from './of-limitation.ts';
import { ofMeasure } from './of-measure.ts';
import { ofMonitoring } from './of-monitoring.ts';
import { ofCompetence } from './of-competence.ts';
import { ofJurisdiction } from './of-jurisdiction.ts';
import { ofMasters } from './of-masters.ts';
import { ofNotice } from './of-notice.ts';
import { ofLicense } from './of-license.ts';
import { ofLicenseHearing } from './of-license-hearing.ts';
import { ofLicensing } from './of-licensing.ts';
import { ofLead } from './of-lead.ts';
import { ofOfficers } from './of-officers.ts';
import { ofOtherFiling } from './of-other-filing.ts';
import { ofOptionalReview } from './of-optional-review.ts';
import { ofParty } from './of-party.ts';
import { ofPayment } from './of-payment.ts';
import { ofRecusal } from './of-recusal.ts';
import { ofRevocationAndSuspicions } from './of-revocation.ts';
import { ofReview } from './of-review.ts';
import { ofService } from './of-service.ts';
import { ofServing } from './of-serving.ts';
import { ofCollection } from './of-collection.ts';
import { ofSpot } from './of-spot.ts';
import { ofTimeExtension } from './of-time-extension.ts';
import { ofUnit } from './of-unit.ts';

/** Words that rules about a case may use. Each says what it means, of what thing, and which act settles it. */
export const caseFacts: readonly FactDefinition[] = [
  ...ofCase,
  ...ofCourse,
  ...ofParty,
  ...ofAct,
  ...ofNotice,
  ...ofDefence,
  ...ofBasis,
  ...ofOfficers,
  ...ofFine,
  ...ofFormerFine,
  ...ofOtherFiling,
  ...ofGains,
  ...ofClosing,
  ...ofCorrection,
  ...ofHandover,
  ...ofHearing,
  ...ofLicenseHearing,
  ...ofPayment,
  ...ofService,
  ...ofServing,
  ...ofReview,
  ...ofOptionalReview,
  ...ofUnit,
  ...ofCapacity,
  ...ofFiling,
  ...ofLead,
  ...ofCompetence,
  ...ofJurisdiction,
  ...ofMasters,
  ...ofEntrusting,
  ...ofEvidence,
  ...ofDiscussion,
  ...ofApproval,
  ...ofDocument,
  ...ofCircumstances,
  ...ofSpot,
  ...ofCollection,
  ...ofInvestigation,
  ...ofRecusal,
  ...ofCrime,
  ...ofDetention,
  ...ofAssistance,
  ...ofMonitoring,
  ...ofRevocationAndSuspicions,
  ...ofTimeExtension,
  ...ofDelegating,
  ...ofLimitation,
  ...ofMeasure,
  ...ofLicensing,
  ...ofConfirming,
  ...ofAdjudicating,
  ...ofLevying,
  ...ofLicense,
  ...ofExecution,
  ...ofInspection,
  ...ofJoint,
];

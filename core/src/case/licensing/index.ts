import { acceptApplication } from './accept-application.ts';
import { cancelLicense } from './cancel-license.ts';
import { correctApplication } from './correct-application.ts';
import { decideLicense } from './decide-license.ts';
import { deliverLicense } from './deliver-license.ts';
import { examineApplication } from './examine-application.ts';
import { excludeTime } from './exclude-time.ts';
import { extendLicensing } from './extend-licensing.ts';
import { forwardApplication } from './forward-application.ts';
import { informInterested } from './inform-interested.ts';
import { issueReceipt } from './issue-receipt.ts';
import { offerHearing } from '../notice/offer-hearing.ts';
import { notifySupplement } from './notify-supplement.ts';
import { recordSupplement } from './record-supplement.ts';
import { recordViews } from './record-views.ts';
import { refuseAcceptance } from './refuse-acceptance.ts';
import { registerApplication } from './register-application.ts';
import { revokeLicense } from './revoke-license.ts';

/** Acts of licensing, in the order an application usually takes. */
export const licensingActs = [
  registerApplication,
  correctApplication,
  notifySupplement,
  recordSupplement,
  acceptApplication,
  refuseAcceptance,
  issueReceipt,
  examineApplication,
  informInterested,
  recordViews,
  offerHearing,
  excludeTime,
  extendLicensing,
  forwardApplication,
  decideLicense,
  deliverLicense,
  revokeLicense,
  cancelLicense,
] as const;

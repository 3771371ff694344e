import { joinEnforcement } from './join-enforcement.ts';
import { leaveEnforcement } from './leave-enforcement.ts';
import { recordPartnerResult } from './record-partner-result.ts';

/** Acts by which a file is handled together with other agencies, of whatever kind it is. */
export const jointActs = [joinEnforcement, leaveEnforcement, recordPartnerResult] as const;

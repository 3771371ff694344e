import { appoint } from './appoint.ts';
import { bindLaw } from './bind-law.ts';
import { establishAgency } from './establish.ts';
import { registerOfficer } from './register-officer.ts';
import { registerUnit } from './register-unit.ts';

/** Acts on an agency's own records. */
export const agencyActs = [establishAgency, registerUnit, registerOfficer, appoint, bindLaw] as const;

import { cedeCase } from './cede.ts';
import { receiveCeded } from './receive-ceded.ts';

/** Acts by which a file follows the power it belongs to from one agency to another. */
export const cedingActs = [cedeCase, receiveCeded] as const;

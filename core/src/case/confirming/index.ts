import { decideConfirmation } from './decide-confirmation.ts';
import { consultParty } from './consult-party.ts';
import { openConfirmation } from './open-confirmation.ts';
import { registerConfirmation } from './register-confirmation.ts';
import { revokeConfirmation } from './revoke-confirmation.ts';

/** Acts of confirmation beside those it has in common with every application. */
export const confirmingActs = [
  registerConfirmation,
  openConfirmation,
  consultParty,
  decideConfirmation,
  revokeConfirmation,
] as const;

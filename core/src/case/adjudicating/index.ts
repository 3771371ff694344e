import { decideAdjudication } from './decide-adjudication.ts';
import { holdInquiry } from './hold-inquiry.ts';
import { mediateDispute } from './mediate.ts';
import { notifyAnswer } from './notify-answer.ts';
import { receiveEvidence } from './receive-evidence.ts';
import { recordAnswer } from './record-answer.ts';
import { registerAdjudication } from './register-adjudication.ts';

/** Acts of adjudication beside those it has in common with every application. */
export const adjudicatingActs = [
  registerAdjudication,
  notifyAnswer,
  recordAnswer,
  receiveEvidence,
  holdInquiry,
  mediateDispute,
  decideAdjudication,
] as const;

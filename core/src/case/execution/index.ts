import { addSurcharge } from './add-surcharge.ts';
import { agreeExecution } from './agree-execution.ts';
import { announceDemolition } from './announce-demolition.ts';
import { askCourtReview } from './ask-court-review.ts';
import { executeDecision } from './execute-decision.ts';
import { clearAtOnce } from './clear-at-once.ts';
import { decideExecution } from './decide-execution.ts';
import { notifyClearance } from './notify-clearance.ts';
import { openExecution } from './open-execution.ts';
import { planExecution } from './plan-execution.ts';
import { recordCourtAnswer } from './record-court-answer.ts';
import { recordOverturning } from './record-overturning.ts';
import { restoreExecution } from './restore-execution.ts';
import { resumeExecution } from './resume-execution.ts';

/** Acts of enforcement, in the order they usually take; demand, payment and the application to court are beside them. */
export const executionActs = [
  openExecution,
  addSurcharge,
  announceDemolition,
  decideExecution,
  planExecution,
  executeDecision,
  agreeExecution,
  resumeExecution,
  recordCourtAnswer,
  askCourtReview,
  recordOverturning,
  restoreExecution,
  clearAtOnce,
  notifyClearance,
] as const;

import type { Entry } from '../../entry.ts';
import type { Reading, Scene } from '../../rules/fact.ts';
import { filingRefusalOf } from '../opening/leads.ts';
import { publicationOf } from '../serving/publishing.ts';
import { approvalOf, changedSinceApproval, decisionOf, filingOf } from '../reading.ts';
import { opens } from '../deciding/withdrawn-opinion.ts';
import type { ApprovalStep } from '../deciding/withdrawn-opinion.ts';
import type { CaseState } from '../state.ts';
import { happened, no } from './word.ts';

/** Is there an agreeing opinion of that step on the matter, of what the file says now? */
export function approved(scene: Scene, matter: string, step: ApprovalStep = 'head'): Reading {
  const approval = approvalOf(scene.state, matter, step);
  if (approval === undefined || approval.data.opinion !== 'agree') return no;
  // What came into the file after what it opened cannot unmake that.
  const opened = openedBy(scene.state, matter);
  const stale = changedSinceApproval(scene.state, matter, approval).some(
    (entry) => opened === undefined || entry.version < opened.version,
  );
  return stale ? no : happened(approval);
}

/** What an approval of the matter opens, once it has been done. */
function openedBy(state: CaseState, matter: string): Entry | undefined {
  if (matter === 'filing') return filingOf(state);
  if (matter === 'filing-refusal') return filingRefusalOf(state);
  if (matter === 'publication') return publicationOf(state);
  if (matter === 'decision' || matter === 'departure') return decisionOf(state);
  const kind = opens[matter];
  return state.entries.findLast((entry) => entry.kind === kind);
}

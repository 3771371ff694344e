import type { FactDefinition } from '../../rules/fact.ts';
import { approvalOf } from '../reading.ts';
import { entriesOf } from '../state.ts';
import { approved } from './approved.ts';
import { fact, happened, no } from './word.ts';

/** Words about how a case comes to be filed: the opinions before the head's, and a start that could not wait. */
export const ofFiling: readonly FactDefinition[] = [
  fact('case.filingApproved', 'case', 'bool', '负责人已批准立案', 'case.approve', (scene) =>
    approved(scene, 'filing'),
  ),
  fact('case.filingProposed', 'case', 'bool', '承办人已提出立案意见', 'case.approve', (scene) =>
    approved(scene, 'filing', 'handler'),
  ),
  fact('case.filingReviewed', 'case', 'bool', '承办部门已同意立案', 'case.approve', (scene) =>
    approved(scene, 'filing', 'unit'),
  ),
  fact('case.startedUrgently', 'case', 'bool', '已先行启动', 'case.start-urgently', ({ state }) =>
    happened(entriesOf(state, 'urgent-start')[0]),
  ),
  fact(
    'case.lateFilingConfirmed',
    'case',
    'bool',
    '负责人已确认逾期补办立案的原因',
    'case.approve',
    ({ state }) => {
      const confirmed = approvalOf(state, 'late-filing');
      return confirmed?.data.opinion === 'agree' ? happened(confirmed) : no;
    },
  ),
];

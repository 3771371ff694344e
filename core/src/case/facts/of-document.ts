import type { FactDefinition, Scene } from '../../rules/fact.ts';
import { unknownReading } from '../../rules/fact.ts';
import { decisionOf } from '../reading.ts';
import { daysWritten, monthsWritten, namesFixedDay, runsFromReceipt } from '../deciding/remedy-text.ts';
import { sealOn } from '../deciding/seal-document.ts';
import { entriesOf } from '../state.ts';
import type { Sanction } from '../state.ts';
import { fact, happened } from './word.ts';

/** Words about the paper a decision is written on: what it says of remedies and performance, and whose seal it bears. */
export const ofDocument: readonly FactDefinition[] = [
  fact('case.decisionSealed', 'case', 'bool', '决定书已加盖印章', 'case.seal-document', ({ state }) => {
    const decision = decisionOf(state);
    return happened(decision === undefined ? undefined : sealOn(state, decision.id));
  }),
  fact(
    'act.documentSeals',
    'act',
    'list',
    '本次送达的文书上的印章',
    'case.seal-document',
    (scene) => {
      const document = (scene.act?.input as { document?: string } | undefined)?.document;
      const seals = entriesOf(scene.state, 'seal').filter(
        (entry) => entry.data.document === document && entry.at <= scene.asOf,
      );
      return seals.length === 0
        ? unknownReading
        : { known: true, value: seals.map((entry) => entry.data.owner) };
    },
    true,
  ),
  written('act.reconsiderationDays', '复议栏写明的最短日数', 'decision.reconsideration', daysWritten),
  written('act.litigationMonths', '诉讼栏写明的最短月数', 'decision.litigation', monthsWritten),
  fact(
    'act.remediesFromReceipt',
    'act',
    'bool',
    '救济的期限都写明自收到之日起算',
    undefined,
    (scene) => ({ known: true, value: remediesOf(scene).every(runsFromReceipt) }),
    true,
  ),
  fact(
    'act.remediesFixedDay',
    'act',
    'bool',
    '救济栏印了到期的日期',
    undefined,
    (scene) => ({ known: true, value: remediesOf(scene).some(namesFixedDay) }),
    true,
  ),
  fact(
    'act.sanctionCount',
    'act',
    'int',
    '写明的处罚项数',
    undefined,
    (scene) => ({ known: true, value: sanctionsOf(scene).length }),
    true,
  ),
];

function written(
  id: string,
  label: string,
  field: string,
  read: (text: string) => number | undefined,
): FactDefinition {
  return fact(
    id,
    'act',
    'int',
    label,
    undefined,
    (scene) => {
      const text = scene.act?.record[field];
      const value = typeof text === 'string' ? read(text) : undefined;
      return value === undefined ? unknownReading : { known: true, value };
    },
    true,
  );
}

function remediesOf(scene: Scene): readonly string[] {
  return ['decision.reconsideration', 'decision.litigation']
    .map((field) => scene.act?.record[field])
    .filter((text) => typeof text === 'string' && text.trim() !== '') as readonly string[];
}

function sanctionsOf(scene: Scene): readonly Sanction[] {
  const list = (scene.act?.input as { sanctions?: unknown } | undefined)?.sanctions;
  return Array.isArray(list) ? (list as readonly Sanction[]) : [];
}

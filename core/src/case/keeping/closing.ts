import type { ActDefinition, Structural } from '../../act.ts';
import type { Instant } from '../../time/index.ts';
import { endOf } from '../course/over.ts';
import type { CaseEnd } from '../course/over.ts';
import { entriesOf } from '../state.ts';
import type { CaseState, EntryOf } from '../state.ts';

/** 结案: the entry that ended the work on a case. A decision revoked as a whole afterwards opens the case again. */
export function closingOf(state: CaseState): EntryOf<'closing'> | undefined {
  const closing = entriesOf(state, 'closing').at(-1);
  const reopened = entriesOf(state, 'revocation').some(
    (entry) => entry.data.extent === 'whole' && entry.version > (closing?.version ?? 0),
  );
  return reopened ? undefined : closing;
}

/**
 * What a closed case still takes is told by each act (`afterClosing`); everything else is over. A thing that happened
 * before the closing and is typed in late is taken all the same: to refuse it would be to destroy evidence.
 */
export function afterClosing(
  definition: Pick<ActDefinition, 'aggregate' | 'afterClosing' | 'ends' | 'nature'>,
  state: CaseState,
  at: Instant,
): readonly Structural[] {
  if (definition.aggregate !== 'case' || definition.afterClosing === true) return [];
  const closing = closingOf(state);
  if (closing === undefined) {
    const end = endOf(state);
    const over = end !== undefined && definition.ends !== true;
    return !over || (definition.nature === 'factual' && at < end.at) ? [] : [overBy(end)];
  }
  if (definition.nature === 'factual' && at < closing.at) return [];
  return [
    {
      code: 'CASE_CLOSED',
      because: '本案已经结案',
      remedy: { says: '结案之前发生的事，按实际发生的时刻补录；另有新的违法事实的，另行立案' },
    },
  ];
}

/** Said of whatever would go on in a case that has ended without a decision. */
export function overBy(end: CaseEnd): Structural {
  return {
    code: end.kind === 'merger' ? 'CASE_MERGED' : 'CASE_TERMINATED',
    because: end.kind === 'merger' ? `本案已经并入 ${end.data.number}` : '本案已经终止',
    remedy: { says: end.kind === 'merger' ? '在并入的案件中办理' : '办理结案并归档' },
  };
}

import { describe, expect, it } from 'vitest';
import { actDefinitions } from '../acts.ts';
import { emptyCase } from './state.ts';
import type { AnyEntry, CaseState } from './state.ts';
import { heardByHandlers, toldOf } from './told.ts';

const by = (officer: string) => ({ account: `a-${officer}`, name: officer, officer });

function withHandlers(...officers: string[]): CaseState {
  const empty = emptyCase('case/1', 'agency');
  const assignment = {
    ...{ id: 'x', kind: 'assignment', act: 'case.assign-handlers', version: 1, record: {} },
    ...{ at: '2026-03-02T09:00:00+08:00', enteredAt: '2026-03-02T09:00:00+08:00', by: by('zheng') },
    ...{ data: { officers }, defects: [], corrections: [] },
  } as unknown as AnyEntry;
  return officers.length === 0 ? empty : { ...empty, version: 1, entries: [assignment] };
}

describe('办成之后告诉谁', () => {
  it('名单里的都是有的行为', () => {
    expect([...heardByHandlers].filter((act) => !actDefinitions.has(act))).toEqual([]);
  });

  it('新指派的、换下的各知道一次；自己办的不告诉自己', () => {
    const event = { act: 'case.assign-handlers', by: by('zheng'), input: {} };
    expect(toldOf(withHandlers(), withHandlers('zhou', 'he'), event)).toEqual([
      { officer: 'zhou', why: 'assigned' },
      { officer: 'he', why: 'assigned' },
    ]);
    expect(toldOf(withHandlers('zhou', 'he'), withHandlers('he', 'xu'), event)).toEqual([
      { officer: 'xu', why: 'assigned' },
      { officer: 'zhou', why: 'taken-off' },
    ]);
    expect(toldOf(withHandlers(), withHandlers('zheng'), event)).toEqual([]);
  });

  it('审批告诉承办人；询问不告诉谁', () => {
    const file = withHandlers('zhou', 'he');
    expect(toldOf(file, file, { act: 'case.approve', by: by('wu'), input: {} })).toEqual([
      { officer: 'zhou', why: 'done' },
      { officer: 'he', why: 'done' },
    ]);
    expect(toldOf(file, file, { act: 'case.approve', by: by('he'), input: {} })).toEqual([
      { officer: 'zhou', why: 'done' },
    ]);
    expect(toldOf(file, file, { act: 'case.record-interview', by: by('zhou'), input: {} })).toEqual([]);
  });

  it('还没有承办人时，告诉登记案源的人', () => {
    const lead = {
      ...emptyCase('case/1', 'agency'),
      entries: [{ id: 'l', kind: 'lead', by: by('zhou'), data: { source: 'complaint', summary: '' } }],
    } as unknown as CaseState;
    expect(toldOf(lead, lead, { act: 'case.approve', by: by('wu'), input: {} })).toEqual([
      { officer: 'zhou', why: 'done' },
    ]);
  });

  it('撤回送审告诉受理的审核人员', () => {
    const taken = {
      ...withHandlers('zhou'),
      entries: [{ id: 'r', kind: 'review-acceptance', by: by('sun'), data: { review: 'x' } }],
    } as unknown as CaseState;
    expect(toldOf(taken, taken, { act: 'case.withdraw-review', by: by('zhou'), input: {} })).toEqual([
      { officer: 'sun', why: 'done' },
    ]);
  });

  it('移交告诉接收人，接收告诉移交人', () => {
    const file = withHandlers('he');
    expect(
      toldOf(file, file, { act: 'case.hand-over', by: by('zhou'), input: { from: 'zhou', to: 'he' } }),
    ).toEqual([{ officer: 'he', why: 'done' }]);
    const handed = {
      ...file,
      entries: [
        ...file.entries,
        { id: 'h', kind: 'handover', data: { from: 'zhou', to: 'he', assignment: 'x' } },
      ],
    } as unknown as CaseState;
    expect(toldOf(handed, handed, { act: 'case.take-over', by: by('he'), input: { handover: 'h' } })).toEqual(
      [{ officer: 'zhou', why: 'done' }],
    );
  });
});

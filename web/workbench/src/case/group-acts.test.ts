import type { ActView, ObligationView, RefusalView } from '@zhaozhang/api/contract';
import { describe, expect, it } from 'vitest';
import { groupActs, type Standing } from './group-acts.ts';

const clause = {
  id: 'X',
  cite: '《示例办法》第一条',
  gist: '要旨',
} as unknown as RefusalView['clauses'][number];

function act(name: string, stage: string, refusals: readonly RefusalView[] = []): ActView {
  return {
    name,
    label: name,
    stage,
    status: refusals.length > 0 ? 'refused' : 'possible',
    refusals: [...refusals],
    perhaps: [],
    advice: [],
    next: false,
  } as ActView;
}

function refusal(how: { clause?: true; remedy?: true }): RefusalView {
  return {
    code: 'X',
    sentence: '暂不能办',
    because: '暂不能办',
    effect: 'void',
    clauses: how.clause ? [clause] : [],
    admissible: false,
    ...(how.remedy ? { remedy: { says: '先办别的' } } : {}),
  } as RefusalView;
}

/** In the stage of investigation: the notice is the next step, the approval of filing is behind. */
const path: Standing['path'] = [
  {
    stage: 'initiation',
    label: '启动',
    state: 'done',
    steps: [{ act: 'file', label: '立案', state: 'done' }],
  },
  {
    stage: 'investigation',
    label: '调查取证',
    state: 'now',
    steps: [{ act: 'ask', label: '询问', state: 'done' }],
  },
  {
    stage: 'decision',
    label: '审查决定',
    state: 'ahead',
    steps: [{ act: 'notice', label: '事先告知', state: 'ahead' }],
  },
];

function grouped(acts: readonly ActView[], obligations: readonly Partial<ObligationView>[] = []) {
  const found = groupActs({ acts: [...acts], path, obligations: obligations as ObligationView[] });
  const names = (list: readonly ActView[]) => list.map((one) => one.name);
  return {
    atHand: names(found.atHand),
    elsewhere: found.elsewhere.map(({ label, acts: of }) => `${label}：${names(of).join()}`),
    barred: names(found.barred),
    barredElsewhere: names(found.barredElsewhere),
    over: names(found.over),
  };
}

describe('现在可以办的事项', () => {
  it('本阶段的、前面路上还没有办的，直接列出；其他阶段的收起来', () => {
    const found = grouped([
      act('ask', 'investigation'),
      act('notice', 'decision'),
      act('pay', 'execution'),
      act('hear', 'decision'),
    ]);
    expect(found.atHand).toEqual(['ask', 'notice']);
    expect(found.elsewhere).toEqual(['审查决定：hear', '送达执行：pay']);
  });

  it('欠着的事不论哪个阶段都直接列出；当事人的时间不算欠着', () => {
    const open = { act: 'hear', status: 'open', lapses: false } as unknown as ObligationView;
    expect(grouped([act('hear', 'decision')], [open]).atHand).toEqual(['hear']);
    expect(grouped([act('hear', 'decision')], [{ ...open, lapses: true }]).atHand).toEqual([]);
    expect(grouped([act('hear', 'decision')], [{ ...open, met: '2026-03-02T09:00' }]).atHand).toEqual([]);
  });

  it('本阶段有条款不准的直接说明；只是没有对象的、别的阶段的收起来；已经办过的另列', () => {
    const found = grouped([
      act('ask', 'investigation', [refusal({ clause: true, remedy: true })]),
      act('sample', 'investigation', [refusal({ remedy: true })]),
      act('hear', 'decision', [refusal({ clause: true, remedy: true })]),
      act('file', 'initiation', [refusal({})]),
    ]);
    expect(found.barred).toEqual(['ask']);
    expect(found.barredElsewhere).toEqual(['sample', 'hear']);
    expect(found.over).toEqual(['file']);
  });

  it('机关自己的事务没有阶段，全部直接列出；更正录入在各条记录上办，不列', () => {
    const own = { ...act('publish', ''), stage: undefined };
    const found = groupActs({
      acts: [own, act('case.correct-entry', 'archive')],
      path: [],
      obligations: [],
    });
    expect(found.atHand).toEqual([own]);
    expect(found.elsewhere).toEqual([]);
  });

  it('路上没有的阶段的事项也不丢', () => {
    const found = groupActs({ acts: [act('archive', 'archive')], path, obligations: [] });
    expect(found.elsewhere.flatMap((group) => group.acts)).toHaveLength(1);
  });
});

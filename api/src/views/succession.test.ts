import type { ActContext, AgencyState, Cession } from '@zhaozhang/core';
import { day, instant } from '@zhaozhang/core/time';
import { describe, expect, it } from 'vitest';
import { successionView } from './succession.ts';

/** Read by what the view reads of them, and nothing more. */
function agencyOf(id: string, name: string, more: object): AgencyState {
  const units = {
    guanli: { id: 'guanli', name: '社会组织管理处' },
    guihua: { id: 'guihua', name: '规划处' },
  };
  return { id, name, units, ...more } as unknown as AgencyState;
}

function givenBy(units?: readonly string[]): AgencyState {
  const cession = {
    ...{ id: 'huachu', to: 'xin', name: '新示例局', ground: 'division', document: '示编〔2026〕1 号' },
    from: day('2026-03-01'),
    ...(units === undefined ? {} : { units }),
  } as unknown as Cession;
  return agencyOf('jiu', '旧示例局', { cessions: [cession] });
}

function seenBy(agency: AgencyState, other: AgencyState): ReturnType<typeof successionView> {
  const context = { refs: { agency }, law: { codes: {} }, now: instant('2026-03-02T09:00') };
  return successionView(context as unknown as ActContext, [other]);
}

const taken = {
  predecessors: [
    {
      ...{ agency: 'jiu', name: '旧示例局', document: '示编〔2026〕1 号', from: day('2026-03-01') },
      cessions: ['huachu'],
    },
  ],
};

describe('机关分立：划出的只是一部分机构的职权', () => {
  it('划出、等待承继、已经承继，三处都写明是哪些机构的', () => {
    const old = givenBy(['guanli']);
    const fresh = agencyOf('xin', '新示例局', {});
    expect(seenBy(old, fresh).cessions[0]?.units).toEqual(['社会组织管理处']);
    expect(seenBy(fresh, old).offered[0]?.units).toEqual(['社会组织管理处']);
    const then = seenBy(agencyOf('xin', '新示例局', taken), old);
    expect([then.offered, then.predecessors[0]?.units]).toEqual([[], ['社会组织管理处']]);
  });

  it('全部划出的不列机构', () => {
    const old = givenBy();
    expect(seenBy(agencyOf('xin', '新示例局', {}), old).offered[0]?.units).toEqual([]);
    expect(seenBy(agencyOf('xin', '新示例局', taken), old).predecessors[0]?.units).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { AgencyState } from '../authority/state.ts';
import { emptyCase } from '../case/state.ts';
import { staffedAgency } from '../trial/played-case.ts';
import { sceneWith } from '../trial/small-law.ts';
import { isByAnalogy } from './analogy.ts';
import { lowerRules, schemaFor } from './kinds/index.ts';
import type { RuleText } from './kinds/index.ts';
import type { Gate } from './primitive.ts';

const text = {
  kind: 'gate',
  id: 'trial.gate',
  cites: ['T-1'],
  per: 'case',
  acts: ['case.open-levy'],
  unless: 'case.closed',
  effect: 'void',
  code: 'SHUT',
  because: '门关着呢',
  remedy: { says: '先开门' },
};
const analogy = ['lawyers-association'];

function lowered(own: object, standing: object): Pick<Gate, 'reference' | 'analogy'> {
  const read = schemaFor(text).parse({ ...text, ...own }) as RuleText;
  const [gate] = lowerRules([
    { text: read, standing: { pack: 'trial', inForce: { from: '2020-01-01' }, ...standing } },
  ]);
  const { reference, analogy: units } = gate as Gate;
  return {
    ...(reference === undefined ? {} : { reference }),
    ...(units === undefined ? {} : { analogy: units }),
  };
}

describe('参照', () => {
  it('规则自己写的先于规则包：写明直接适用的，规则包参照也直接适用；列举以“等”收尾的，规则包直接适用也可以不照办', () => {
    expect(lowered({}, { reference: true })).toEqual({ reference: true });
    expect(lowered({ reference: false }, { reference: true })).toEqual({});
    expect(lowered({ reference: true }, {})).toEqual({ reference: true });
    expect(lowered({ reference: true }, { analogy })).toEqual({ reference: true });
    expect(lowered({}, { analogy })).toEqual({ analogy });
    expect(lowered({ reference: false }, { analogy })).toEqual({});
    expect(lowered({}, {})).toEqual({});
  });

  it('某类机构承办的只参照；没有登记类型的、别的类型的照办', () => {
    const agency: AgencyState = staffedAgency();
    const [officer] = Object.values(agency.officers);
    if (officer === undefined) throw new Error('机关没有人员');
    const of = (type: string | undefined) => {
      const unit = { id: officer.unit, name: '示例机构', ...(type === undefined ? {} : { type }) };
      const base = sceneWith({ state: emptyCase('case/none', 'trial') });
      const actor = {
        ...{ account: 'a', name: officer.name, officer: officer.id, roles: [] },
        ...{ isHandler: false, isRegistrar: false, mustWithdraw: false },
      };
      const refs = { agency: { ...agency, units: { [unit.id]: unit } }, series: {} };
      return { ...base, actor, refs, asked: 'case.open-levy' };
    };
    expect(isByAnalogy({ analogy }, of('lawyers-association'))).toBe(true);
    expect(isByAnalogy({ analogy }, of('lawyers-office'))).toBe(false);
    expect(isByAnalogy({ analogy }, of(undefined))).toBe(false);
    expect(isByAnalogy({ reference: true }, of(undefined))).toBe(true);
    expect(isByAnalogy({}, of('lawyers-association'))).toBe(false);
    // 还没有案卷而要案卷才能办的，不知道由谁承办。
    expect(isByAnalogy({ analogy }, { ...of('lawyers-association'), asked: 'case.file' })).toBe(false);
  });
});

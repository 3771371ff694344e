import { compileBundle } from '@zhaozhang/law';
import { library } from '@zhaozhang/law/testing';
import { describe, expect, it } from 'vitest';
import { actDefinitions } from '../acts.ts';
import { obligations } from '../obligations.ts';
import { preview } from '../preview.ts';
import { definedFor } from '../rules/definition.ts';
import { checkGates } from '../rules/gates.ts';
import { lowerRules, partsOf, schemaFor } from '../rules/kinds/index.ts';
import type { RuleText } from '../rules/kinds/index.ts';
import { needsOf } from '../rules/needs.ts';
import { caseAt } from '../trial/lawful-path.ts';
import { licenseAt } from '../trial/licensed-path.ts';
import { dutyOf, gateOf, needOf, rowOf, sceneWith, smallLaw, wholeCase } from '../trial/small-law.ts';
import { caseKinds, isOfKind, kindLabels, kindOf, kindWith } from './kind.ts';
import { emptyCase } from './state.ts';
const { law } = compileBundle(library, [
  'wuhan-civil-affairs/own-decisions/2026-01-01',
  'npc/licensing-law/2019-04-23',
]);
const license = licenseAt(law, 'applied').state;
const penalty = caseAt(law, 'lead').state;
const nothing = emptyCase('case/none', 'trial');

describe('执法的种类', () => {
  it('由什么开始就是哪一类；还没有开始的可以成为任何一类', () => {
    expect(kindOf(penalty)).toBe('penalty');
    expect(kindOf(license)).toBe('license');
    expect(kindOf(nothing)).toBeUndefined();
  });

  it('能开出一件案的行为各属一类，与它自己写明的种类一致；别的行为开不出案', () => {
    const acts = [...actDefinitions.values()].filter(({ aggregate }) => aggregate === 'case');
    expect(acts.map(({ name }) => [name, kindWith(nothing, name)])).toEqual(
      acts.map(({ name, opens, kinds }) => [name, opens === true ? (kinds?.[0] ?? 'penalty') : undefined]),
    );
    expect(kindWith(license, 'case.register-lead')).toBe('license');
  });

  it('八类都有中文名称', () => {
    expect(law.codes['enforcement-kind']).toEqual(caseKinds.map((id) => ({ id, label: kindLabels[id] })));
  });

  it('一类的案卷不办另一类的行为，各类共有的照办', () => {
    const told = (act: string, state = license) => {
      const { context } = caseAt(law, 'lead');
      const at = context.call(licenseAt(law, 'applied'), 'h1', '2026-03-20T09:00');
      const answer = preview(state, act, at);
      return answer.status === 'refused' ? answer.refusals.map(({ code }) => code) : [];
    };
    expect(told('case.file')).toContain('KIND_MISMATCH');
    expect(told('case.give-notice')).toContain('KIND_MISMATCH');
    expect(told('case.accept-application', penalty)).toContain('KIND_MISMATCH');
    for (const act of ['case.assign-handlers', 'case.approve', 'case.serve', 'case.publish', 'case.archive'])
      expect(told(act)).not.toContain('KIND_MISMATCH');
    expect(told('case.accept-application')).not.toContain('KIND_MISMATCH');
  });

  it('机关的行为不分类', () => {
    const establish = actDefinitions.get('agency.establish');
    expect(establish !== undefined && isOfKind(establish, 'license')).toBe(true);
  });
});

describe('只管某几类执法的规则', () => {
  const kinds = ['penalty'] as const;
  const under = smallLaw({
    gates: [gateOf({ unless: { is: ['case.outcome', 'none'] }, acts: ['case.approve'], kinds })],
    needs: [needOf({ fields: [{ field: 'approval.comment' }], acts: ['case.approve'], kinds })],
    duties: [
      dutyOf({
        start: 'case.kind',
        within: { n: 1, unit: 'day', roll: 'agency', unitBasis: 'T-1' },
        until: 'case.closed',
        kinds,
      }),
    ],
    tables: [rowOf({ gives: true, kinds })],
  });
  const asked = (state: typeof license) => {
    const scene = sceneWith({ law: under, state });
    const word = definedFor('trial.word', scene, wholeCase);
    return {
      gates: checkGates('case.approve', scene).length,
      needs: needsOf('case.approve', scene).length,
      duties: obligations(state, under).length,
      word: word?.reading.known === true && word.reading.value === true,
    };
  };

  it('在所管的一类适用，在另一类不适用，关口、必填、期限、认定都一样', () => {
    expect(asked(penalty)).toEqual({ gates: 1, needs: 1, duties: 1, word: true });
    expect(asked(license)).toEqual({ gates: 0, needs: 0, duties: 0, word: false });
  });

  it('还没有开始的案卷，哪一类的规则都适用', () => {
    expect(asked(nothing)).toMatchObject({ gates: 1, needs: 1 });
  });

  it('程序的各部分只管它那一类；别的大写法把所写的种类带给各部分', () => {
    const text = {
      kind: 'procedure',
      id: 'trial.procedure',
      cites: ['T-1'],
      of: 'license',
      stages: [
        {
          stage: 'investigation',
          cites: ['T-1'],
          acts: ['case.examine-application'],
          begins: 'case.applicationAccepted',
          code: 'STAGE_RECORD_MISSING',
          because: '还没有受理',
          remedy: { says: '先受理' },
        },
      ],
    };
    const read = schemaFor(text).parse(text) as RuleText;
    expect(partsOf(read).map(({ rule }) => ('kinds' in rule ? rule.kinds : undefined))).toEqual([
      ['license'],
    ]);
    const [gate] = lowerRules([{ text: read, standing: { pack: 'trial', inForce: { from: '2020-01-01' } } }]);
    expect(gate?.kinds).toEqual(['license']);
  });

  it('没有这一类、一类也不写，读不进来', () => {
    const rule = {
      kind: 'gate',
      id: 'trial.gate',
      cites: ['T-1'],
      per: 'case',
      acts: ['case.approve'],
      unless: 'case.closed',
      effect: 'void',
      code: 'SHUT',
      because: '门关着呢',
      remedy: { says: '先开门' },
    };
    expect(schemaFor(rule).safeParse({ ...rule, kinds: ['license'] }).success).toBe(true);
    expect(schemaFor(rule).safeParse({ ...rule, kinds: ['wedding'] }).success).toBe(false);
    expect(schemaFor(rule).safeParse({ ...rule, kinds: [] }).success).toBe(false);
  });
});

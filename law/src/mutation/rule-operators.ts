import { actDefinitions, caseKinds, isOfKind } from '@zhaozhang/core';
import type { Effect, Gate, Need, Primitive } from '@zhaozhang/core';
import { conditionOperators } from './condition-operators.ts';
import { whole, without, withoutEach } from './operator.ts';
import type { Operator } from './operator.ts';

/** Spoils what every rule has: its being there, what it is about, when it applies, what it cites. */
export function ruleOperators<R extends Primitive>(kind: R['primitive']): readonly Operator<R>[] {
  return [
    {
      id: `${kind}.removed`,
      says: '去掉整条规则',
      write: '写一个由这条规则拒绝、或者使人负有义务的示例',
      variants: () => whole<R>(() => undefined),
    },
    {
      id: `${kind}.per-widened`,
      says: '按每名当事人、每份记录判断的，改为按全案判断',
      write: '写一个有两名当事人、只有一名不合的示例',
      variants: (rule) =>
        rule.per === 'case' || rule.per === 'act' ? [] : whole((current) => ({ ...current, per: 'case' })),
    },
    {
      id: `${kind}.clause-removed`,
      says: '所引的条款去掉一条',
      write: '在示例的结果中写明每一条条款',
      variants: (rule) =>
        withoutEach(
          rule.clauses,
          (clause) => clause,
          (current, clauses) => ({ ...current, clauses }),
        ),
    },
    {
      id: `${kind}.when-removed`,
      says: '去掉适用的前提',
      write: '写一个前提不成立、因而不适用的示例',
      variants: (rule) =>
        rule.when === undefined ? [] : whole((current) => without(current, 'when') as unknown as R),
    },
    {
      id: `${kind}.governed-by-removed`,
      says: '不按行为日、决定日选取版本',
      write: '写一个办理日与行为日（决定日）分处施行日前后的示例',
      variants: (rule) =>
        rule.governedBy === undefined
          ? []
          : whole((current) => without(current, 'governedBy') as unknown as R),
    },
    {
      id: `${kind}.kinds-removed`,
      says: '只管某几类执法的，改为各类都管',
      write: '写一个另一类执法的案件，那里不适用这条规则',
      variants: (rule) =>
        // In a larger rule the kinds are said of the whole, and most of its parts no other kind could ever meet.
        rule.kinds === undefined || rule.of !== undefined || meetsNoOther(rule)
          ? []
          : whole((current) => without(current, 'kinds') as unknown as R),
    },
    {
      id: `${kind}.elsewhere-removed`,
      says: '别类执法参照的，改为只管写明的几类',
      write: '写一个别类执法的案件，由这条规则拒绝，写明 borrowed: true',
      variants: (rule) =>
        rule.elsewhere === undefined ? [] : whole((current) => without(current, 'elsewhere') as unknown as R),
    },
    ...conditionOperators<R>(
      `${kind}.when`,
      '适用的前提',
      (rule) =>
        rule.when === undefined
          ? []
          : [{ condition: rule.when, put: (current, when) => ({ ...current, when }) }],
      { always: false, never: true },
    ),
  ];
}

/** Every act it speaks of is of its kinds alone: in a file of another kind there is nothing it could be asked of. */
function meetsNoOther(rule: Primitive): boolean {
  const { kinds = [] } = rule;
  return (
    'acts' in rule &&
    rule.acts.every((name) => {
      const definition = actDefinitions.get(name);
      return (
        definition !== undefined &&
        !caseKinds.some((kind) => !kinds.includes(kind) && isOfKind(definition, kind))
      );
    })
  );
}

/** Spoils what gates and demands have besides: acts, effect, code. */
export function barringOperators<R extends Gate | Need>(kind: R['primitive']): readonly Operator<R>[] {
  const changed = (current: R, part: Partial<Pick<Gate, 'acts' | 'effect' | 'code'>>): R => ({
    ...current,
    ...part,
  });
  const effects = (rule: R, others: Readonly<Record<Effect, readonly Effect[]>>) =>
    others[rule.effect].map((effect) => ({
      at: `${rule.effect} 换成 ${effect}`,
      change: (current: R) => changed(current, { effect }),
    }));
  return [
    {
      id: `${kind}.act-removed`,
      says: '所管的行为去掉一种',
      write: '为所管的每一种行为各写一个被拒的示例',
      variants: (rule) =>
        withoutEach(
          rule.acts,
          (act) => act,
          (current, acts) => changed(current, { acts }),
        ),
    },
    {
      id: `${kind}.reference-removed`,
      says: '参照的，当作直接适用',
      write: '写一个写明理由而不照办、得以办成的示例',
      variants: (rule) =>
        rule.reference === true ? whole((current) => without(current, 'reference') as unknown as R) : [],
    },
    {
      id: `${kind}.analogy-removed`,
      says: '某类机构承办时参照的，当作直接适用',
      write: '写一个由这类机构承办、写明理由而不照办、得以办成的示例',
      variants: (rule) =>
        rule.analogy === undefined ? [] : whole((current) => without(current, 'analogy') as unknown as R),
    },
    {
      id: `${kind}.effect-weakened`,
      says: '效力减弱',
      write: '写一个被拒的示例，写明效力',
      variants: (rule) => effects(rule, { void: ['curable', 'advise'], curable: ['advise'], advise: [] }),
    },
    {
      id: `${kind}.effect-strengthened`,
      says: '效力加强',
      write: '写一个被拒的示例，写明效力',
      variants: (rule) => effects(rule, { void: [], curable: ['void'], advise: ['curable', 'void'] }),
    },
    {
      id: `${kind}.code-changed`,
      says: '拒绝码换掉',
      write: '写一个被拒的示例，写明拒绝码',
      variants: () => whole((current) => changed(current, { code: `${current.code}_OTHER` })),
    },
  ];
}

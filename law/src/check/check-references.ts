import { actDefinitions, factDefinitions, pers, roles } from '@zhaozhang/core';
import { z } from 'zod';
import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';
import { checkParamUse } from './check-params.ts';
import { allRules, gateOf, isException } from './rule-texts.ts';
import type { DefinitionText, PackRule } from './rule-texts.ts';
import { thing } from './things.ts';
import { usesOf } from './uses.ts';
import type { Use } from './uses.ts';

const ofActor = [
  'actor.roles',
  'actor.isHandler',
  'actor.isRegistrar',
  'actor.mustWithdraw',
  'actor.officer',
];

/** Every name in a rule's conditions, starts, ends and bounds: does it exist, and can it be read of that thing? */
export function checkReferences(library: Library): readonly Fault[] {
  return allRules(library).flatMap((one) => {
    const rule = one.rule.value;
    const bearer = isException(rule) ? gateOf(library, rule) : rule;
    const per = bearer?.per ?? 'case';
    // A clock runs without anyone doing anything, and a definition holds whoever asks: neither reads an act or an actor.
    const acts =
      bearer === undefined || bearer.kind === 'deadline' || bearer.kind === 'definition'
        ? undefined
        : bearer.acts;
    return usesOf(rule, per).flatMap((use) => ofUse(library, one, use, acts));
  });
}

function ofUse(
  library: Library,
  one: PackRule,
  use: Use,
  acts: readonly string[] | undefined,
): readonly Fault[] {
  const fault = faultAt(one, use);
  switch (use.kind) {
    case 'param':
      return checkParamUse(library, one, use);
    case 'duty':
      return ofDuty(library, use, fault);
    case 'per':
      return (pers as readonly string[]).includes(use.name)
        ? []
        : [fault(`所说的对象 ${use.name} 不存在`, '改为当事人、告知书等现有的对象')];
    case 'value':
      return ofValue(library, use, acts ?? [], fault);
    case 'reference':
      return ofReference(library, one, use, acts, fault);
  }
}

type FaultAt = (what: string, remedy: string) => Fault;

function faultAt({ rule }: PackRule, use: Use): FaultAt {
  const clause = rule.value.cites[0];
  return (what, remedy) => ({
    file: rule.file,
    line: rule.at(use.path),
    ...(clause === undefined ? {} : { clause }),
    what: `规则 ${rule.value.id} ${what}`,
    remedy,
  });
}

function ofReference(
  library: Library,
  one: PackRule,
  use: Use & { kind: 'reference' },
  acts: readonly string[] | undefined,
  fault: FaultAt,
): readonly Fault[] {
  const { name } = use;
  const head = name.slice(0, name.indexOf('.'));
  const rest = name.slice(name.indexOf('.') + 1);
  if (acts === undefined && ['input', 'record', 'actor', 'act'].includes(head))
    return [
      fault(
        `是${one.rule.value.kind === 'definition' ? '定义' : '期限'}，却用了只在办理时才有的 ${name}`,
        '改用案卷中的事实',
      ),
    ];
  const planned = (acts ?? []).find((act) => library.plannedActs.has(act));
  if (head === 'input' && planned !== undefined)
    return [fault(`所用的 ${name} 是 ${planned} 的录入项，而这一行为尚未开通`, '改用案卷中的事实')];
  if (head === 'input')
    return (acts ?? [])
      .filter((act) => actDefinitions.has(act) && shapeOf(act)[rest] === undefined)
      .map((act) => fault(`所用的 ${name} 不是 ${act} 的录入项`, '改为该行为的录入项'));
  if (head === 'record')
    return library.fields[rest] === undefined
      ? [fault(`所用的栏目 ${rest} 不存在`, '改正编号，或者在词汇表中建立该栏目')]
      : [];
  if (head === 'actor')
    return ofActor.includes(name)
      ? []
      : [fault(`所用的 ${name} 不是经办人的属性`, `可用的有 ${ofActor.join('、')}`)];
  if (head === 'param')
    return checkParamUse(library, one, { kind: 'param', name: rest, path: use.path, per: use.per });
  const fact = factDefinitions.get(name) ?? definedIn(library, name);
  if (fact === undefined) return [fault(`所用的事实 ${name} 不在词汇表中`, '改为词汇表中的事实')];
  if (fact.per !== 'case' && fact.per !== 'act' && fact.per !== use.per)
    return [
      fault(
        `按${thing(use.per)}判断，却用了${thing(fact.per)}的事实“${fact.label}”（${name}）`,
        '改写规则的对象，或者写明对每一个还是对某一个判断',
      ),
    ];
  if (use.asYesNo && fact.type !== 'bool')
    return [fault(`把“${fact.label}”（${name}）当作是非来判断`, '写明与什么值比较')];
  return [];
}

/** A word that some definition gives its meaning, wherever it stands. */
function definedIn(
  library: Library,
  name: string,
): Pick<DefinitionText, 'label' | 'per' | 'type'> | undefined {
  return allRules(library)
    .map(({ rule }) => rule.value)
    .find((rule): rule is DefinitionText => rule.kind === 'definition' && rule.defines === name);
}

function ofDuty(library: Library, use: Use & { kind: 'duty' }, fault: FaultAt): readonly Fault[] {
  const named = allRules(library)
    .map(({ rule }) => rule.value)
    .filter((rule) => rule.kind === 'deadline' && rule.duty === use.name);
  if (named.length === 0) return [fault(`所说的期限 ${use.name} 不存在`, '改为现有期限的名称')];
  return named.some((rule) => 'per' in rule && rule.per === use.per)
    ? []
    : [fault(`所说的期限 ${use.name} 不是按${thing(use.per)}计算的`, '使规则与期限的对象一致')];
}

/** A word compared with a code: one misspelt would never match, and nobody would be told. */
function ofValue(
  library: Library,
  use: Use & { kind: 'value' },
  acts: readonly string[],
  fault: FaultAt,
): readonly Fault[] {
  if (use.of === 'actor.roles')
    return (roles as readonly string[]).includes(use.value)
      ? []
      : [fault(`所用的角色 ${use.value} 不存在`, `可用的有 ${roles.join('、')}`)];
  const sets = use.of.startsWith('record.')
    ? [library.fields[use.of.slice('record.'.length)]?.codes]
    : use.of.startsWith('input.')
      ? acts.map((act) => codesOfInput(act, use.of.slice('input.'.length)))
      : [];
  return [...new Set(sets)].flatMap((set) =>
    set === undefined ||
    library.codes[set] === undefined ||
    library.codes[set].some((code) => code.id === use.value)
      ? []
      : [fault(`所比较的值 ${use.value} 不在代码集 ${set} 中`, '改为代码集中的值')],
  );
}

function shapeOf(act: string): Readonly<Record<string, z.ZodType>> {
  const input = actDefinitions.get(act)?.input;
  return input instanceof z.ZodObject ? (input.shape as Record<string, z.ZodType>) : {};
}

function codesOfInput(act: string, name: string): string | undefined {
  const schema = shapeOf(act)[name];
  const set = schema?.meta()?.['codes'];
  return typeof set === 'string' ? set : undefined;
}

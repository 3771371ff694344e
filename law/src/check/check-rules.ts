import { actDefinitions, formats } from '@zhaozhang/core';
import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';
import { allRules, gateOf, isException } from './rule-texts.ts';
import { isNamed } from './planned.ts';
import type { DeadlineText, PackRule } from './rule-texts.ts';

/** What a rule names outside its conditions: itself, acts, fields, formats, the gate it lifts. */
export function checkRules(library: Library): readonly Fault[] {
  const seen = new Map<string, string>();
  return allRules(library).flatMap((one) => {
    const { id } = one.rule.value;
    const before = seen.get(id);
    seen.set(id, one.rule.file);
    const twice =
      before === undefined ? [] : [fault(one, ['id'], `规则编号 ${id} 已经用在 ${before} 中`, '换一个编号')];
    return [...twice, ...ofOne(library, one)];
  });
}

/** What every kind of enforcement follows anyhow is borrowed by none. */
function boundlessReach(one: PackRule): readonly Fault[] {
  const rule = one.rule.value;
  if (!('elsewhere' in rule) || rule.elsewhere === undefined) return [];
  return rule.kinds !== undefined || one.pack.text.kinds !== undefined
    ? []
    : [
        fault(
          one,
          ['elsewhere'],
          `规则 ${rule.id} 写了别类执法为什么参照，却没有写只管哪几类`,
          '用 kinds 写明它管哪几类；各类都管的去掉 elsewhere',
        ),
      ];
}

function ofOne(library: Library, one: PackRule): readonly Fault[] {
  const rule = one.rule.value;
  const act = (name: string, path: readonly PropertyKey[], what: string) =>
    isNamed(library, name)
      ? []
      : [
          fault(
            one,
            path,
            `规则 ${rule.id} ${what} ${name} 不存在`,
            '改为现有的行为；以后才有的，先列入 vocabulary/acts.yaml',
          ),
        ];
  // What nobody can do yet neither mends nor discharges anything.
  const open = (name: string, path: readonly PropertyKey[], what: string) =>
    actDefinitions.has(name)
      ? []
      : [fault(one, path, `规则 ${rule.id} ${what} ${name} 不存在或者尚未开通`, '改为现有的行为')];
  if (isException(rule))
    return gateOf(library, rule) === undefined
      ? [
          fault(
            one,
            ['exceptionTo'],
            `规则 ${rule.id} 是 ${rule.exceptionTo} 的例外，而没有这道关口`,
            '改为现有关口的编号',
          ),
        ]
      : [];
  if (rule.kind === 'definition') return [];
  const reach = boundlessReach(one);
  if (rule.kind === 'deadline')
    return [
      ...reach,
      ...(rule.act === undefined ? [] : open(rule.act, ['act'], '所说的履行行为')),
      ...checkPeriodic(library, one, rule),
    ];
  const acts = [...reach, ...rule.acts.flatMap((name, index) => act(name, ['acts', index], '所管的行为'))];
  if (rule.kind === 'gate') {
    const remedy = rule.remedy.act;
    // Doing the very thing that is refused mends nothing, unless it is refused only in one of its cases.
    const circular =
      remedy !== undefined && rule.acts.includes(remedy) && rule.when === undefined
        ? [
            fault(
              one,
              ['remedy', 'act'],
              `规则 ${rule.id} 的补救就是被拒的行为 ${remedy} 本身`,
              '写明先办什么',
            ),
          ]
        : [];
    return [
      ...acts,
      ...(remedy === undefined ? [] : open(remedy, ['remedy', 'act'], '所说的补救行为')),
      ...circular,
    ];
  }
  return [
    ...acts,
    ...rule.fields.flatMap(({ field, format }, index) => [
      ...(library.fields[field] === undefined
        ? [
            fault(
              one,
              ['fields', index, 'field'],
              `规则 ${rule.id} 要求的栏目 ${field} 不存在`,
              '改正编号，或者在词汇表中建立该栏目',
            ),
          ]
        : []),
      ...(format === undefined || formats[format] !== undefined
        ? []
        : [
            fault(
              one,
              ['fields', index, 'format'],
              `规则 ${rule.id} 要求的写法 ${format} 不存在`,
              `可用的有 ${Object.keys(formats).join('、')}`,
            ),
          ]),
    ]),
  ];
}

/** A duty that comes round is of a period, and of a list there is. */
function checkPeriodic(library: Library, one: PackRule, rule: DeadlineText): readonly Fault[] {
  const { start, per } = rule;
  const comesRound = typeof start === 'object' && 'every' in start;
  if (comesRound !== (per === 'period'))
    return [
      fault(
        one,
        ['per'],
        `规则 ${rule.id} ${comesRound ? '按期起算，却不是按期间计算的' : '按期间计算，却没有写明每隔多久'}`,
        '按期起算的规则，对象写期间（period），起算写 every 和 of',
      ),
    ];
  if (!comesRound || (library.codes['periodic-list'] ?? []).some((code) => code.id === start.of)) return [];
  return [
    fault(
      one,
      ['start', 'of'],
      `规则 ${rule.id} 所说的按期内容 ${start.of} 不在代码集 periodic-list 中`,
      '改为代码集中的值，或者在代码集中建立',
    ),
  ];
}

function fault({ rule }: PackRule, path: readonly PropertyKey[], what: string, remedy: string): Fault {
  const clause = rule.value.cites[0];
  return { file: rule.file, line: rule.at(path), ...(clause === undefined ? {} : { clause }), what, remedy };
}

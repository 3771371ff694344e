import { actDefinitions, actLabel, cite, codeLabel, filledIn, isPersonal, roleLabels } from '@zhaozhang/core';
import type { Duty, Gate, Law, Need, Owed, Primitive, TableRow } from '@zhaozhang/core';
import type { LawRule } from '../../contract/index.ts';
import { conditionWords, perWords } from './condition-words.ts';
import { literalWords, referenceWords } from './reference-words.ts';
import type { Speaking } from './reference-words.ts';
import { amountWords } from './unit-words.ts';

/** What several rules written together are about; each of them says so beside its own kind. */
const larger: Readonly<Record<string, string>> = {
  publication: '公示',
  retention: '保管',
  review: '审核',
  procedure: '程序',
};

/** A rule as people read it: one sentence from its parts, what follows, and where it is met. */
export function ruleWords(rule: Primitive, law: Law): LawRule {
  const words = plainWords(rule, law);
  const of = rule.of === undefined ? undefined : larger[rule.of.kind];
  return of === undefined ? words : { ...words, kindLabel: `${of}·${words.kindLabel}` };
}

function plainWords(rule: Primitive, law: Law): LawRule {
  const from = law.packs.find((pack) => pack.id === rule.pack)?.title ?? '';
  const cites = rule.clauses.map((id) => ({ id, cite: cite([id], law) })).filter((one) => one.cite !== '');
  const base = { from, cites };
  if (rule.primitive === 'gate') return { ...gateWords(rule, law), ...base };
  if (rule.primitive === 'duty') return { ...dutyWords(rule, law), ...base };
  if (rule.primitive === 'table') return { ...definitionWords(rule, law), ...base };
  return { ...needWords(rule, law), ...base };
}

type Words = Omit<LawRule, 'from' | 'cites'>;

function gateWords(gate: Gate, law: Law): Words {
  const speaking: Speaking = { law, acts: gate.acts };
  const naming = (text: string): string => filledIn(text, perWords(gate.per), []);
  return {
    kind: 'gate',
    kindLabel: '前提',
    sentence: `${actWords(gate.acts, law)}之前${onlyWhen(gate, speaking)}：${conditionWords(gate.unless, speaking)}。`,
    effect: effectWords(gate),
    because: naming(gate.because),
    remedy: naming(gate.remedy.says),
    notes: [
      ...assumed(gate, law),
      ...gate.exceptions.map(
        (exception) => `${exceptionWords(gate, exception, law)}（${cite(exception.clauses, law)}）`,
      ),
    ],
    places: formsOf(gate.acts, law),
  };
}

/** When a gate is lifted, or what it asks instead. */
export function exceptionWords(gate: Gate, { when, instead }: Gate['exceptions'][number], law: Law): string {
  const speaking: Speaking = { law, acts: gate.acts };
  return `例外：${conditionWords(when, speaking)}${
    instead === undefined ? '' : `的，改为${conditionWords(instead, speaking)}`
  }`;
}

function definitionWords(row: TableRow, law: Law): Words {
  const speaking: Speaking = { law, acts: [] };
  const what = row.per === 'case' ? row.label : `${perWords(row.per)}的${row.label}`;
  const is =
    row.type === 'bool' && row.gives === true
      ? `属于「${row.label}」`
      : `${what}为${givenWords(row, speaking)}`;
  return {
    kind: 'definition',
    kindLabel: '认定',
    sentence:
      row.when === undefined
        ? `${is.trimEnd()}。`
        : `${conditionWords(row.when, speaking)}的，${is.trimEnd()}。`,
    effect: '凡用到它的规定都按此认定',
    notes: assumed(row, law),
    places: [],
  };
}

function givenWords({ gives, defines }: TableRow, speaking: Speaking): string {
  if (typeof gives === 'object' && 'after' in gives)
    return `自${referenceWords(gives.after, speaking)}起满 ${amountWords(gives.n, gives.unit, speaking)}之日`;
  if (typeof gives === 'object' && 'endOf' in gives) {
    const { endOf } = gives;
    return `「${speaking.law.duties.find((one) => one.duty === endOf)?.label ?? '该期限'}」届满之日`;
  }
  if (typeof gives === 'object' && 'accrues' in gives) {
    const { base, permille, dueOf, cap } = gives.accrues;
    const duty = speaking.law.duties.find((one) => one.duty === dueOf)?.label ?? '该期限';
    return `自「${duty}」届满的次日起，每日按${referenceWords(base, speaking)}的千分之 ${amountWords(permille, '', speaking).trim()}计算，不超过${referenceWords(cap, speaking)}`;
  }
  return literalWords(gives, defines, speaking);
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join('、');
}

function needWords(need: Need, law: Law): Words {
  const speaking: Speaking = { law, acts: need.acts };
  const fields = need.fields.map((field) => {
    const checks = [
      field.minLength === undefined ? '' : `不少于 ${field.minLength} 字`,
      field.format === undefined ? '' : '写法和校验码须正确',
      field.contains === undefined ? '' : `须写明${quoted(field.contains)}`,
      field.lacks === undefined ? '' : `不能写${quoted(field.lacks)}`,
      field.notBefore === undefined ? '' : `不早于${referenceWords(field.notBefore, speaking)}`,
      field.notAfter === undefined ? '' : `不晚于${referenceWords(field.notAfter, speaking)}`,
    ].filter((text) => text !== '');
    const label = law.fields[field.field]?.label ?? '所定的栏目';
    return `${label}${checks.length === 0 ? '' : `（${checks.join('，')}）`}`;
  });
  const whose = need.per === 'act' || need.per === 'case' ? '' : `每名${perWords(need.per)}的`;
  return {
    kind: 'record',
    kindLabel: '记载',
    sentence: `${actWords(need.acts, law)}时${onlyWhen(need, speaking)}，须写明${whose}${fields.join('、')}。`,
    effect: effectWords(need),
    notes: assumed(need, law),
    places: formsOf(need.acts, law),
  };
}

/** Names of the limits whose end another begins with; of several, the last. */
function endWords(endOf: string | readonly string[], law: Law): string {
  const names = (typeof endOf === 'string' ? [endOf] : endOf).map(
    (name) => law.duties.find((one) => one.duty === name)?.label ?? '前一期限',
  );
  return names.length > 1 ? `${names.join('、')}中最后一个` : names.join('');
}

function dutyWords(duty: Duty, law: Law): Words {
  const speaking: Speaking = { law, acts: duty.act === undefined ? [] : [duty.act] };
  const { start } = duty;
  const begin =
    typeof start === 'string'
      ? referenceWords(start, speaking).replace('已', '')
      : 'every' in start
        ? '每期结束'
        : `${endWords(start.endOf, law)}届满`;
  const span = amountWords(duty.within.n, duty.within.unit, speaking);
  const by = owedWords(duty.owedBy);
  const does =
    duty.until === undefined
      ? `${span}，${duty.label}，由${by}负责`
      : duty.lapses === true
        ? `${span}，为${duty.label}，由${by}行使`
        : `${span}内${duty.label}，由${by}承担`;
  const unitBasis = cite([duty.within.unitBasis], law);
  return {
    kind: 'deadline',
    kindLabel: '期限',
    sentence: `自${begin}之日的次日起 ${does}${onlyWhen(duty, speaking)}。`,
    effect:
      duty.until === undefined
        ? '期满之前不得处置，期满也不自动处置'
        : duty.lapses === true
          ? '期满即止，不算逾期'
          : '到期没有办的，列为逾期',
    notes: [
      duty.per === 'case' || duty.per === 'act' ? '' : `对每名${perWords(duty.per)}分别计算`,
      unitBasis === '' ? '' : `日数的计法依据${unitBasis}`,
      rolls[duty.within.roll],
      duty.remind === undefined
        ? ''
        : `到期前 ${amountWords(duty.remind.n, duty.remind.unit, speaking)}开始提醒`,
      ...(duty.extend ?? []).map((one) =>
        'to' in one
          ? `${referenceWords(one.granted, speaking)}的，延长到${referenceWords(one.to, speaking)}（${cite(one.clauses, law)}）`
          : isNought(one.n, law)
            ? `另有规定可以延长的，从其规定；目前没有装入这样的规定（${cite(one.clauses, law)}）`
            : `${referenceWords(one.granted, speaking)}的，延长 ${amountWords(one.n, one.unit, speaking)}（${cite(one.clauses, law)}）`,
      ),
      ...(duty.suspend ?? []).map((one) => `${one.label}的期间不计入`),
      ...assumed(duty, law),
    ].filter((text) => text !== ''),
    places: [`待办「${duty.label}」`, ...(duty.act === undefined ? [] : formsOf([duty.act], law))],
  };
}

/** A parameter that lets nothing be added until some other law says how much. */
function isNought(amount: Duty['within']['n'], law: Law): boolean {
  return typeof amount === 'object' && 'param' in amount && law.params[amount.param]?.value === 0;
}

const rolls = {
  party: '末日遇休息日的，顺延到下一工作日',
  agency: '末日遇休息日的，预警看原来的末日，顺延之后仍没有办的才算逾期',
  restraint: '末日遇休息日的不顺延',
} as const;

function effectWords(rule: Gate | Need): string {
  if (rule.reference === true) return '参照适用；不照办的，写明理由后可以办理';
  if (rule.effect === 'advise') return '只作提示，不妨碍办理';
  if (rule.effect === 'curable') return '可以记录瑕疵后继续';
  // Who acts is no defect of what has happened: it cannot be admitted afterwards.
  const factual = !isPersonal(rule) && rule.acts.some((act) => actDefinitions.get(act)?.nature === 'factual');
  return factual ? '无此即违法，不得办理；已经发生的，如实记录并记明瑕疵' : '无此即违法，不得办理';
}

function onlyWhen(rule: Primitive, speaking: Speaking): string {
  return rule.when === undefined ? '' : `（限于${conditionWords(rule.when, speaking)}）`;
}

/** How far a rule goes beyond its text, and what it takes for granted that no text says. */
function assumed(rule: Primitive, law: Law): string[] {
  const notes: string[] = [];
  if (rule.elsewhere !== undefined) {
    const own = (rule.kinds ?? []).map((kind) => codeLabel(law, 'enforcement-kind', kind)).join('、');
    notes.push(`直接管${own}，其他种类的执法参照：${rule.elsewhere}`);
  }
  if (rule.assumption !== undefined) notes.push(`说明：${rule.assumption}`);
  return notes;
}

function actWords(acts: readonly string[], law: Law): string {
  return acts.flatMap((act) => nameOf(act, law) ?? []).join('、');
}

function formsOf(acts: readonly string[], law: Law): string[] {
  return acts.flatMap((act) => {
    const name = nameOf(act, law);
    return name === undefined ? [] : [actDefinitions.has(act) ? `「${name}」的表单` : name];
  });
}

/** An act there is by its name; one that is only planned says that it is not open yet. */
function nameOf(act: string, law: Law): string | undefined {
  if (actDefinitions.has(act)) return actLabel(act);
  const planned = law.planned?.[act];
  return planned === undefined ? undefined : `「${planned}」（尚未开通）`;
}

function owedWords(owed: Owed): string {
  if (owed === 'party') return '当事人';
  if (owed === 'registrar') return '案源登记人';
  if (owed === 'former-handlers') return '原承办人';
  return owed === 'handlers' ? '承办人' : roleLabels[owed];
}

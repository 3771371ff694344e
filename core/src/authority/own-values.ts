import type { Structural } from '../act.ts';
import type { Value } from '../canonical.ts';
import type { Parameter, ParameterForm } from '../rules/law.ts';
import { unitLabels } from '../rules/units.ts';
import type { Day } from '../time/index.ts';

/** A value the agency sets for itself, from a day on: what of it the law reads. */
export interface OwnValue {
  readonly param: string;
  readonly value: Value;
  readonly from: Day;
}

/** The same as the agency keeps it: who approved it when, why, and what the agency above said to it. */
export interface OwnValueKept extends OwnValue {
  readonly id: string;
  readonly approvedBy: string;
  readonly approvedOn: Day;
  readonly document?: string | undefined;
  readonly reason: string;
  readonly confirmation?: Confirmation | undefined;
  /** It is not what the packs say: kept as it was found that day. */
  readonly deviates: boolean;
}

/** 上级机关的确认: its paper and the day of it. */
export interface Confirmation {
  readonly document: string;
  readonly on: Day;
}

/** Those begun by a day, in the order in which they count; of two from one day the later entry stands. */
export function ownValuesOn(kept: readonly OwnValueKept[] | undefined, on: Day): readonly OwnValue[] {
  return (kept ?? [])
    .filter(({ from }) => from <= on)
    .map(({ param, value, from }) => ({ param, value, from }))
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
}

/** What the packs say of it, whatever the agency has set since. */
export function packValue({ base, value }: Parameter): Value | undefined {
  return base === undefined ? value : base.value;
}

/** Is one value laxer than another? A number by its direction; of a list, one that leaves out what the other holds. */
export function loosens(
  own: Value | undefined,
  above: Value | undefined,
  tighter: ParameterForm['tighter'],
): boolean {
  if (Array.isArray(own) && Array.isArray(above)) {
    if (tighter === 'larger') return above.some((item) => !own.includes(item));
    return tighter === 'smaller' && own.some((item) => !above.includes(item));
  }
  if (typeof own !== 'number' || typeof above !== 'number') return false;
  if (tighter === 'smaller') return own > above;
  return tighter === 'larger' && own < above;
}

/** Not what the packs say: a list is the same in whatever order. */
export function deviates(own: Value, above: Value | undefined): boolean {
  if (!Array.isArray(own) || !Array.isArray(above)) return own !== above;
  return own.length !== above.length || own.some((item) => !above.includes(item));
}

/** Is a value of the type the parameter has? */
export function isOfType(value: Value, type: ParameterForm['type']): boolean {
  if (type === 'int') return typeof value === 'number' && Number.isInteger(value) && value >= 0;
  if (type === 'bool') return typeof value === 'boolean';
  if (type === 'list') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  return typeof value === 'string' && value.trim() !== '';
}

/**
 * A value a clause states, without saying which way is stricter, is not for the agency to move: unless another agency may
 * confirm that it departs from it.
 */
export function isFixed(param: Parameter, form: ParameterForm, names: readonly string[]): boolean {
  const { stated, tighter, optional, uniform } = form;
  const confirmable = uniform !== undefined && !names.includes(uniform.by);
  return (
    stated === true &&
    tighter === undefined &&
    optional === undefined &&
    packValue(param) !== undefined &&
    !confirmable
  );
}

/** What speaks against setting a parameter otherwise: laxer than the law above, or unlike the rest of the system. */
export function overrideFaults(
  param: Parameter,
  form: ParameterForm,
  own: Value,
  {
    names,
    confirmation,
  }: { readonly names: readonly string[]; readonly confirmation?: Confirmation | undefined },
): readonly Structural[] {
  const above = packValue(param);
  const cites = (clause: string | undefined) => [
    ...new Set([
      ...(clause === undefined ? [] : [clause]),
      ...(param.clause === undefined ? [] : [param.clause]),
    ]),
  ];
  if (loosens(own, above, form.tighter))
    return [
      {
        code: 'OVERRIDE_LOOSENS',
        clauses: cites(form.clauses?.[0]),
        because: `“${param.label}”比上位规定放宽：上位规定为${words(above, form)}，所填为${words(own, form)}`,
        field: 'input.value',
        remedy: { says: tightening(above, form) },
      },
    ];
  if (!deviates(own, above) || confirmation !== undefined) return [];
  const { uniform } = form;
  if (uniform !== undefined && !names.includes(uniform.by))
    return [
      {
        code: 'OVERRIDE_NOT_CONFIRMED',
        clauses: [uniform.clause],
        because: `“${param.label}”与全系统的取值不一致：${uniform.by}定为${words(above, form)}，所填为${words(own, form)}`,
        field: 'input.confirmation',
        remedy: { says: `改用相同的取值；确需不同的，报${uniform.by}确认，写明确认的文号和日期` },
      },
    ];
  return isFixed(param, form, names)
    ? [
        {
          code: 'PARAM_FIXED',
          clauses: cites(undefined),
          because: `“${param.label}”由条文写明为${words(above, form)}，没有留给机关另定`,
          field: 'input.param',
          remedy: { says: '照条文办理；条文改了的，换用新的规则包' },
        },
      ]
    : [];
}

function tightening(above: Value | undefined, { tighter }: ParameterForm): string {
  if (!Array.isArray(above)) return '改为相同或者更紧的取值';
  return tighter === 'smaller' ? '只能从上位规定所列的当中减少，不能另列' : '只能增列，上位规定所列的照列';
}

function words(value: Value | undefined, { unit }: ParameterForm): string {
  if (value === undefined) return '没有取值';
  if (typeof value === 'boolean') return value ? '“是”' : '“否”';
  if (Array.isArray(value)) return ` ${value.length} 项`;
  return ` ${String(value)} ${unit === undefined ? '' : (unitLabels[unit] ?? unit)}`.trimEnd();
}

import type { Act, ActContext, ActDefinition } from '../act.ts';
import type { FieldMap, Value } from '../canonical.ts';
import type { Refusal } from '../refusal.ts';
import { parseDay, parseInstant } from '../time/index.ts';
import type { Field, Law } from './law.ts';
import { codesOf } from './input-codes.ts';
import { isPlainText } from './plain-text.ts';

/**
 * Are the fields of the record known to the law in force, and written as their type says? Are codes in their sets? Of an
 * input out of shape only the record is looked at.
 */
export function checkFields(
  definition: ActDefinition,
  act: Act,
  context: ActContext,
  inShape: boolean,
): readonly Refusal[] {
  const { law } = context;
  const own = ofRecord(act.record, 'record', act, law);
  let parts: readonly Refusal[] = [];
  let codes: readonly Refusal[] = [];
  if (inShape) {
    parts = (definition.parts?.(act) ?? []).flatMap((part) => ofRecord(part.record, part.path, act, law));
    codes = codesOf(definition.input, act.input)
      .filter(({ set, value }) => !(law.codes[set] ?? []).some((one) => one.id === value))
      .map(({ path }) => refusal(act, path, '所选的项不在现行清单中', '从清单中选择'));
  }
  return [...own, ...parts, ...codes];
}

function ofRecord(record: FieldMap, path: string, act: Act, law: Law): readonly Refusal[] {
  return Object.entries(record).flatMap(([id, value]) => {
    const field = Object.hasOwn(law.fields, id) ? law.fields[id] : undefined;
    if (field === undefined) return [refusal(act, `${path}.${id}`, '没有这一栏', '去掉这一栏')];
    return isOfType(field, value, law)
      ? []
      : [refusal(act, `${path}.${id}`, `${field.label}的写法不对`, writing[field.type])];
  });
}

const writing: Readonly<Record<Field['type'], string>> = {
  text: '填写文字',
  longtext: '填写文字',
  int: '填写整数',
  money: '填写金额',
  day: '按年月日填写实际存在的日期',
  instant: '按年月日时分填写实际存在的时刻',
  enum: '从清单中选择',
  bool: '选择是或者否',
  blob: '重新上传附件',
  blobs: '重新上传附件',
};

const maxText = 20_000;
const digest = /^sha256:[0-9a-f]{64}$/;

function isOfType(field: Field, value: Value, law: Law): boolean {
  if (field.secret === true && isSealed(value)) return true;
  switch (field.type) {
    case 'text':
    case 'longtext':
      return typeof value === 'string' && value.length <= maxText && isPlainText(value);
    case 'int':
      return Number.isSafeInteger(value);
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    case 'day':
      return parseDay(value) !== undefined;
    case 'instant':
      return parseInstant(value) !== undefined;
    case 'enum':
      return (law.codes[field.codes ?? ''] ?? []).some((one) => one.id === value);
    case 'bool':
      return typeof value === 'boolean';
    case 'blob':
      return isBlob(value);
    case 'blobs':
      return Array.isArray(value) && value.length <= 500 && value.every(isBlob);
  }
}

/** What an event holds in place of identity data: a reference to the ciphertext and a salted digest of the text. */
export function isSealed(
  value: Value | undefined,
): value is { readonly sealed: string; readonly digest: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    'sealed' in value &&
    typeof value.sealed === 'string' &&
    'digest' in value &&
    typeof value.digest === 'string' &&
    digest.test(value.digest) &&
    Object.keys(value).length === 2
  );
}

/** An attachment: its digest and the name it came under. */
function isBlob(value: Value): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { blob, name, ...rest } = value as { blob?: Value; name?: Value };
  return (
    typeof blob === 'string' &&
    digest.test(blob) &&
    typeof name === 'string' &&
    name.length > 0 &&
    name.length <= 255 &&
    isPlainText(name) &&
    Object.keys(rest).length === 0
  );
}

function refusal(act: Act, field: string, because: string, says: string): Refusal {
  return {
    code: 'FIELD_INVALID',
    act: act.name,
    clauses: [],
    because,
    effect: 'void',
    field,
    facts: [],
    remedy: { says },
  };
}

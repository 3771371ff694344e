import type { Act, ActDefinition } from './act.ts';
import type { Refusal } from './refusal.ts';
import { isPlainText } from './rules/plain-text.ts';

/** Faults of shape, each with its field and what to write instead. */
export function checkInput(definition: ActDefinition, act: Act): readonly Refusal[] {
  const parsed = definition.input.safeParse(act.input);
  if (parsed.success) return brokenTexts(act.input, 'input').map((field) => textRefusal(act, field));
  return parsed.error.issues.map((issue) => {
    const extra = issue.code === 'unrecognized_keys' ? `.${issue.keys[0] ?? ''}` : '';
    const path = issue.path.map(String).join('.');
    return {
      code: 'INPUT_INVALID',
      act: act.name,
      clauses: [],
      because: sentence(issue.code, issue.message),
      effect: 'void' as const,
      field: `input${path === '' ? '' : `.${path}`}${extra}`,
      facts: [],
      remedy: { says: issue.code === 'unrecognized_keys' ? '去掉这一栏' : '按要求填写这一栏' },
    };
  });
}

/** Paths of texts that cannot be stored, wherever they stand in the input. */
function brokenTexts(value: unknown, path: string): readonly string[] {
  if (typeof value === 'string') return isPlainText(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    isPlainText(key) ? brokenTexts(item, `${path}.${key}`) : [path],
  );
}

function textRefusal(act: Act, field: string): Refusal {
  return {
    code: 'INPUT_INVALID',
    act: act.name,
    clauses: [],
    because: '文字中有不能保存的字符',
    effect: 'void',
    field,
    facts: [],
    remedy: { says: '删去不可见的控制字符后重新填写' },
  };
}

function sentence(code: string, message: string): string {
  if (/[\u4e00-\u9fff]/.test(message)) return message;
  if (code === 'unrecognized_keys') return '没有这一栏';
  if (code === 'invalid_type') return '没有填写或者类型不对';
  if (code === 'too_big') return '超过了允许的长度或者大小';
  if (code === 'too_small') return '没有填写或者太短';
  return '填写的内容不符合要求';
}

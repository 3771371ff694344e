import type { z } from 'zod';
import type { Act, ActContext, ActDefinition } from './act.ts';
import type { Refusal } from './refusal.ts';
import { checkFields } from './rules/fields.ts';
import { isPlainText } from './rules/plain-text.ts';

/** What is wrong with what was filled in, before any rule is asked: its shape, its texts, the fields of the record. */
export function checkFilledIn(definition: ActDefinition, act: Act, context: ActContext): readonly Refusal[] {
  const parsed = definition.input.safeParse(act.input);
  return [...checkInput(parsed, act), ...checkFields(definition, act, context, parsed.success)];
}

/** Faults of shape, each with its field and what to write instead. */
function checkInput(parsed: z.ZodSafeParseResult<unknown>, act: Act): readonly Refusal[] {
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

import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './fault.ts';

export interface YamlFile {
  readonly file: string;
  readonly raw: unknown;
  /** Line (from 1) of the value at a path of keys, or of the nearest thing above it. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Reads one YAML file. A file that is not YAML yields a fault, never an exception. */
export async function readYaml(path: string, file: string): Promise<{ yaml: YamlFile } | { fault: Fault }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return { fault: { file, line: 1, what: '文件不存在或者读不出来', remedy: '补上这个文件' } };
  }
  const { document, lines, lineOf } = opened(text);
  const error = document.errors[0];
  if (error !== undefined) {
    const line = lines.linePos(error.pos[0]).line;
    return { fault: { file, line, what: '不是合格的 YAML', remedy: '检查缩进、引号和重复的键' } };
  }
  return { yaml: { file, raw: document.toJS() as unknown, lineOf } };
}

/** The lines of a text that is known to be YAML. */
export function lineOfIn(text: string): YamlFile['lineOf'] {
  return opened(text).lineOf;
}

interface Opened {
  readonly document: ReturnType<typeof parseDocument>;
  readonly lines: LineCounter;
  readonly lineOf: YamlFile['lineOf'];
}

/**
 * Texts that are open somewhere: a law read again, from the same folder or from a copy, differs from the one before in a
 * file or two, and to parse it is most of the reading. What nobody holds any more is forgotten.
 */
const open = new Map<string, WeakRef<Opened>>();
const closed = new FinalizationRegistry<string>((text) => {
  if (open.get(text)?.deref() === undefined) open.delete(text);
});

function opened(text: string): Opened {
  const before = open.get(text)?.deref();
  if (before !== undefined) return before;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  // Whoever can still tell a line of it holds it.
  const now: Opened = { document, lines, lineOf: (path) => lineIn(now, path) };
  open.set(text, new WeakRef(now));
  closed.register(now, text);
  return now;
}

function lineIn({ document, lines }: Opened, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length >= 0; length--) {
    const node = document.getIn(keys.slice(0, length), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range !== undefined && node.range !== null) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Checks a value of a file by its schema; each issue becomes a fault with its line. */
export function checked<T>(
  yaml: YamlFile,
  schema: z.ZodType<T>,
  value: unknown,
  at: readonly PropertyKey[],
  what: string,
): { value: T } | { faults: readonly Fault[] } {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  return {
    faults: parsed.error.issues.map((issue) => {
      const keys = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
      const named = keys.filter((key) => key !== '').join('.');
      return {
        file: yaml.file,
        line: yaml.lineOf([...at, ...keys]),
        what: `${what}${named === '' ? '' : `的“${named}”`}${wrong(issue.code, issue.message)}`,
        remedy: issue.code === 'unrecognized_keys' ? '去掉或者改正这个键' : '按编写指南的写法改正',
      };
    }),
  };
}

function wrong(code: string, message: string): string {
  if (/[\u4e00-\u9fff]/.test(message)) return `:${message}`;
  if (code === 'unrecognized_keys') return '不认识';
  if (code === 'invalid_type') return '没有写或者类型不对';
  if (code === 'invalid_value') return '没有写，或者不在允许的值之中';
  return '不合要求';
}

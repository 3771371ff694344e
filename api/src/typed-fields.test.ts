import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runStories } from '@zhaozhang/scenarios';
import type { StoryClient, StoryRequest } from '@zhaozhang/scenarios';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormView } from './contract/index.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';

/** What an officer enters in one ordinary case, step by step: kept, so that a field more is seen when it comes. */
const kept = fileURLToPath(new URL('./testing/typed-fields.txt', import.meta.url));
const story = 'ordinary-penalty.yaml';

interface Entered {
  readonly step: string;
  readonly label: string;
  /** Written with the keyboard; else chosen from what the form offers. */
  readonly typed: boolean;
  /** The very same words stand in the file or in the agency's records already. */
  readonly again: boolean;
}

let house: TestInstance;
const entered: Entered[] = [];
let steps = 0;

beforeAll(async () => {
  house = await testInstance();
  const told = house.told.stories.filter(({ file }) => file === story);
  const known = new Set<string>();
  const client: StoryClient = {
    ...house.client,
    act: async (by, request) => {
      const form = await formOf(by, request);
      steps++;
      for (const one of enteredIn(form, request, known)) entered.push(one);
      for (const { value } of leavesOf(request.input, 'input'))
        if (typeof value === 'string') known.add(value);
      for (const { value } of leavesOf(request.record, 'record'))
        if (typeof value === 'string') known.add(value);
      return house.client.act(by, request);
    },
  };
  await runStories(told, client);
});
afterAll(() => house.end());

async function formOf(by: string, { name, stream }: StoryRequest): Promise<FormView> {
  const path =
    stream === undefined ? `/api/forms/${name}` : `/api/cases/${stream.slice('case/'.length)}/forms/${name}`;
  const reply = await house.client.request(by, 'GET', path);
  if (!reply.ok) throw new Error(`${name} 的表单打不开：${reply.status}`);
  return (await reply.json()) as FormView;
}

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

function leavesOf(value: unknown, path: string): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  // Several chosen from one list are one field.
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return [{ path, value: value.join(' ') }];
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, `${path}.${key}`));
}

const written: readonly string[] = ['text', 'longtext', 'int', 'money'];

interface FieldFound {
  readonly label: string;
  readonly typed: boolean;
  readonly only?: string | undefined;
}

/** The field a value stands in: among the inputs, their rows, the record, or a party's record. */
function fieldOf(form: FormView, path: string): FieldFound {
  const [part = '', ...names] = path.split('.');
  const id = names.join('.');
  const recorded =
    form.record.find((field) => field.id === id) ??
    form.partyRecord.find((field) => path.endsWith(`.record.${field.id}`));
  if (recorded !== undefined)
    return {
      label: recorded.label,
      typed: recorded.options === undefined && written.includes(recorded.type),
    };
  let fields: FormView['input'] | undefined = part === 'input' ? form.input : undefined;
  let found: FormView['input'][number] | undefined;
  for (const name of names) {
    if (/^\d+$/.test(name)) continue;
    found = fields?.find((field) => field.name === name);
    fields = found?.rows;
  }
  const options = found?.options;
  return {
    label: found?.label ?? path,
    typed: options === undefined && written.includes(found?.kind ?? ''),
    only: options?.length === 1 && found?.optional === false ? options[0]?.value : undefined,
  };
}

function enteredIn(form: FormView, request: StoryRequest, known: ReadonlySet<string>): readonly Entered[] {
  const filled = new Map(
    [...leavesOf(form.prefill.input, 'input'), ...leavesOf(form.prefill.record, 'record')].map((leaf) => [
      leaf.path,
      leaf.value,
    ]),
  );
  return [...leavesOf(request.input, 'input'), ...leavesOf(request.record, 'record')].flatMap(
    ({ path, value }) => {
      const { label, typed, only } = fieldOf(form, path);
      // Ids inside the file are made by the form.
      if (path.endsWith('.id') || filled.get(path) === value || only === value) return [];
      return [{ step: form.label, label, typed, again: typed && known.has(String(value)) }];
    },
  );
}

function listed(): string {
  const lines: string[] = [];
  for (const { step } of entered) {
    const of = entered.filter((one) => one.step === step);
    const line = `${step}：${of.map((one) => `${one.label}${one.typed ? '' : '（选）'}`).join('、')}`;
    if (!lines.includes(line)) lines.push(line);
  }
  const typed = entered.filter((one) => one.typed).length;
  return `${lines.join('\n')}\n共 ${steps} 步：手写 ${typed} 栏，选择 ${entered.length - typed} 栏\n`;
}

describe('一件普通程序案件要填的栏目', () => {
  it('已经知道的不再填：没有一处手写的与案卷里已有的一字不差', () => {
    expect(entered.filter((one) => one.again).map((one) => `${one.step} ${one.label}`)).toEqual([]);
    expect(steps).toBeGreaterThan(15);
  });

  it('逐步列出，与存下的清单一致', () => {
    if (process.env['UPDATE_GOLDEN'] !== undefined) writeFileSync(kept, listed());
    expect(listed()).toBe(readFileSync(kept, 'utf8'));
  });
});

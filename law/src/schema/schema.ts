import { actDefinitions, factDefinitions, formats, pers, roleLabels, schemaFor } from '@zhaozhang/core';
import { z } from 'zod';
import { allRules } from '../check/rule-texts.ts';
import { thing } from '../check/things.ts';
import { exampleText } from '../examples/example-text.ts';
import type { Library } from '../library.ts';
import { clauseText, packText, paramText } from '../texts.ts';
import { keyWords } from './words.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Node = { readonly [key: string]: Json };

const kinds = [
  { kind: 'gate' },
  { kind: 'gate', exceptionTo: 'a.b' },
  { kind: 'deadline' },
  { kind: 'record' },
  { kind: 'definition' },
  { kind: 'publication' },
  { kind: 'retention' },
  { kind: 'review' },
  { kind: 'procedure' },
];

/**
 * JSON Schema of pack.yaml, clauses.yaml, params.yaml, rules.yaml and examples.yaml, for editors. Where a file names a
 * fact, an act, a field or a code, the schema lists those there are, each with its Chinese name.
 */
export function schemaOf(library: Library): Node {
  const rule = z.union(kinds.map(schemaFor) as [z.ZodType, z.ZodType, ...z.ZodType[]]);
  const files = z.object({
    pack: packText,
    clauses: z.array(clauseText),
    params: z.array(paramText),
    rules: z.array(rule),
    examples: z.array(exampleText),
  });
  const raw = JSON.parse(JSON.stringify(z.toJSONSchema(files, { io: 'input' }))) as Node;
  const { $defs, properties } = filled(raw, '') as { $defs?: Node; properties: Node };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '规则包的写法',
    anyOf: Object.keys(properties).map((name) => ({ $ref: `#/$defs/${name}` })),
    $defs: { ...properties, ...listsOf(library), ...$defs },
  };
}

/** Names a file may use, each list once; the places refer to it. */
function listsOf(library: Library): Node {
  const codes = new Map<string, string>();
  for (const code of Object.values(library.codes).flat()) {
    const before = codes.get(code.id)?.split(' / ') ?? [];
    codes.set(code.id, [...new Set([...before, code.label])].join(' / '));
  }
  const refusals = new Map<string, string>();
  for (const { rule } of allRules(library)) {
    const { value } = rule;
    if ('code' in value) refusals.set(value.code, 'because' in value ? value.because : '栏目没有填写');
  }
  return {
    fact: listed([
      ...[...factDefinitions.values()].map((fact) => [fact.id, `${fact.label}(${thing(fact.per)})`] as const),
      ...allRules(library).flatMap(({ rule: { value } }) =>
        value.kind === 'definition'
          ? [[value.defines, `${value.label}(${thing(value.per)})，由规则定义`] as const]
          : [],
      ),
    ]),
    act: listed([
      ...[...actDefinitions.values()].map((act) => [act.name, act.label] as const),
      ...[...library.plannedActs.values()].map(
        ({ value }) => [value.name, `${value.label}（尚未开通）`] as const,
      ),
    ]),
    field: listed(library.fieldRows.map(({ value }) => [value.id, value.label])),
    code: listed([...codes, ...Object.entries(roleLabels)]),
    refusal: listed([...refusals]),
    format: listed(Object.entries(formats).map(([id, format]) => [id, format.label])),
    thing: listed(pers.map((per) => [per, thing(per)])),
  };
}

function ref(name: string): Node {
  return { $ref: `#/$defs/${name}` };
}

function listed(pairs: readonly (readonly [string, string])[]): Node {
  const sorted = [...new Map(pairs)].sort(([a], [b]) => (a < b ? -1 : 1));
  return { enum: sorted.map(([id]) => id), enumDescriptions: sorted.map(([, label]) => label) };
}

/** Puts the lists in the places of the names, and the meaning of each key beside it. `key` is the key it stands under. */
function filled(node: Json, key: string): Json {
  if (Array.isArray(node)) return node.map((item: Json) => filled(item, key));
  if (typeof node !== 'object' || node === null) return node;
  const map = node as Node;
  const replaced = byKey(map, key);
  if (replaced !== undefined) return replaced;
  return Object.fromEntries(
    Object.entries(byShape(map, key) ?? map).map(([name, part]) => [
      name,
      name === 'properties' ? properties(part as Node) : filled(part, key),
    ]),
  );
}

function properties(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).map(([name, part]) => {
      // What an example expects names fields by their path in the act, and any code there is.
      const inner = (name === 'refused' ? part : filled(part, name)) as Node;
      const words = keyWords[name];
      return [name, words === undefined ? inner : { description: words, ...inner }];
    }),
  );
}

/** A plain text under a key that names something. */
function byKey(node: Node, key: string): Node | undefined {
  if (node['type'] !== 'string' || node['enum'] !== undefined || node['const'] !== undefined)
    return undefined;
  if (key === 'act' || key === 'acts') return ref('act');
  if (key === 'field') return ref('field');
  if (key === 'format') return ref('format');
  if (key === 'per') return ref('thing');
  if (key === 'code' && node['pattern'] !== undefined) return { anyOf: [ref('refusal'), node] };
  if (key === 'start' || (key === 'until' && node['pattern'] === undefined)) return ref('fact');
  if (key === 'notBefore' || key === 'notAfter')
    return { anyOf: [ref('fact'), { const: 'act.occurredAt', description: '行为发生的时刻' }] };
  return undefined;
}

/** A matter with its step, written as one value. */
const pairOfCodes = {
  type: 'string',
  pattern: '^[a-z][a-z-]*/[a-z][a-z-]*$',
  description: '两个代码连写，如审批事项和环节',
};

const referencePattern = '^[a-z][A-Za-z0-9.-]*$';

/** A reference or a literal in a condition, known by how it is written in the schema. */
function byShape(node: Node, key: string): Node | undefined {
  if (node['type'] === 'string' && node['pattern'] === referencePattern && key !== 'id')
    return {
      anyOf: [ref('fact'), { type: 'string', pattern: '^(input|record|actor|param)\\.[A-Za-z0-9.-]+$' }],
    };
  const choices = node['anyOf'];
  if (!Array.isArray(choices)) return undefined;
  const [first, ...others] = choices as readonly Node[];
  const isLiteral =
    first !== undefined &&
    first['type'] === 'string' &&
    Object.keys(first).length === 1 &&
    others.some((other) => ((other['properties'] ?? {}) as Node)['fact'] !== undefined);
  return isLiteral ? { ...node, anyOf: [ref('code'), pairOfCodes, ...others] } : undefined;
}

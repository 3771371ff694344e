import { createHash } from 'node:crypto';
import { canonical, lowerRules, openLaw } from '@zhaozhang/core';
import type { ClauseText, Law, LawBundle, Parameter } from '@zhaozhang/core';
import type { Library, Pack } from './library.ts';

export interface Bundle {
  readonly digest: string;
  /** Canonical text: what the store keeps, and what a browser loads to decide without network. */
  readonly text: string;
  readonly law: Law;
}

/** Thrown when packs that do not exist are asked for. */
export class PackUnknown extends Error {
  override name = 'PackUnknown';
}

/**
 * Compiles the given packs and all they extend into one bundle. Its digest changes when any rule, parameter, code,
 * field or calendar day in it changes: that is what an event means when it names the law it was done under.
 */
export function compileBundle(library: Library, packs: readonly string[]): Bundle {
  const resolved = withParents(library, packs);
  const standing = (pack: Pack) => ({
    pack: pack.text.id,
    inForce: {
      from: pack.text.inForce.from,
      ...(pack.text.inForce.until === undefined ? {} : { until: pack.text.inForce.until }),
    },
  });
  const bundle: LawBundle = {
    packs: resolved.map((pack) => ({
      id: pack.text.id,
      title: pack.text.title,
      from: pack.text.inForce.from,
      ...(pack.text.inForce.until === undefined ? {} : { until: pack.text.inForce.until }),
    })),
    rules: lowerRules(
      resolved.flatMap((pack) => pack.rules.map((rule) => ({ text: rule.value, standing: standing(pack) }))),
    ),
    clauses: Object.fromEntries(
      resolved.flatMap((pack) => pack.clauses.map(({ value }) => [value.id, cited(pack, value)])),
    ),
    params: Object.fromEntries(
      resolved.flatMap((pack) => pack.params.map(({ value }) => [value.id, parameterOf(value)])),
    ),
    fields: library.fields,
    codes: library.codes,
    numbers: library.numbers,
    calendarYears: library.calendarYears,
    statute: library.statute,
  };
  const text = canonical(bundle);
  const digest = createHash('sha256').update(text).digest('hex');
  return { digest, text, law: openLaw(bundle, digest) };
}

/** Opens a bundle from its stored text; the digest must be that of the text. */
export function openBundle(text: string): Bundle {
  const digest = createHash('sha256').update(text).digest('hex');
  return { digest, text, law: openLaw(JSON.parse(text) as LawBundle, digest) };
}

/** Packs and everything they extend; a parent before its children, so that children may refine. */
export function withParents(library: Library, ids: readonly string[]): readonly Pack[] {
  const ordered: Pack[] = [];
  const visit = (id: string): void => {
    if (ordered.some((pack) => pack.text.id === id)) return;
    const pack = library.packs.get(id);
    if (pack === undefined) throw new PackUnknown(`没有这个规则包：${id}`);
    for (const parent of pack.text.extends) visit(parent);
    ordered.push(pack);
  };
  for (const id of ids) visit(id);
  return ordered;
}

function cited(pack: Pack, clause: { id: string; article: string; gist: string }): ClauseText {
  const title = pack.text.shortTitle ?? `《${pack.text.title}》`;
  return { id: clause.id, instrument: title, article: clause.article, gist: clause.gist };
}

function parameterOf(param: Pack['params'][number]['value']): Parameter {
  return {
    id: param.id,
    label: param.label,
    ...(param.value === undefined ? {} : { value: param.value }),
    ...(param.clause === undefined ? {} : { clause: param.clause }),
    ...(param.source === 'silent' && param.reason !== undefined ? { assumption: param.reason } : {}),
  };
}

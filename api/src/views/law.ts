import { byKey } from '@zhaozhang/core';
import type { Law, Primitive } from '@zhaozhang/core';
import type { Day } from '@zhaozhang/core/time';
import { areas } from '@zhaozhang/law';
import type { Pack, SaidExample } from '@zhaozhang/law';
import type { LawClause, LawPack, LawView } from '../contract/index.ts';
import { exampleWords } from './law/example-words.ts';
import { parametersOf } from './law/parameters.ts';
import type { Units } from './law/parameters.ts';
import { ruleWords } from './law/rule-words.ts';

const statuses = { rule: '规则', feature: '功能', display: '只作展示', later: '以后' } as const;

/**
 * The law of an agency on a day, to be read: packs in the order of the bundle, a higher one before those that rest on
 * it. Rules and values are those of the compiled law, so the page shows what acts are decided by, not what a file says.
 */
export function lawViewOf(
  packs: readonly Pack[],
  examples: readonly SaidExample[],
  law: Law,
  today: Day,
  units: Units,
): Omit<LawView, 'refused'> {
  const shown = new Set(packs.map((pack) => pack.text.id));
  const told: Told = {
    rules: rulesOf(law),
    examples: examples.filter(({ example }) => shown.has(example.pack)),
  };
  return {
    today,
    packs: packs.map((pack) => packView(pack, told, law, today)),
    params: parametersOf(packs, law, units),
  };
}

/** What tells of the clauses: the rules of the law, and the examples of the packs that are shown. */
interface Told {
  readonly rules: readonly Primitive[];
  readonly examples: readonly SaidExample[];
}

const rulesUnder = byKey<Primitive>(clausesOf);
const examplesUnder = byKey<SaidExample>(({ example }) => example.value.cites);

function packView({ text, clauses }: Pack, told: Told, law: Law, today: Day): LawPack {
  const { from, until } = text.inForce;
  return {
    id: text.id,
    title: text.title,
    issuer: text.issuer,
    ...(text.docNo === undefined ? {} : { docNo: text.docNo }),
    issued: text.issued,
    from,
    ...(until === undefined ? {} : { until }),
    standing: today < from ? 'to-come' : until !== undefined && today > until ? 'ended' : 'in-force',
    force: text.force,
    ...(text.assumption === undefined ? {} : { assumption: text.assumption }),
    ...(text.pending === undefined ? {} : { pending: text.pending }),
    clauses: clauses.map(({ value }) => clauseView(value, told, law)),
    // What an agency decides for itself has rules but no articles: they would stand nowhere of their own.
    rules:
      clauses.length > 0
        ? []
        : rulesOf(law)
            .filter((rule) => rule.pack === text.id)
            .map((rule) => ruleWords(rule, law)),
  };
}

function clauseView(clause: Pack['clauses'][number]['value'], told: Told, law: Law): LawClause {
  return {
    id: clause.id,
    article: clause.article,
    gist: clause.gist,
    status: clause.status,
    statusLabel: statuses[clause.status],
    ...(clause.area === undefined ? {} : { areaLabel: areas[clause.area] }),
    ...(clause.where === undefined ? {} : { where: clause.where }),
    rules: rulesUnder(told.rules, clause.id).map((rule) => ruleWords(rule, law)),
    examples: examplesUnder(told.examples, clause.id).map(exampleWords),
  };
}

/** A gate carries a clause also by an exception that cites it, a deadline by how its days are counted. */
function clausesOf(rule: Primitive): readonly string[] {
  const more =
    rule.primitive === 'gate'
      ? rule.exceptions.flatMap(({ clauses }) => clauses)
      : rule.primitive === 'duty'
        ? [rule.within.unitBasis]
        : [];
  return [...new Set([...rule.clauses, ...more])];
}

function rulesOf(law: Law): readonly Primitive[] {
  return [...law.gates, ...law.needs, ...law.duties, ...law.tables];
}

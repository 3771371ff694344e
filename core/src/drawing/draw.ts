import { canonical } from '../canonical.ts';
import { sha256 } from './sha256.ts';

/**
 * 双随机抽查: objects and inspectors drawn by lots which anybody can draw again. Nothing is left to a generator of random
 * numbers, whose seed somebody chooses and whose inside nobody sees: each object has a lot, the digest of a seed and its
 * own code; the lowest lots are drawn. The seed is the digest of what was laid down beforehand and of a public number that
 * nobody could know then (docs/decisions/0025-double-random-draw.md).
 */

/** Somebody who can be inspected, by what the register calls them: nothing personal is ever put into a pool. */
export interface DrawObject {
  /** Its code in the public register: what tells one from another. */
  readonly code: string;
  readonly name: string;
}

/** An inspector who must not go there, and why (回避). */
export interface DrawExclusion {
  readonly object: string;
  readonly officer: string;
  readonly reason: string;
}

/** What is laid down before the lots are drawn and can no more be changed afterwards. */
export interface DrawTerms {
  /** What the draw is for, as the plan says it. */
  readonly purpose: string;
  readonly objects: readonly DrawObject[];
  readonly officers: readonly string[];
  readonly exclusions: readonly DrawExclusion[];
  readonly count: number;
  /** How many inspectors go to each object. */
  readonly each: number;
  /** Which public number decides, by its source and its issue. */
  readonly source: string;
  readonly issue: string;
}

export interface Lot {
  readonly id: string;
  readonly lot: string;
}

/** An object that was drawn, with the inspectors drawn for it; fewer than asked for where too many must keep away. */
export interface DrawnObject {
  readonly object: string;
  readonly lot: string;
  readonly officers: readonly Lot[];
}

/** The terms in canonical order, so that the order in which somebody typed them decides nothing. */
export function inOrder(terms: DrawTerms): DrawTerms {
  return {
    ...terms,
    objects: terms.objects.map(({ code, name }) => ({ code, name })).sort((a, b) => order(a.code, b.code)),
    officers: [...terms.officers].sort(order),
    exclusions: terms.exclusions
      .map(({ object, officer, reason }) => ({ object, officer, reason }))
      .sort((a, b) => order(a.object, b.object) || order(a.officer, b.officer)),
  };
}

/** The text whose digest commits the agency to the terms. */
export function termsText(terms: DrawTerms): string {
  const { purpose, objects, officers, exclusions, count, each, source, issue } = inOrder(terms);
  return canonical({ purpose, objects, officers, exclusions, count, each, source, issue });
}

export function commitmentOf(terms: DrawTerms): string {
  return sha256(termsText(terms));
}

/** A public number as it is hashed: its groups of digits in their order, whatever stood between them. */
export function publicNumber(text: string): string {
  return text
    .split(/\D+/)
    .filter((part) => part !== '')
    .join(' ');
}

export function seedOf(commitment: string, number: string): string {
  return sha256(`${commitment} ${publicNumber(number)}`);
}

/** The lowest lots are drawn, each the digest of the seed and the code; for the inspectors, of both codes. */
export function drawn(terms: DrawTerms, seed: string): readonly DrawnObject[] {
  const { objects, officers, exclusions, count, each } = inOrder(terms);
  return lowest(
    objects.map(({ code }) => code),
    count,
    (code) => objectLot(seed, code),
  ).map(({ id, lot }) => ({
    object: id,
    lot,
    officers: lowest(
      officers.filter((one) => !exclusions.some(({ object, officer }) => object === id && officer === one)),
      each,
      (officer) => officerLot(seed, id, officer),
    ),
  }));
}

export function objectLot(seed: string, code: string): string {
  return sha256(`${seed} ${code}`);
}

export function officerLot(seed: string, code: string, officer: string): string {
  return sha256(`${seed} ${code} ${officer}`);
}

function lowest(ids: readonly string[], count: number, lotOf: (id: string) => string): readonly Lot[] {
  return ids
    .map((id) => ({ id, lot: lotOf(id) }))
    .sort((a, b) => order(a.lot, b.lot) || order(a.id, b.id))
    .slice(0, count);
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A draw as it is told to whoever asks, and what is wrong with it. */
export interface ToldDraw {
  readonly terms: DrawTerms;
  readonly commitment: string;
  readonly number: string;
  readonly seed: string;
  readonly results: readonly DrawnObject[];
}

/** Draws again and says, one by one, what does not come out as it is told; nothing when all of it does. */
export function checkDraw({ terms, commitment, number, seed, results }: ToldDraw): readonly string[] {
  const faults: string[] = [];
  if (commitmentOf(terms) !== commitment) faults.push('名单、数目或者约定的公开号码与封存时的摘要不符');
  if (seedOf(commitment, number) !== seed) faults.push('种子不是由封存摘要和公开号码算出的');
  const again = drawn(terms, seed);
  if (canonical(again.map(({ object }) => object)) !== canonical(results.map(({ object }) => object)))
    faults.push('抽中的对象与重新抽取的不同');
  if (canonical(again) !== canonical(results)) faults.push('签号或者检查人员与重新抽取的不同');
  return faults;
}

import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';
import { checkClauses } from './check-clauses.ts';
import { checkComparisons } from './check-comparisons.ts';
import { checkDefinitions } from './check-definitions.ts';
import { checkDuties } from './check-duties.ts';
import { checkEditions } from './check-editions.ts';
import { checkLater } from './check-later.ts';
import { checkMoments } from './check-moments.ts';
import { checkNeeds } from './check-needs.ts';
import { checkPacks } from './check-packs.ts';
import { checkParams } from './check-params.ts';
import { checkPending } from './check-pending.ts';
import { checkReferences } from './check-references.ts';
import { checkRules } from './check-rules.ts';
import { checkSpans } from './check-spans.ts';
import { checkUnits } from './check-units.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import { checkWording } from './check-wording.ts';

/**
 * Everything wrong with a library, in the order of its files: what could not be read, and what reads well but means
 * nothing. A library without faults can be compiled, and no rule in it meets a name the engine does not know.
 */
export function checkLibrary(library: Library): readonly Fault[] {
  const faults = [
    ...library.faults,
    ...checkVocabulary(library),
    ...checkPacks(library),
    ...checkEditions(library),
    ...checkClauses(library),
    ...checkParams(library),
    ...checkUnits(library),
    ...checkRules(library),
    ...checkLater(library),
    ...checkPending(library),
    ...checkDuties(library),
    ...checkDefinitions(library),
    ...checkReferences(library),
    ...checkSpans(library),
    ...checkComparisons(library),
    ...checkMoments(library),
    ...checkNeeds(library),
    ...checkWording(library),
  ];
  return faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

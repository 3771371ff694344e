import type { Fault } from '../fault.ts';
import type { Library } from '../library.ts';
import { checkClauses } from './check-clauses.ts';
import { checkDefinitions } from './check-definitions.ts';
import { checkDuties } from './check-duties.ts';
import { checkPacks } from './check-packs.ts';
import { checkParams } from './check-params.ts';
import { checkReferences } from './check-references.ts';
import { checkRules } from './check-rules.ts';
import { checkVocabulary } from './check-vocabulary.ts';

/**
 * Everything wrong with a library, in the order of its files: what could not be read, and what reads well but means
 * nothing. A library without faults can be compiled, and no rule in it meets a name the engine does not know.
 */
export function checkLibrary(library: Library): readonly Fault[] {
  const faults = [
    ...library.faults,
    ...checkVocabulary(library),
    ...checkPacks(library),
    ...checkClauses(library),
    ...checkParams(library),
    ...checkRules(library),
    ...checkDuties(library),
    ...checkDefinitions(library),
    ...checkReferences(library),
  ];
  return faults.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

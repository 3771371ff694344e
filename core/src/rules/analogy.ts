import { typeOfUnitAtWork } from '../case/facts/of-unit.ts';
import type { Scene } from './fact.ts';

/**
 * Is a rule followed by analogy only (参照): because its instrument is, or because of who handles the file? A unit whose
 * type nobody has registered is not let off.
 */
export function isByAnalogy(
  rule: { readonly reference?: boolean; readonly analogy?: readonly string[] },
  scene: Scene,
): boolean {
  if (rule.reference === true) return true;
  if (rule.analogy === undefined) return false;
  const type = typeOfUnitAtWork(scene);
  return type !== undefined && rule.analogy.includes(type);
}

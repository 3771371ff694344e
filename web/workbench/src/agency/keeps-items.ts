const acts: ReadonlySet<string> = new Set([
  'agency.register-competence',
  'agency.settle-division',
  'agency.register-basis',
  'agency.register-benchmark',
]);

/** Acts offered on the list of powers: whoever is done with one goes back there. */
export function keepsItems(act: string): boolean {
  return acts.has(act);
}

/** The party a form begins with where there is no choice; with several, nobody is chosen for the one who fills it in. */
export function ifOnly(parties: readonly { readonly id: string }[]): { readonly party?: string } {
  const [only, ...others] = parties;
  return only === undefined || others.length > 0 ? {} : { party: only.id };
}

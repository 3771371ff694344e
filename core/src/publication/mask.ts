/**
 * How a person is named in public: the family name and 某某, whatever the length, so that the length tells nothing.
 * Compound family names are not looked up: one character is the safer cut. Organisations are named in full.
 */
export function publicName(name: string, kind: string): string {
  return kind === 'person' ? `${[...name.trim()][0] ?? ''}某某` : name;
}

/** Replaces every full name of a natural person in a text by its public form. */
export function maskNames(text: string, people: readonly string[]): string {
  // As entered a name may have blanks around it; a text has it without.
  return people
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((masked, name) => masked.split(name).join(publicName(name, 'person')), text);
}

const identityNumber = /[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]/g;
const mobileNumber = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;

/** Takes identity and mobile numbers out of a text meant for the public (个人信息不公示). */
export function maskNumbers(text: string): string {
  return text.replace(identityNumber, '（身份证件号码不公示）').replace(mobileNumber, '（电话不公示）');
}

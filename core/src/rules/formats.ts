/** Forms of writing that a rule may demand by name: codes with check digits and the like. A closed list. */
export const formats: Readonly<Record<string, { readonly label: string; test(text: string): boolean }>> = {
  'unified-code': { label: '统一社会信用代码（GB 32100）', test: isUnifiedCode },
  'identity-number': { label: '公民身份号码（GB 11643）', test: isIdentityNumber },
};

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const unifiedWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 18 places of an alphabet without I O S V Z; the last is a check digit modulo 31. Divisions are historic: not looked up. */
export function isUnifiedCode(text: string): boolean {
  if (text.length !== 18) return false;
  const digits = [...text].map((letter) => alphabet.indexOf(letter));
  if (digits.includes(-1)) return false;
  const sum = unifiedWeights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  return (31 - (sum % 31)) % 31 === digits[17];
}

const identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** 18 places with a real date of birth and a check digit modulo 11. */
export function isIdentityNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  const year = Number(text.slice(6, 10));
  const month = Number(text.slice(10, 12));
  const day = Number(text.slice(12, 14));
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && !leap ? 28 : (monthDays[month - 1] ?? 0);
  if (year < 1850 || day < 1 || day > days) return false;
  const sum = identityWeights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return '10X98765432'[sum % 11] === text[17];
}

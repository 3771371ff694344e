const SUM = /^\d{1,10}(\.\d{1,2})?$/;

/** Typed 元 (`1,234.5`, full-width digits too) in fen; `undefined` when it is not a sum with at most two decimals. */
export function fenOf(typed: string): number | undefined {
  const plain = typed
    .trim()
    .replaceAll(/[\uff10-\uff19\uff0e\uff0c]/g, (letter) =>
      String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
    )
    .replaceAll(',', '')
    .replace(/元$/, '')
    .trim();
  if (!SUM.test(plain)) return undefined;
  const [whole = '', decimals = ''] = plain.split('.');
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

/** Fen as 元 is typed: `1234.50`. */
export function typedYuan(fen: number): string {
  const digits = String(fen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

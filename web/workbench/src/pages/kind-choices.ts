/** Kinds of enforcement one may filter by; the empty value is all of them. */
export const kindChoices: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: '全部种类' },
  { value: 'penalty', label: '行政处罚' },
  { value: 'license', label: '行政许可' },
  { value: 'execution', label: '行政强制执行' },
];

/** Kinds of enforcement one may filter by; the empty value is all of them. */
export const kindChoices: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: '全部种类' },
  { value: 'penalty', label: '行政处罚' },
  { value: 'license', label: '行政许可' },
  { value: 'execution', label: '行政强制执行' },
  { value: 'inspection', label: '行政检查' },
  { value: 'levy', label: '行政征收征用' },
  { value: 'confirmation', label: '行政确认' },
  { value: 'adjudication', label: '行政裁决' },
];

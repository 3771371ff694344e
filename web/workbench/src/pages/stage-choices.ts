/** Stages one may filter by; the empty value is all of them. */
export const stageChoices: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: '全部' },
  { value: 'initiation', label: '启动' },
  { value: 'investigation', label: '调查取证' },
  { value: 'decision', label: '审查决定' },
  { value: 'execution', label: '送达执行' },
  { value: 'archive', label: '归档' },
];

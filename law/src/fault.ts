/** Something wrong in the law's files: where, which clause or rule, what, and what to do. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
  readonly clause?: string;
  /** Set where a program must tell this fault from others, such as PARAM_UNSET, which bars the pack from use. */
  readonly code?: string;
}

/** One line for a legal officer's eyes. */
export function faultSentence(fault: Fault): string {
  const clause = fault.clause === undefined ? '' : `（${fault.clause}）`;
  return `${fault.file} 第 ${fault.line} 行${clause}：${fault.what}。${fault.remedy}。`;
}

/** Notes what was found and goes on with something instead, so that one wrong file does not hide the next. */
export function told<T>(faults: Fault[], found: readonly Fault[], instead: T): T {
  faults.push(...found);
  return instead;
}

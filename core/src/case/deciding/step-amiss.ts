import type { Structural } from '../../act.ts';

/** Only what is made public has the step of a second person's check; on any other matter it would say nothing. */
export function stepAmiss({
  matter,
  step,
}: {
  readonly matter: string;
  readonly step?: string | undefined;
}): readonly Structural[] {
  return step === 'check' && matter !== 'publication'
    ? [
        {
          code: 'STEP_UNKNOWN',
          because: '只有公示稿有核对这一环节',
          field: 'input.step',
          remedy: { says: '选择这一事项的审批环节' },
        },
      ]
    : [];
}

import type { ActContext, Structural } from '../../act.ts';
import { parseInstant } from '../../time/index.ts';
import type { Instant } from '../../time/index.ts';

/** When something that lasts was over: neither before it began nor after now. */
export function endedAtFaults(
  act: { readonly input: { readonly endedAt: string }; readonly occurredAt: Instant },
  context: ActContext,
  what: string,
): readonly Structural[] {
  const ended = parseInstant(act.input.endedAt);
  // Written by the minute on forms: within one minute nobody can say which came first.
  if (ended !== undefined && minuteOf(ended) < minuteOf(act.occurredAt))
    return [
      {
        code: 'INPUT_INVALID',
        because: `${what}结束早于开始`,
        field: 'input.endedAt',
        remedy: { says: '核对起止时刻' },
      },
    ];
  return ended !== undefined && ended > context.now
    ? [
        {
          code: 'FUTURE_DATE',
          because: `${what}结束的时刻还没有到`,
          field: 'input.endedAt',
          remedy: { says: `${what}结束后再记录` },
        },
      ]
    : [];
}

function minuteOf(moment: Instant): string {
  return moment.slice(0, 'YYYY-MM-DDTHH:MM'.length);
}

import { z } from 'zod';
import { defineAct } from '../act.ts';
import type { Structural } from '../act.ts';
import type { FieldMap } from '../canonical.ts';
import { dayOf, FieldFault, latestNotice, readCalendarYear } from '../time/index.ts';
import type { CalendarYear } from '../time/index.ts';
import type { AgencyState, EnteredCalendar } from './state.ts';

/** As the calendar's files write them: `10-01`, `10-01..10-08`, or several of these. */
const days = z.union([z.string().max(20), z.array(z.string().max(20)).max(40)]);

/**
 * Takes a year's holiday notice into the calendar by which the agency counts. The input is a calendar file's own
 * content, read by the reader of the files: what may stand there may be entered here, and nothing else.
 */
export const publishCalendar = defineAct({
  name: 'agency.publish-calendar',
  event: 'agency.calendar-published',
  label: '录入放假通知',
  aggregate: 'agency',
  nature: 'constitutive',
  input: z.strictObject({
    year: z.number().int().meta({ label: '年份' }),
    notices: z
      .array(
        z.strictObject({
          number: z.string().max(60).meta({ label: '文号' }),
          title: z.string().max(120).meta({ label: '标题' }),
          issued: z.string().max(10).meta({ label: '成文日期' }),
        }),
      )
      .max(10)
      .meta({ label: '通知' }),
    holidays: z
      .array(
        z.strictObject({
          name: z.string().max(20).meta({ label: '节日' }),
          off: z.optional(days).meta({ label: '放假' }),
          statutory: z.optional(days).meta({ label: '法定节假日' }),
          work: z.optional(days).meta({ label: '调休上班' }),
        }),
      )
      .max(30)
      .meta({ label: '节日安排' }),
    reason: z.optional(z.string().trim().min(4).max(500)).meta({ label: '更换理由', long: true }),
  }),
  invariants: (_state, act, { law, now }) => {
    const read = readInput(act.input);
    if ('fault' in read) return [read.fault];
    const standing = law.calendar.years.find((one) => one.year === read.year.year);
    const first = law.calendar.years[0]?.year;
    return [
      ...outOfReach(read.year, first),
      ...ofNotices(read.year, standing, dayOf(now)),
      ...(standing?.status === 'announced' && act.input.reason === undefined
        ? [
            {
              code: 'CALENDAR_ANNOUNCED',
              because: `${read.year.year} 年的放假安排已经公布`,
              field: 'input.reason',
              remedy: { says: '确需更换的，写明更换理由' },
            },
          ]
        : []),
    ];
  },
  consequences: (_state, act, { law }) => {
    const standing = law.calendar.years.find((one) => one.year === act.input.year);
    return standing === undefined ? {} : { outcome: { replaced: standing } as unknown as FieldMap };
  },
  apply: (state, event) => {
    const { replaced } = (event.outcome ?? {}) as { replaced?: CalendarYear };
    const read = readInput(event.input as Input);
    if ('fault' in read) throw new RangeError(read.fault.because);
    const entered: EnteredCalendar = {
      act: event.actId,
      at: event.enteredAt,
      arrangement: read.year,
      ...(replaced === undefined ? {} : { replaced }),
    };
    return { ...state, calendars: [...(state.calendars ?? []), entered] } satisfies AgencyState;
  },
});

interface Input {
  readonly year: number;
  readonly notices: readonly object[];
  readonly holidays: readonly object[];
  readonly reason?: string | undefined;
}

function readInput(input: Input): { readonly year: CalendarYear } | { readonly fault: Structural } {
  const { reason: _, ...content } = input;
  try {
    return { year: readCalendarYear({ ...content, status: 'announced' }) };
  } catch (error) {
    if (!(error instanceof FieldFault)) throw error;
    return {
      fault: {
        code: 'CALENDAR_UNREADABLE',
        because: error.why,
        field: `input.${error.field.replaceAll(/\[(\d+)\]/g, '.$1')}`,
        remedy: { says: '对照通知改正这一栏' },
      },
    };
  }
}

function outOfReach({ year }: CalendarYear, first: number | undefined): readonly Structural[] {
  if (first === undefined || year >= first) return [];
  return [
    {
      code: 'CALENDAR_OUT_OF_REACH',
      because: `日历自 ${first} 年起`,
      field: 'input.year',
      remedy: { says: `填写 ${first} 年或者以后的年份` },
    },
  ];
}

/** A notice is issued in the year before or in the year itself, and governs until a later one comes. */
function ofNotices(
  entered: CalendarYear,
  standing: CalendarYear | undefined,
  today: string,
): readonly Structural[] {
  const found: Structural[] = [];
  entered.notices.forEach(({ issued }, index) => {
    const field = `input.notices.${index}.issued`;
    if (issued > today)
      found.push({
        code: 'CALENDAR_NOTICE_TO_COME',
        because: '通知的成文日期还没有到',
        field,
        remedy: { says: '核对成文日期' },
      });
    else if (![entered.year - 1, entered.year].includes(Number(issued.slice(0, 4))))
      found.push({
        code: 'CALENDAR_NOTICE_YEAR',
        because: `${entered.year} 年的放假安排应当出自上一年或者当年的通知`,
        field,
        remedy: { says: '核对年份和成文日期' },
      });
  });
  const known = standing === undefined ? undefined : latestNotice(standing);
  if (known !== undefined && (latestNotice(entered) ?? '') < known)
    found.push({
      code: 'CALENDAR_NOTICE_OLDER',
      because: '这一年已有成文日期更晚的通知',
      field: 'input.notices',
      remedy: { says: '在原有通知之后加上新的通知，再录入' },
    });
  return found;
}

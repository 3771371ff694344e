import { z } from 'zod';
import { dayOf, formatInstant } from '../time/index.ts';
import type { Day, Instant } from '../time/index.ts';
import { inForceOn } from './in-force.ts';
import type { AgencyState } from './state.ts';

/** As it stands over the counter: 「3」「A-2」. */
export const windowNumber = z.string().regex(/^[0-9A-Za-z-]{1,10}$/, '窗口号只能用数字、字母和连字符');

/** 窗口监控: a device that films a service window within these hours of the day, from and until these days. */
export interface WindowMonitoring {
  readonly id: string;
  readonly window: string;
  readonly device: string;
  /** 08:30 */
  readonly opens: string;
  readonly closes: string;
  readonly from: Day;
  readonly until?: Day | undefined;
}

/** 断录: the device did not record; without a second moment it still does not. */
export interface MonitoringBreak {
  readonly id: string;
  readonly monitoring: string;
  /** As they were when it broke: the entry it names may be replaced since. */
  readonly window: string;
  readonly device: string;
  readonly from: Instant;
  readonly until?: Instant | undefined;
}

/** What was filmed of something done at a window: by which device, from which moment on. */
export interface Footage {
  readonly window: string;
  readonly device: string;
  readonly from: Instant;
}

/** Is the moment within the days and the hours the device is there for? The last minute is no longer filmed. */
export function covers(one: WindowMonitoring, at: Instant): boolean {
  const clock = at.slice(11, 16);
  return inForceOn(one, dayOf(at)) && one.opens <= clock && clock < one.closes;
}

/** The footage of a moment at a window: none where nothing is registered for it, or where the device had broken off. */
export function footageAt(agency: AgencyState, window: string | undefined, at: Instant): Footage | undefined {
  const found = (agency.windows ?? []).findLast(
    (one) => one.window === window && covers(one, at) && !brokenAt(agency, one, at),
  );
  return found === undefined ? undefined : { window: found.window, device: found.device, from: at };
}

function brokenAt(agency: AgencyState, { id }: WindowMonitoring, at: Instant): boolean {
  return (agency.breaks ?? []).some(
    (one) => one.monitoring === id && one.from <= at && (one.until === undefined || at < one.until),
  );
}

/** Those that nobody has put right. */
export function openBreaks(agency: AgencyState): readonly MonitoringBreak[] {
  return (agency.breaks ?? []).filter(({ until }) => until === undefined);
}

/** 「3 号窗口监控（设备 JK-03）2026 年 3 月 2 日 9 时 0 分起断录」 */
export function breakTitle({ window, device, from }: MonitoringBreak): string {
  return `${window} 号窗口监控（设备 ${device}）${formatInstant(from)}起断录`;
}

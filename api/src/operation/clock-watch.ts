/** Whether the machine's clock can be believed. */
export interface ClockWatch {
  /** What is wrong with it, in one sentence; undefined while nothing is. */
  trouble(): string | undefined;
}

const minute = 60_000;
/** So far back, in milliseconds, corrections go that need nobody's attention. */
const back = minute;
/** So far ahead: a machine that slept over night wakes with a clock that is right. */
const ahead = 12 * 60 * minute;

/**
 * Watches the clock of the machine against one that nobody can set. Dates written by a clock that was set back or far
 * ahead would stand in files for ever, so acts wait until it is right again; set right, it is believed at once.
 */
export function watchClock(
  wall: () => number = () => Date.now(),
  steady: () => number = () => performance.now(),
): ClockWatch {
  const began = wall() - steady();
  return {
    trouble: () => {
      const moved = wall() - steady() - began;
      if (moved < -back) return `服务器的时钟被往回拨了 ${spanOf(-moved)}`;
      if (moved > ahead) return `服务器的时钟被往前拨了 ${spanOf(moved)}`;
      return undefined;
    },
  };
}

function spanOf(milliseconds: number): string {
  const minutes = Math.round(milliseconds / minute);
  if (minutes < 120) return `${minutes} 分钟`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} 小时` : `${Math.round(hours / 24)} 天`;
}

/** What is wrong when the last thing that was recorded lies in the future of the clock with which one is to start. */
export function startsBehind(now: number, newest: string | undefined): string | undefined {
  if (newest === undefined) return undefined;
  const behind = Date.parse(newest) - now;
  return behind > back
    ? `服务器的时钟比最后一条记录的时刻（${newest.slice(0, 19).replace('T', ' ')}）早 ${spanOf(behind)}`
    : undefined;
}

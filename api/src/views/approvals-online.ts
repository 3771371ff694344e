import type { Store } from '@zhaozhang/store';
import type { ApprovalsOnline } from '../contract/index.ts';

const given = 'case.approve';
const enteredAfterwards = 'case.record-approval';

/**
 * Which share of the opinions of approval was given in the system itself (《河北省司法厅行政执法公示办法》第七条). Counted
 * from what happened, not from how files stand: an opinion taken back was given all the same.
 */
export async function approvalsOnlineOf(store: Store, agency: string): Promise<ApprovalsOnline> {
  const counted = await store.countActs(agency, [given, enteredAfterwards]);
  const online = counted.get(given) ?? 0;
  const onPaper = counted.get(enteredAfterwards) ?? 0;
  const all = online + onPaper;
  return { online, onPaper, ...(all === 0 ? {} : { share: percent(online, all) }) };
}

/** One decimal at most, and never rounded up: 100% is said only where nothing was signed on paper. */
function percent(part: number, whole: number): string {
  return `${Math.floor((part * 1000) / whole) / 10}%`;
}

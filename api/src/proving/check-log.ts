import type { StoredEvent } from '@zhaozhang/store';
import { placeOf } from './discrepancy.ts';
import { leafOf } from './leaf.ts';
import type { Findings, Verified } from './verified.ts';

const pageSize = 5_000;

/**
 * Reads the whole log again, then asks of each of its places whether the database still has the event: the log cannot be
 * shortened, so an event that was taken out is known by the leaf it left.
 * @param against checkpoints of this log kept elsewhere; only they show that all of it was set back
 */
export async function checkLog(
  { log, ledger }: Verified,
  { discrepancies }: Findings,
  against: readonly string[],
): Promise<void> {
  const audit = await log.audit(against);
  for (const { where, message } of audit.findings) discrepancies.push({ check: 'log', where, what: message });
  const tornAt = audit.findings.some((one) => one.kind !== 'checkpoint');
  // Of a log that cannot be read nothing more can be asked.
  if (tornAt || audit.size === 0) return;
  let next = 0;
  for (;;) {
    const page = await ledger.logged(next, pageSize);
    for (const { index, there, agency, stream, version } of page) {
      for (; next < index; next++) await orphan(next);
      next = index + 1;
      if (!there && index < audit.size) await orphan(index);
      if (index >= audit.size && index >= (await log.size()))
        discrepancies.push({
          ...{ check: 'log', where: `${agency} ${stream} 第 ${version} 号事件` },
          what: `数据库说它是日志第 ${index} 条，日志没有那么长：日志被回退`,
        });
    }
    if (page.length < pageSize) break;
  }
  for (; next < audit.size; next++) await orphan(next);

  async function orphan(index: number): Promise<void> {
    const leaf = await log.entry(index);
    const { agency, stream, version, type } = JSON.parse(new TextDecoder().decode(leaf)) as StoredEvent;
    const row = (await ledger.eventsOf({ agency, stream })).find((one) => one.version === version);
    // Taken into the log and not yet marked: an installation goes on meanwhile.
    const unmarked = row !== undefined && row.waiting && row.logIndex === undefined;
    if (unmarked && Buffer.compare(Buffer.from(leaf), Buffer.from(leafOf(row))) === 0) return;
    discrepancies.push({
      check: 'log',
      where: placeOf({ agency, stream, version, type }),
      what: `日志第 ${index} 条记有这条事件，数据库中没有或者另在别处`,
    });
  }
}

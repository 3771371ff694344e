import { checkLabels } from './discrepancy.ts';
import type { Check } from './discrepancy.ts';
import type { VerifyReport } from './verify.ts';

/** More of one kind are counted, not written out: nobody reads ten thousand lines of the same. */
const mostOfAKind = 50;

export interface ReportParts {
  readonly report: VerifyReport;
  readonly lawful: boolean;
  /** Local moment of its end, as it is to be shown. */
  readonly at: string;
  readonly seconds: number;
  /** When an interrupted one that was gone on with had begun. */
  readonly since?: string | undefined;
}

/** The report of a verification, in Markdown, for whoever has to judge it without knowing the program. */
export function reportText({ report, lawful, at, seconds, since }: ReportParts): string {
  const found = report.discrepancies;
  const lines = [
    '# 核验报告',
    '',
    `- 核验完成于 ${at}，用时 ${seconds.toFixed(1)} 秒${since === undefined ? '' : `（接着 ${since} 开始的一次）`}`,
    `- 事件 ${report.events} 条，行为 ${report.acts} 次，记录 ${report.streams} 份；已入链 ${report.logged} 条，待入链 ${report.waiting} 条`,
    `- 待办 ${report.duties} 项，加密信息 ${report.sealed} 处，附件 ${report.blobs} 件`,
    lawful ? '- 每一个行为都按当时的记录和当时的法重新判定' : '- 没有重新判定行为',
    ...report.notes.map((note) => `- 注意：${note}`),
    '',
  ];
  if (found.length === 0) return [...lines, `核验通过：${passed(lawful)}相符。`, ''].join('\n');
  lines.push(`发现 ${found.length} 处不符。`, '');
  for (const check of Object.keys(checkLabels) as Check[]) {
    const ofKind = found.filter((one) => one.check === check);
    if (ofKind.length === 0) continue;
    lines.push(`## ${checkLabels[check]}：${ofKind.length} 处`, '');
    lines.push(...ofKind.slice(0, mostOfAKind).map((one) => `- ${one.where}：${one.what}`));
    if (ofKind.length > mostOfAKind) lines.push(`- 另有 ${ofKind.length - mostOfAKind} 处同类的`);
    lines.push('');
  }
  lines.push('请保留数据目录现状，连同本报告交有权机关核查；可以从备份另行恢复一份对照。', '');
  return lines.join('\n');
}

function passed(lawful: boolean): string {
  return lawful
    ? '事件、重新判定、状态、待办、检索、公示页、加密信息、附件、存证日志'
    : '事件、状态、待办、检索、公示页、加密信息、附件、存证日志';
}

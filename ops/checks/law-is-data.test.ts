import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { legalNumbers } from './legal-numbers.ts';
import { readSource } from './source.ts';
import { filesOfTree, readTree, root } from './tree.ts';

/** Rooms that obey the law. What computes with calendars, keeps bytes or draws a page has numbers of its own. */
const OBEYS = [/^core\/src\/(?!time\/|trial\/)/, /^documents\/src\//, /^api\/src\/(acts|views)\//];

/** Numbers that are not the law's, each file with what they are instead. */
const NOT_OF_THE_LAW: Readonly<Record<string, readonly [numbers: readonly number[], because: string]>> = {
  'api/src/acts/agency-key.ts': [[32, 384, 448], '密钥的字节数与文件权限'],
  'api/src/acts/attached.ts': [[400], '答复的状态码'],
  'api/src/acts/file-name.ts': [[200], '文件名的长度'],
  'api/src/acts/payload.ts': [[16], '盐的字节数'],
  'api/src/acts/perform.ts': [[5], '版本冲突时重试的次数'],
  'api/src/acts/published-row.ts': [[3], '标题里列出的当事人数'],
  'api/src/acts/authenticated.ts': [[12, 16], '加密用的字节数'],
  'api/src/acts/seal.ts': [[16], '加密用的字节数'],
  'api/src/views/approvals-online.ts': [[10, 1000], '百分数到一位小数'],
  'api/src/views/entry.ts': [[3_600_000], '一小时的毫秒数'],
  'api/src/views/former-refusals.ts': [[50, 60], '一屏的行数与检索词的字数'],
  'api/src/views/law/calendar.ts': [[12], '一年的月数'],
  'api/src/views/law/condition-words.ts': [[2], '并列词的个数'],
  'api/src/views/raised.ts': [[300], '一屏的行数'],
  'api/src/views/succession.ts': [[500, 10_000], '一次读的行数与数到为止的件数'],
  'api/src/views/worklist.ts': [[7, 100, 300], '一周的天数与一屏的行数'],
  'core/src/authority/assumptions.ts': [[2], '双人确认即两个不同的人'],
  'core/src/authority/bind-law.ts': [[2, 5, 50, 500], '一次输入的上限,和双人确认的人数'],
  'core/src/authority/publish-batch.ts': [[1_000_000], '一次输入的上限'],
  'core/src/authority/publish-calendar.ts': [[10, 30, 40], '一次输入的上限'],
  'core/src/authority/register-basis.ts': [[20], '一次输入的上限'],
  'core/src/authority/register-benchmark.ts': [[20, 100, 1000, 100_000, 1_000_000], '一次输入的上限'],
  'core/src/authority/factor-faults.ts': [[2, 20_000], '一个因素至少两个选项；逐一核对的组合的上限'],
  'core/src/case/keeping/bind-file.ts': [[20_000], '一次输入的上限'],
  'core/src/case/inquiry/compute-gains.ts': [[500], '一次输入的上限'],
  'core/src/case/inquiry/record-assistance-reply.ts': [[100], '一次输入的上限'],
  'core/src/case/joint/join-enforcement.ts': [[50], '一次输入的上限'],
  'core/src/case/joint/present.ts': [[50], '一次输入的上限'],
  'core/src/case/joint/record-partner-result.ts': [[50], '一次输入的上限'],
  'core/src/case/inquiry/record-referral-receipt.ts': [[1000], '一次输入的上限'],
  'core/src/case/inquiry/refer-crime.ts': [[500], '一次输入的上限'],
  'core/src/case/performing/order-correction.ts': [[200], '一次输入的上限'],
  'core/src/case/facts/of-measure.ts': [[100], '百分数的分母'],
  'core/src/obligations.ts': [[60], '一小时的分钟数'],
  'core/src/case/licensing/unmet.ts': [[100], '一次输入的上限'],
  'core/src/case/licensing/examine-application.ts': [[100], '一次输入的上限'],
  'core/src/case/licensing/extend-licensing.ts': [[365], '一次输入的上限'],
  'core/src/case/licensing/inform-interested.ts': [[200], '一次输入的上限'],
  'core/src/case/licensing/notify-supplement.ts': [[100], '一次输入的上限'],
  'core/src/case/licensing/record-supplement.ts': [[100], '一次输入的上限'],
  'core/src/case/licensing/register-application.ts': [[20], '一次输入的上限'],
  'core/src/case/licensing/opening.ts': [[100], '一次输入的上限'],
  'core/src/case/confirming/register-confirmation.ts': [[20], '一次输入的上限'],
  'core/src/case/confirming/open-confirmation.ts': [[20], '一次输入的上限'],
  'core/src/case/adjudicating/register-adjudication.ts': [[20], '一次输入的上限'],
  'core/src/case/adjudicating/receive-evidence.ts': [[100], '一次输入的上限'],
  'core/src/case/parties/party-rows.ts': [[2], '争议须有双方'],
  'core/src/case/adjudicating/hold-inquiry.ts': [[50], '一次输入的上限'],
  'core/src/case/levying/decide-levy.ts': [[100], '一次输入的上限'],
  'core/src/case/levying/open-levy.ts': [[20, 100], '一次输入的上限'],
  'core/src/fines/shelf.ts': [[31, 4093], '分放到各处用的余数'],
  'core/src/authority/cede.ts': [[50], '一次输入的上限'],
  'core/src/authority/delegate.ts': [[50], '一次输入的上限'],
  'core/src/authority/entrust-penalty.ts': [[50], '一次输入的上限'],
  'core/src/authority/register-officer.ts': [[10], '一次输入的上限'],
  'core/src/authority/report-conflict.ts': [[2, 20], '矛盾的规定至少两条，一次输入的上限'],
  'core/src/authority/settle-conflict.ts': [[20], '一次输入的上限'],
  'core/src/authority/who-may.ts': [[2], '并列词的个数'],
  'core/src/case/inquiry/assess-circumstances.ts': [[100], '一次输入的上限'],
  'core/src/case/inquiry/weigh-factors.ts': [[20, 100, 1_000_000, 100_000_000_000], '一次输入的上限'],
  'core/src/case/inquiry/claim-no-fault.ts': [[100], '一次输入的上限'],
  'core/src/case/inquiry/review-fault-claim.ts': [[100], '一次输入的上限'],
  'core/src/case/handlers/assign-handlers.ts': [[20], '一次输入的上限'],
  'core/src/case/inquiry/conclude-investigation.ts': [[500, 50, 20], '一次输入的上限'],
  'core/src/case/inquiry/verify-evidence.ts': [[500], '一次输入的上限'],
  'core/src/authority/adopt-inspection-plan.ts': [[2000, 2200, 365, 100, 12], '年份的范围和一次输入的上限'],
  'core/src/authority/commit-draw.ts': [[2000, 500, 10, 2], '一次输入的上限；每组先填两人，可以改'],
  'core/src/authority/register-competence.ts': [[20, 50], '一次输入的上限'],
  'core/src/case/execution/agree-execution.ts': [[60], '一次输入的上限'],
  'core/src/case/execution/open-execution.ts': [[1000], '千分数的分母'],
  'core/src/case/execution/restore-execution.ts': [[200], '一次输入的上限'],
  'core/src/case/facts/of-execution.ts': [[24], '一日的小时数'],
  'core/src/case/inspecting/conclude-inspection.ts': [[20], '一次输入的上限'],
  'core/src/case/inspecting/open-inspection.ts': [[20], '一次输入的上限'],
  'core/src/case/inspecting/start-inspection.ts': [[20, 100], '一次输入的上限'],
  'core/src/authority/propose-law.ts': [[50], '一次输入的上限'],
  'core/src/case/handlers/decide-recusal.ts': [[500], '一次输入的上限'],
  'core/src/case/deciding/decide-case.ts': [[500, 365], '一次输入的上限'],
  'core/src/case/deciding/decide-on-spot.ts': [[20], '一次输入的上限'],
  'core/src/case/performing/defer-payment.ts': [[60], '一次输入的上限'],
  'core/src/case/performing/demand-performance.ts': [[200], '一次输入的上限'],
  'core/src/case/notice/examine-evidence.ts': [[500], '一次输入的上限'],
  'core/src/case/opening/file.ts': [[200], '一次输入的上限'],
  'core/src/case/notice/give-notice.ts': [[20, 200, 365], '一次输入的上限'],
  'core/src/case/notice/record-statement.ts': [[200], '一次输入的上限'],
  'core/src/case/notice/review-defence.ts': [[200], '一次输入的上限'],
  'core/src/case/notice/hold-hearing.ts': [[500, 100], '一次输入的上限'],
  'core/src/case/notice/notify-hearing.ts': [[200], '一次输入的上限'],
  'core/src/case/notice/offer-hearing.ts': [[200, 365], '一次输入的上限'],
  'core/src/case/licensing/decide-license.ts': [[500], '一次输入的上限'],
  'core/src/case/inputs.ts': [[20, 50, 200, 500, 1_000_000_000, 100_000_000_000], '一次输入的上限'],
  'core/src/case/inquiry/preserve-evidence.ts': [[20], '一次输入的上限'],
  'core/src/case/review/conclude-review.ts': [[6, 100], '一次输入的上限'],
  'core/src/case/review/judge-major.ts': [[20], '一次输入的上限'],
  'core/src/case/deciding/record-discussion.ts': [[50], '一次输入的上限'],
  'core/src/case/deciding/record-experts.ts': [[50], '一次输入的上限'],
  'core/src/case/deciding/remedy-text.ts': [[10, 20, 100], '汉字数目的进位'],
  'core/src/case/review/return-materials.ts': [[20], '一次输入的上限'],
  'core/src/case/review/submit-review.ts': [[100, 500], '一次输入的上限'],
  'core/src/case/parties/join-party.ts': [[20], '一次输入的上限'],
  'core/src/case/review/settle-review.ts': [[20], '一次输入的上限'],
  'core/src/case/course/split.ts': [[200], '一次输入的上限'],
  'core/src/case/parties/succeed-party.ts': [[20], '一次输入的上限'],
  'core/src/case/course/terminate.ts': [[200], '一次输入的上限'],
  'core/src/rules/kinds/procedure.ts': [[2], '审批环节至少两个才写成程序'],
  'core/src/case/summary.ts': [[40], '摘要的字数'],
  'core/src/rules/condition.ts': [[2], '写法:比较至少要有两项'],
  'core/src/rules/definition.ts': [[1000], '千分数的分母'],
  'core/src/rules/kinds/deadline.ts': [[2], '写法:几项中最后一项至少要有两项'],
  'core/src/rules/fields.ts': [[2, 255, 500, 20_000], '一项内容能存下的长度'],
};

/** Files of code tables, where every number is part of a published algorithm. */
const CODE_TABLES = ['core/src/rules/formats.ts', 'core/src/drawing/sha256.ts', 'api/src/acts/media-type.ts'];

const product = filesOfTree().filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file));

describe('法在规则包里,不在程序里', () => {
  it.each([
    ['const days = 90;', ['1 90']],
    ['const limit = { count: 7, unit: "workdays" };', ['1 7']],
    ['if (officers.length < 2) refuse();', ['1 2']],
    ['z.array(localId).min(2)', ['1 2']],
    ['z.array(z.string()).min(2)', ['1 2']],
    ['const sum = -5_000_00;', ['1 500000']],
    ['z.string().trim().min(2)', []],
    ['text.slice(0, -2).padStart(3)', []],
    ['const one = list[0] + 1;', []],
  ])('看得出 %s', (code, found) => {
    expect(legalNumbers(code)).toEqual(found);
  });

  it('守法的各室没有天数、人数、金额', () => {
    const rooms = product.filter(
      (file) => OBEYS.some((room) => room.test(file)) && !CODE_TABLES.includes(file),
    );
    expect(rooms.length).toBeGreaterThan(0);
    const found = rooms.flatMap((file) => {
      const allowed: readonly number[] = NOT_OF_THE_LAW[file]?.[0] ?? [];
      return legalNumbers(readTree(file))
        .filter((number) => !allowed.includes(Number(number.split(' ')[1])))
        .map((number) => `${file}:${number}`);
    });
    expect(found, '天数、人数、金额写进规则包;不是法定的数,连同理由列入本检查').toEqual([]);
  });

  it('容许的数都还在用', () => {
    const idle = Object.entries(NOT_OF_THE_LAW).flatMap(([file, [numbers]]) => {
      const used = new Set(legalNumbers(readTree(file)).map((number) => Number(number.split(' ')[1])));
      return numbers.filter((number) => !used.has(number)).map((number) => `${file}:${number}`);
    });
    expect(idle).toEqual([]);
  });

  it('机关和规范的标识只见于规则包与样例', () => {
    const packs = path.join(root, 'law/packs');
    const authorities = readdirSync(packs);
    expect(authorities.length).toBeGreaterThan(0);
    const known = new Set([
      ...authorities,
      ...authorities.flatMap((one) => readdirSync(path.join(packs, one)).map((pack) => `${one}/${pack}`)),
    ]);
    const elsewhere = product.filter((file) => !/^(law\/packs|scenarios)\//.test(file));
    const found = elsewhere.flatMap((file) =>
      readSource(readTree(file), file)
        .literals.filter(({ text }) => known.has(text) || known.has(text.split('/').slice(0, 2).join('/')))
        .map(({ text, line }) => `${file}:${line} ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('机关的名称、规范的名称和文号也只见于规则包与样例', () => {
    const heads = filesOfTree().filter((file) => /^law\/packs\/.*\/pack\.yaml$/.test(file));
    const names = new Set(
      heads.flatMap((file) => {
        const { title, shortTitle, issuer, docNo } = parse(readTree(file)) as Record<string, string>;
        return [title, shortTitle, issuer, docNo].filter((name) => name !== undefined);
      }),
    );
    expect(names.size).toBeGreaterThan(heads.length);
    // What tests play with is a sample too.
    const elsewhere = product.filter((file) => !/^(law\/packs|scenarios)\/|\/trial\//.test(file));
    const found = elsewhere.flatMap((file) =>
      readSource(readTree(file), file)
        .literals.filter(({ text }) => [...names].some((name) => text.includes(name)))
        .map(({ text, line }) => `${file}:${line} ${text}`),
    );
    expect(found).toEqual([]);
  });
});

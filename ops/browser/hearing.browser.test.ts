import { fileURLToPath } from 'node:url';
import { httpStoryClient, readStoryFile, runStories } from '@zhaozhang/scenarios';
import type { NamedStory } from '@zhaozhang/scenarios';
import { beforeAll, describe, expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';

const { desk, main, page, url } = atTheDesk();
const item = '民办非企业单位住所变更登记';
const told = fileURLToPath(new URL('../../scenarios/stories/more/license-heard.yaml', import.meta.url));

/** The days of the story, as they fall after the demonstration opens. */
const days: Readonly<Record<string, string>> = {
  '2026-01-05': '2026-03-26',
  '2026-01-06': '2026-03-27',
  '2026-01-08': '2026-03-30',
  '2026-01-09': '2026-03-31',
};

/** The application as the story tells it, until whoever it touches has been heard. */
async function begun(): Promise<readonly NamedStory[]> {
  const [story] = (await readStoryFile(told))?.stories ?? [];
  if (story === undefined) throw new Error('没有许可听证的故事');
  const before = story.steps.slice(
    0,
    story.steps.findIndex((step) => 'act' in step && step.act === 'case.approve'),
  );
  const shifted = Object.entries(days).reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    JSON.stringify({ ...story, steps: before }),
  );
  return [JSON.parse(shifted) as NamedStory];
}

/** Officers are listed with their unit. */
async function presides(name: string): Promise<void> {
  const list = main().getByRole('combobox', { name: '听证主持人', exact: true });
  await list.click();
  // Longer than what is drawn of it at once: searched by name.
  await list.fill(name);
  await page().locator('.ant-select-dropdown:visible').getByTitle(name).first().click();
}

describe('许可的听证', () => {
  beforeAll(async () => {
    await runStories(await begun(), httpStoryClient(url(), '管理员'));
  }, 120_000);

  it('NAT-XK-47-1 案件页写明还没有告知听证；告知书已经列好申请人和邻户，缺了权利不能制作', {
    timeout: 120_000,
  }, async () => {
    await desk().signIn('周承办');
    await desk().openCase(item);
    await main().getByText('告知听证权利', { exact: true }).first().waitFor();
    await examine(page(), 'hearing-of-license');
    await desk().open('制作听证告知书');
    for (const name of ['金银湖示例托育服务中心', '楼上住户示例甲'])
      expect(await main().getByRole('checkbox', { name }).isChecked()).toBe(true);
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('听证权利告知没有填写').first().waitFor();
    await examine(page(), 'hearing-offer');
    await desk().text('听证权利告知', '可以在本告知书送达后五个工作日内申请听证，不收取任何费用。');
    await desk().submit();
    await main().getByText('行政许可听证告知书').first().waitFor();
    await examine(page(), 'hearing-offered');
  });

  it('NAT-XK-47-1 告知书逐人送达，先申请人后邻户；邻户申请听证之后，路径上有通知和举行，组织听证有期限', {
    timeout: 120_000,
  }, async () => {
    for (const signer of ['常示例', '楼上住户示例甲']) {
      await desk().open('送达');
      const signed = main().getByRole('textbox', { name: '签收人', exact: true });
      expect(await signed.inputValue()).toBe(signer);
      if (signer !== '常示例') await examine(page(), 'hearing-offer-service');
      await desk().text('送达地点', '本局办事窗口');
      await desk().moment('签收时刻', await desk().now());
      await desk().submit();
    }
    await desk().open('登记听证申请');
    await desk().choose('申请听证的人', '楼上住户示例甲');
    await desk().choose('提出的方式', '书面');
    await desk().submit();
    await main().getByText('通知听证', { exact: true }).first().waitFor();
    // Each window by whose it is: the applicant may still ask, and the neighbour is to be heard.
    for (const owed of [/^申请听证的期限.*金银湖示例托育服务中心/, /^组织听证.*楼上住户示例甲/])
      await main().getByText(owed).locator('visible=true').first().waitFor();
    await examine(page(), 'hearing-requested');
  });

  it('NAT-XK-48-1 NAT-XK-48-2 审查人员不能主持，定得太近也不行，逐条写明；改了之后通知书办成', {
    timeout: 120_000,
  }, async () => {
    await desk().open('制作听证通知书');
    for (const name of ['金银湖示例托育服务中心', '楼上住户示例甲'])
      expect(await main().getByRole('checkbox', { name }).isChecked()).toBe(true);
    await desk().moment('听证开始的时刻', '2026-04-03 09:00');
    await presides('何协办');
    await desk().text('听证地点', '本局第二会议室');
    await desk().text('主持人由谁指定', '吴负责 2026 年 3 月 31 日指定');
    await desk().choose('需要向社会公告', '否');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('主持人是审查本申请的工作人员').first().waitFor();
    await main().getByText('通知与听证之间不足七日').first().waitFor();
    await examine(page(), 'hearing-notice-refused');
    await desk().moment('听证开始的时刻', '2026-04-20 09:00');
    await presides('郑处长');
    await desk().submit();
    await main().getByText('行政许可听证通知书').first().waitFor();
    await main().getByText('送达听证通知书', { exact: true }).first().waitFor();
    await examine(page(), 'hearing-notified');
  });

  it('NAT-XK-47-1 邻户委托代理人：没有委托书的拒绝写明是参照处罚的规定；补上之后，案件页的利害关系人栏列出', {
    timeout: 120_000,
  }, async () => {
    await desk().open('登记委托代理人');
    await desk().choose('委托人', '楼上住户示例甲');
    await desk().text('代理人', '住户示例乙');
    await desk().choose('代理人的身份', '近亲属');
    await desk().choose('委托权限', '一般授权');
    await page().getByRole('button', { name: '提交', exact: true }).click();
    await main().getByText('参照《行政处罚法》第六十四条第五项').first().waitFor();
    await examine(page(), 'interested-agent-refused');
    await desk().text('授权委托书', '三月三十一日出具，一般授权，楼上住户示例甲签名');
    await desk().submit();
    const others = main().getByRole('region', { name: '利害关系人' });
    await others.getByText('住户示例乙（近亲属，一般授权）').waitFor();
    await others.scrollIntoViewIfNeeded();
    await examine(page(), 'interested-agent', { asItStands: true });
  });
});

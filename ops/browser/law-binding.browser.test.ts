import { expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { examine } from './examine.ts';
import { journey } from './journey.ts';

const { desk, main, page, url } = atTheDesk({ patience: 30_000 });

const tab = (label: string) =>
  page().getByRole('navigation', { name: '律例的各页' }).getByRole('link', { name: label, exact: true });

it('启用规则包：承办人只能看；管理员试算、提出，自己不能确认；另一人确认之后重算', {
  timeout: 240_000,
}, async () => {
  await journey([
    [
      '承办人看得到启用过的',
      async () => {
        await desk().signIn('周承办');
        await page().getByRole('link', { name: '律例', exact: true }).click();
        await tab('启用').click();
        await main()
          .getByRole('heading', { name: /^试算和提出由/ })
          .waitFor();
        await main().getByText('现在适用', { exact: true }).first().waitFor();
        expect(await main().getByRole('button', { name: '试算会改变什么' }).count()).toBe(0);
        await examine(page(), 'law-binding-read');
      },
    ],
    [
      '管理员试算',
      async () => {
        await desk().signIn('管理员');
        await page().getByRole('link', { name: '律例', exact: true }).click();
        await tab('启用').click();
        await main().getByRole('textbox', { name: '查找规则包' }).fill('武汉市民政局');
        await main()
          .getByRole('checkbox', { name: /重大行政执法决定法制审核办法/ })
          .first()
          .uncheck();
        await main().getByRole('button', { name: '试算会改变什么' }).click();
        await main().getByRole('heading', { name: '启用之后会改变什么' }).waitFor();
        await main()
          .getByText(/^看过 \d+ 件在办案件/)
          .waitFor({ timeout: 60_000 });
        await examine(page(), 'law-binding-trial');
      },
    ],
    [
      '提出之后自己不能确认',
      async () => {
        await main().getByRole('button', { name: '提出启用' }).click();
        await main()
          .getByRole('heading', { name: /^待确认：自 / })
          .waitFor();
        await main().getByText('是您提出的，由另一人登录后确认。').waitFor();
        expect(await main().getByRole('button', { name: '确认启用' }).count()).toBe(0);
        await examine(page(), 'law-binding-proposed');
      },
    ],
    [
      '另一人确认',
      async () => {
        await desk().signIn('孙法审');
        await page().getByRole('link', { name: '律例', exact: true }).click();
        await tab('启用').click();
        await main().getByRole('button', { name: '重新试算' }).click();
        await main()
          .getByText(/^看过 \d+ 件在办案件/)
          .waitFor({ timeout: 60_000 });
        await main().getByRole('button', { name: '确认启用' }).click();
        await main()
          .getByRole('heading', { name: /^待确认/ })
          .waitFor({ state: 'detached' });
        await main().getByText('已被后来的启用代替', { exact: true }).waitFor();
        await examine(page(), 'law-binding-bound');
      },
    ],
  ]);
});

it('比较规定：没有选的说怎么选；两地并排，说同样话的归在一起', { timeout: 120_000 }, async () => {
  await desk().signIn('周承办');
  await page().goto(`${url()}/workbench/#/law/comparison`);
  await main().getByRole('heading', { name: '选两部以上' }).waitFor();
  const places = 'wuhan-justice/three-systems/2020-06-16,changchun-xinqu/three-systems/2020-01-01';
  await page().goto(`${url()}/workbench/#/law/comparison?packs=${encodeURIComponent(places)}`);
  await main().getByRole('heading', { name: '取值', level: 2 }).waitFor();
  const text = await main().innerText();
  expect(text).toContain('武汉市司法局');
  expect(text).toMatch(/期限 \d+ 项不同/);
  await examine(page(), 'law-comparison');
});

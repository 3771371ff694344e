import type { CaseView } from '@zhaozhang/api/contract';
import { expect, it } from 'vitest';
import { atTheDesk } from './at-the-desk.ts';
import { foreignWords, layoutFaults } from './examine.ts';

const { desk, page, url } = atTheDesk();

interface Form {
  readonly id: string;
  readonly act: string;
  readonly label: string;
}

/** One case for each act that whoever is signed in could do in it, in whatever case that is. */
async function possibleForms(): Promise<readonly Form[]> {
  const cases = await page().evaluate(async () => {
    const { rows } = (await (await fetch('/api/cases')).json()) as { rows: { stream: string }[] };
    const views = rows.map(async ({ stream }) => {
      const id = stream.slice('case/'.length);
      const view = (await (await fetch(`/api/cases/${id}`)).json()) as CaseView;
      return { id, acts: view.acts.filter((act) => act.status !== 'refused') };
    });
    return Promise.all(views);
  });
  const found = new Map<string, Form>();
  for (const { id, acts } of cases)
    for (const act of acts)
      if (!found.has(act.name)) found.set(act.name, { id, act: act.name, label: act.label });
  return [...found.values()];
}

const people = ['周承办', '郑处长', '吴负责', '孙法审', '何协办'];

it('每一份表单打得开，在电话的宽度上不横向滚动，无障碍检查没有问题，只有中文；各种角色合起来五十种以上', {
  timeout: 600_000,
}, async () => {
  const seen = new Set<string>();
  const faults: unknown[] = [];
  for (const person of people) {
    await desk().signIn(person);
    const forms = (await possibleForms()).filter(({ act }) => !seen.has(act));
    await page().setViewportSize({ width: 390, height: 844 });
    for (const { id, act, label } of forms) {
      seen.add(act);
      await page().goto(`${url()}/workbench/#/cases/${id}/acts/${encodeURIComponent(act)}`);
      await page().getByRole('heading', { name: label, level: 2, exact: true }).waitFor();
      // The form has what it asks the server for: only then is there a way out of it.
      await page().getByRole('link', { name: '返回', exact: true }).waitFor();
      const wrong = [...(await layoutFaults(page())), ...(await foreignWords(page()))];
      if (wrong.length > 0) faults.push([person, label, ...wrong]);
    }
    await page().setViewportSize({ width: 1440, height: 900 });
  }
  expect(faults).toEqual([]);
  expect(seen.size).toBeGreaterThan(50);
});

import { compileBundle } from '@zhaozhang/law';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarView, LawClause, LawView } from './contract/index.ts';
import { rawRequest } from './testing/raw-request.ts';
import { newAccount } from './testing/signed-in.ts';
import { testInstance } from './testing/test-instance.ts';
import type { TestInstance } from './testing/test-instance.ts';
import { ruleWords } from './views/law/rule-words.ts';

let house: TestInstance;
let cookie: string;
let law: LawView;
beforeAll(async () => {
  house = await testInstance();
  ({ cookie } = await newAccount(house.instance, {
    agency: 'wuhan-civil-affairs',
    name: '试验人员',
    administrator: false,
  }));
  law = JSON.parse((await get('/api/law')).text) as LawView;
});
afterAll(() => house.end());

const get = (path: string, as: string | undefined = cookie) =>
  rawRequest(house.instance.url, path, {
    method: 'GET',
    headers: as === undefined || as === '' ? {} : { cookie: as },
    body: [],
  });

const yearOf = async (year: number): Promise<CalendarView> =>
  JSON.parse((await get(`/api/law/calendar/${year}`)).text) as CalendarView;

function clause(id: string): LawClause {
  const found = law.packs.flatMap((pack) => pack.clauses).find((one) => one.id === id);
  if (found === undefined) throw new Error(`没有条款 ${id}`);
  return found;
}

/** What stands on screen: everything but ids, which are addresses. */
function shown(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(shown);
  if (typeof value !== 'object' || value === null) return [];
  const addresses = ['id', 'kind', 'status', 'standing', 'force', 'source'];
  return Object.entries(value).flatMap(([key, inner]) => (addresses.includes(key) ? [] : shown(inner)));
}

const identifier = /[A-Za-z]{2,}[.\-_]|\b[a-z]{3,}\b|[A-Z]{2,}_[A-Z]|\b(?:NAT|WHMZ|WHSF)\b|undefined|\{/;

describe('律例', () => {
  it('没有登录的看不到', async () => {
    for (const path of ['/api/law', '/api/law/calendar/2026']) expect((await get(path, '')).status).toBe(401);
  });

  it('列出今天约束本机关的规则包：上位的在前，写明发布机关、文号、施行日期和效力', () => {
    const penalty = law.packs.find((pack) => pack.title === '行政处罚法');
    expect(penalty).toMatchObject({
      title: '行政处罚法',
      issuer: '全国人民代表大会常务委员会',
      docNo: '主席令第七十号',
      from: '2021-07-15',
      standing: 'in-force',
      force: 'direct',
    });
    const own = law.packs.find((pack) => pack.title === '机关自定办理期限');
    expect(own?.assumption).toMatch(/确认/);
    expect(own?.clauses).toEqual([]);
    expect(own?.rules.length).toBeGreaterThan(0);
    expect(law.packs.indexOf(own as (typeof law.packs)[number])).toBeGreaterThan(0);
  });

  it('WHMZ-GS-12-1 公示办法写明自二〇一七年七月一日起施行，在施行之中；此前的日子不照它办', () => {
    const publishing = law.packs.find((pack) => pack.title === '武汉市民政系统行政执法公示办法');
    expect(publishing).toMatchObject({ from: '2017-07-01', standing: 'in-force' });
    expect(clause('WHMZ-GS-12-1')).toMatchObject({
      statusLabel: '功能',
      where: '规则包的施行日；施行之前作出的决定没有公示的期限',
    });
  });

  it('NAT-CF-60-1 期限写成一句话：自何时起、多少日、办什么、由谁承担', () => {
    const [rule] = clause('NAT-CF-60-1').rules;
    expect(rule?.sentence).toBe('自立案之日的次日起 90 日内作出处罚决定，由承办人承担。');
    expect(rule?.notes).toContain('日数的计法依据《行政处罚法》第八十五条');
    expect(rule?.places).toEqual(['待办「作出处罚决定」', '「作出决定」的表单']);
  });

  it('NAT-CF-62-1 前提写成一句话：何时、须怎样、否则如何、怎样补救', () => {
    const [rule] = clause('NAT-CF-62-1').rules;
    expect(rule?.sentence).toBe('作出决定之前（限于拟受处罚）：事先告知书已送达。');
    expect(rule).toMatchObject({
      effect: '无此即违法，不得办理',
      because: '尚未把拟作出的处罚告知并送达当事人',
      remedy: '制作事先告知书并送达当事人',
    });
  });

  it('WHMZ-JL-9-5 记载写成一句话，写法有要求的写明', () => {
    const sentences = clause('WHMZ-JL-9-5').rules.map((rule) => rule.sentence);
    expect(sentences).toContain('立案时，须写明立案理由、立案依据。');
    expect(sentences.join('')).toContain('每名当事人的统一社会信用代码（写法和校验码须正确）、');
  });

  it('谁能办的规则不说可以事后记明瑕疵；其余的事实行为说', () => {
    const effects = (id: string) => clause(id).rules.map((rule) => [rule.because, rule.effect]);
    expect(effects('NAT-CF-42-1')).toContainEqual(['只有本案承办人能够办理', '无此即违法，不得办理']);
    expect(effects('NAT-CF-42-2')).toContainEqual([
      '执法人员少于两人',
      '无此即违法，不得办理；已经发生的，如实记录并记明瑕疵',
    ]);
  });

  it('条款带着规则包里的示例，结果是中文', () => {
    const { examples } = clause('NAT-CF-42-2');
    expect(examples).toContainEqual({ title: '指派两名持证人员承办，准许', outcome: '准许', sentences: [] });
    expect(examples.find((one) => one.title === '只指派一人承办，拒绝')?.outcome).toMatch(/^拒绝/);
    expect(examples.find((one) => one.title === '已经由一人询问的，承认瑕疵后如实记录')?.outcome).toBe(
      '如实记录，并记明瑕疵',
    );
  });

  it('标为规则的条款都有规则；状态是中文', () => {
    const clauses = law.packs.flatMap((pack) => pack.clauses);
    expect(clauses.length).toBeGreaterThan(20);
    for (const one of clauses) expect(['规则', '功能', '只作展示', '以后']).toContain(one.statusLabel);
    const bare = clauses.filter((one) => one.status === 'rule' && one.rules.length === 0);
    expect(bare.map((one) => one.id)).toEqual([]);
  });

  it('以后落实的条款写明属于哪一方面，其余的不写', () => {
    const clauses = law.packs.flatMap((pack) => pack.clauses);
    const labels = ['全过程记录', '审核与救济', '公示公开', '监督与追责'];
    for (const one of clauses)
      expect([one.id, one.areaLabel !== undefined]).toEqual([one.id, one.status === 'later']);
    expect(new Set(clauses.flatMap((one) => one.areaLabel ?? []))).toEqual(new Set(labels));
  });

  it('参数写明取值、出处、理由和保护谁；机关自定的说得出理由', () => {
    expect(law.params.find((one) => one.id === 'publish.days')).toMatchObject({
      value: '7 个工作日',
      source: 'clause',
      clause: { id: 'NAT-118-6-2', cite: '国办发〔2018〕118号第（六）项' },
      protects: '公众的知情',
      usedIn: ['期限「公示决定」'],
    });
    const unfounded = law.params.filter((one) =>
      one.source === 'silent' ? one.reason === undefined : one.clause === undefined,
    );
    expect(unfounded.map((one) => one.id)).toEqual([]);
  });

  it('NAT-QZ-20-2 留给别的法律规定的，没有取值，写明由哪些法律', () => {
    const left = law.params.find((one) => one.label === '限制人身自由的最长时间');
    expect(left).toMatchObject({ leftTo: '授予这种权限的法律', clause: { id: 'NAT-QZ-20-2' } });
    expect(left?.value).toBeUndefined();
  });

  it('WHSF-3.1.3-3 多久一期写成中文', () => {
    expect(law.params.find((one) => one.label === '检查结果的公示周期')?.value).toBe('每月');
  });

  it('WHMZ-SH-3-1 参数写的是本机关一个机构的，写出它的名称', () => {
    expect(law.params.find((one) => one.id === 'review.cityUnit')?.value).toBe('规划发展处');
  });

  it('屏幕上的文字里没有编号、代码', () => {
    expect(shown(law).filter((text) => identifier.test(text))).toEqual([]);
  });

  it('全部规则包的规则都写得成没有编号的句子', () => {
    const { library } = house.instance.world;
    const bundle = compileBundle(library, [...library.packs.keys()]);
    const rules = [...bundle.law.gates, ...bundle.law.needs, ...bundle.law.duties];
    expect(rules.length).toBeGreaterThan(30);
    for (const rule of rules) {
      const words = ruleWords(rule, bundle.law);
      expect(shown(words).filter((text) => identifier.test(text))).toEqual([]);
      expect(words.sentence).not.toMatch(/所填内容|所定的内容|所查明的事实|所定的栏目/);
    }
  });
});

describe('日历', () => {
  it('2026 年：全年工作日数、每日种类和通知', async () => {
    const view = await yearOf(2026);
    expect(view).toMatchObject({ provisional: false, counts: { days: 365, workdays: 248, makeup: 6 } });
    expect(view.notices).toEqual([
      {
        number: '国办发明电〔2025〕7号',
        title: '国务院办公厅关于2026年部分节假日安排的通知',
        issued: '2025-11-04',
      },
    ]);
    const { counts } = view;
    expect(counts.workdays + counts.weekend + counts.statutory + counts.bridge).toBe(365);
    expect(view.months.map((month) => month.days.length)).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect(view.months.reduce((sum, month) => sum + month.workdays, 0)).toBe(248);
    const october = view.months[9]?.days ?? [];
    expect(october[0]).toEqual({ day: '2026-10-01', kind: 'statutory', name: '国庆节' });
    expect(october[9]).toEqual({ day: '2026-10-10', kind: 'makeup', name: '国庆节' });
  });

  it('还没有放假通知的年份标为暂定，写明推算的依据', async () => {
    const view = await yearOf(2027);
    expect([view.provisional, view.notices]).toEqual([true, []]);
    expect(view.basis).toBe('《全国年节及纪念日放假办法》第二条（国务院令第795号）');
    expect(view.years.map((one) => one.year)).toEqual([
      2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027,
    ]);
  });

  it('没有的年份、不成年份的，说没有', async () => {
    for (const year of ['2016', '2099', '26', 'x', '2026.0'])
      expect([year, (await get(`/api/law/calendar/${year}`)).status]).toEqual([year, 404]);
  });

  it('以上没有一次让服务器出故障', () => {
    expect(house.faults).toEqual([]);
  });
});

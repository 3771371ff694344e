import type { ActResult, FormView, Problem } from '@zhaozhang/api/contract';
import type {
  HttpStoryClient,
  NamedStory,
  StoryAnswer,
  StoryClient,
  StoryRequest,
} from '@zhaozhang/scenarios';
import { storyId, StoryBroken } from '@zhaozhang/scenarios';
import type { Browser, Page, Response } from 'playwright-core';
import { caseIdOf, hrefOf } from '../../../web/workbench/src/route/route.ts';
import { workbenchPage } from '../workbench-page.ts';
import { differenceBetween, withToldIds } from './difference.ts';
import { fillForm, NotOnForm } from './fill-form.ts';

/** Tells a story through the forms of the workbench, each person at a browser of their own. */
export interface BrowserStoryClient extends StoryClient {
  /** The page of whoever acted last. */
  lastPage(): Page;
  /** What no form let anybody do, so that the server was asked without one: step by step. */
  readonly besideForms: readonly string[];
}

interface Desk {
  readonly page: Page;
  /** What each form that was refused last had been told: it comes back as a draft. */
  readonly refused: Map<string, StoryRequest>;
}

const PATIENCE = 15_000;

/**
 * What is done in a file goes through its form; the agency's own records, files handed in, the clock and what is owed go
 * through the interface, as in every other telling.
 */
export function storyInBrowser(
  browser: Browser,
  url: string,
  http: HttpStoryClient,
  story: NamedStory,
): BrowserStoryClient {
  // What goes wrong in a story is left out on purpose: what the form has filled in of it already is taken out.
  const wrong = new Set(
    story.steps.flatMap((step, index) =>
      'act' in step && step.refused !== undefined ? [storyId(story.file, index, step.at)] : [],
    ),
  );
  const desks = new Map<string, Promise<Desk>>();
  const besideForms: string[] = [];
  let last: Page | undefined;

  function deskOf(by: string): Promise<Desk> {
    const known = desks.get(by) ?? seated(browser, url, by);
    desks.set(by, known);
    return known;
  }

  async function act(by: string, told: StoryRequest): Promise<StoryAnswer> {
    if (told.name.startsWith('agency.')) return http.act(by, told);
    const desk = await deskOf(by);
    last = desk.page;
    try {
      return await throughForm(desk, url, told, wrong.has(told.id));
    } catch (error) {
      if (!(error instanceof NotOnForm)) throw new StoryBroken(`${by}：${wordsOf(error)}`, { cause: error });
      // Nobody can go wrong this way at a form; that the server would not have it either is asked without one.
      const answer = await http.act(by, told);
      if (answer.done) throw new StoryBroken(`${by}：${error.message}，服务却收下了`, { cause: error });
      besideForms.push(`${told.name}：${error.message}`);
      return answer;
    }
  }

  return {
    act,
    besideForms,
    moveClock: (at) => http.moveClock(at),
    attach: (by, name) => http.attach(by, name),
    versionOf: (by, stream) => http.versionOf(by, stream),
    owed: (by, stream) => http.owed(by, stream),
    lastPage: () => {
      if (last === undefined) throw new StoryBroken('还没有人办过什么');
      return last;
    },
  };
}

async function seated(browser: Browser, url: string, by: string): Promise<Desk> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  // Leaving while a draft is being kept: a person says yes, leave.
  page.on('dialog', (dialog) => void dialog.accept());
  await workbenchPage(page, url).signIn(by);
  return { page, refused: new Map() };
}

async function throughForm(
  desk: Desk,
  url: string,
  told: StoryRequest,
  goesWrong: boolean,
): Promise<StoryAnswer> {
  const { page, refused } = desk;
  const place = placeOf(told);
  const before = refused.get(place.hash);
  if (before !== undefined && !isContinued(before, told)) await dropDraft(page, url, place);
  const form = await openForm(page, url, place);
  if (!form.asksMoment && told.occurredAt.slice(0, 16) !== form.now.slice(0, 16))
    throw new Error(`“${form.label}”的表单不问发生时刻，故事里发生在 ${told.occurredAt}`);
  await fillForm(page, form, told, { onlyTold: goesWrong });
  let { response, problem } = await sent(page, told);
  if (problem?.refusals?.some((one) => one.code === 'BASIS_CHANGED') === true) {
    // What was left of the form is older than the file: the changes are looked at, and what was typed is sent anew.
    await page.getByRole('button', { name: '看过变化，继续', exact: true }).click();
    await page.getByText('案卷在打开之后有了变化').waitFor({ state: 'detached' });
    ({ response, problem } = await sent(page, told));
  }
  if (problem !== undefined && told.admits !== undefined) {
    await admit(page, problem, told.admits);
    ({ response, problem } = await sent(page, told));
  }
  if (problem === undefined) {
    refused.delete(place.hash);
    await page.getByRole('button', { name: /提交/ }).first().waitFor({ state: 'detached' });
    const done = (await response.json()) as ActResult;
    return {
      done: true,
      stream: done.stream,
      version: done.version,
      defects: done.defects.map(({ code }) => code),
    };
  }
  refused.set(place.hash, told);
  const refusals = problem.refusals ?? [];
  await readable(
    page,
    refusals.map(({ sentence }) => sentence),
  );
  return {
    done: false,
    title: problem.title,
    refusals: refusals.map(({ code, sentence, clauses }) => ({
      ...{ code, sentence },
      clauses: clauses.map(({ id }) => id),
    })),
  };
}

/** Waits until each sentence stands on the page as it was answered: what can be read, not what lies folded behind it. */
async function readable(page: Page, sentences: readonly string[]): Promise<void> {
  const summary = page.getByRole('region', { name: '检查结果', exact: true });
  await summary.waitFor();
  let missing: string | undefined;
  for (const until = Date.now() + 5_000; Date.now() < until; await page.waitForTimeout(50)) {
    const shown = (await summary.innerText()).replaceAll(/\s/g, '');
    missing = sentences.find((sentence) => !shown.includes(sentence.replaceAll(/\s/g, '')));
    if (missing === undefined) return;
  }
  throw new Error(`页面上没有写出“${missing ?? ''}”，写的是：${await summary.innerText()}`);
}

interface Place {
  /** The address of the form in the workbench. */
  readonly hash: string;
  /** Where the page asks for it. */
  readonly path: string;
}

function placeOf({ name, stream }: StoryRequest): Place {
  const act = encodeURIComponent(name);
  if (stream === undefined)
    return {
      hash: hrefOf({ page: 'new-case', ...(name === 'case.register-lead' ? {} : { act: name }) }),
      path: `/api/forms/${act}`,
    };
  const id = caseIdOf(stream);
  return {
    hash: hrefOf({ page: 'case', id, act: name }),
    path: `/api/cases/${encodeURIComponent(id)}/forms/${act}`,
  };
}

/** Opens a form as from a link of another page, and reads what the page reads. */
async function openForm(page: Page, url: string, { hash, path }: Place): Promise<FormView> {
  await page.goto('about:blank');
  const answered = page.waitForResponse((one) => new URL(one.url()).pathname === path);
  await page.goto(`${url}/workbench/${hash}`);
  const response = await answered;
  if (!response.ok()) throw new Error(`表单打不开：${response.status()} ${await response.text()}`);
  await page.getByRole('button', { name: '提交', exact: true }).waitFor();
  return (await response.json()) as FormView;
}

/** Is the attempt before mended by this one, so that the draft holds nothing that is not told again? */
function isContinued(before: StoryRequest, now: StoryRequest): boolean {
  return (['input', 'record'] as const).every((part) =>
    Object.keys(before[part]).every((name) => now[part][name] !== undefined),
  );
}

/** Throws away what was left of a form, where the worklist lists it. */
async function dropDraft(page: Page, url: string, { hash }: Place): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${url}/workbench/`);
  const left = page
    .getByRole('region', { name: /没填完的表单/ })
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href="${hash}"]`) });
  await left.getByRole('button', { name: /丢弃/ }).click();
  await page.getByText(/已丢弃/).waitFor();
}

/**
 * Presses the button, and waits for what is answered. On its way the request is given the ids of the story, and held
 * against what is told.
 */
async function sent(
  page: Page,
  told: StoryRequest,
): Promise<{ readonly response: Response; readonly problem: Problem | undefined }> {
  let difference: string | undefined;
  await page.route(
    (address) => address.pathname === '/api/acts',
    async (route) => {
      const body = route.request().postDataJSON() as Record<string, unknown>;
      const input = withToldIds(told.input, body['input']);
      difference =
        differenceBetween(told.input, input, 'input') ??
        differenceBetween(told.record, body['record'], 'record') ??
        (body['occurredAt'] === undefined
          ? undefined
          : differenceBetween(told.occurredAt, body['occurredAt'], 'occurredAt'));
      if (difference !== undefined) return route.abort();
      return route.continue({ postData: JSON.stringify({ ...body, id: told.id, input }) });
    },
    { times: 1 },
  );
  const isAnswer = (one: { url(): string }): boolean => new URL(one.url()).pathname === '/api/acts';
  const answered = page.waitForResponse(isAnswer, { timeout: 8_000 }).catch(() => undefined);
  const stopped = page
    .waitForEvent('requestfailed', { predicate: isAnswer, timeout: 8_000 })
    .then(() => undefined)
    .catch(() => answered);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const response = await Promise.race([answered, stopped]);
  if (difference !== undefined) throw new Error(`表单送出的与所讲的不同：${difference}`);
  if (response === undefined) {
    const summary = page.getByRole('region', { name: '检查结果', exact: true });
    throw new NotOnForm(`表单没有送出：${(await summary.allTextContents()).join('')}`);
  }
  return { response, problem: response.ok() ? undefined : ((await response.json()) as Problem) };
}

/** Ticks what the page offers to be recorded as it was, and writes why. */
async function admit(
  page: Page,
  { refusals = [] }: Problem,
  admits: NonNullable<StoryRequest['admits']>,
): Promise<void> {
  for (const { code, reason } of admits) {
    const refusal = refusals.find((one) => one.code === code);
    if (refusal === undefined) continue;
    const line = page
      .getByRole('region', { name: '检查结果', exact: true })
      .getByRole('listitem')
      .filter({ hasText: refusal.sentence });
    await line.getByRole('checkbox').check();
    await line.getByRole('textbox').fill(reason);
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

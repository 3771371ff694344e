import { runStories } from '@zhaozhang/scenarios';
import { afterAll, beforeAll, expect } from 'vitest';
import type { CaseList, CaseRow, CaseView } from '../contract/index.ts';
import { handler } from './case-at-work.ts';
import { testInstance } from './test-instance.ts';
import type { TestInstance } from './test-instance.ts';
import { verifiedAgain } from './verified-again.ts';

/** The files of one kind, told through HTTP in an installation of their own, as an officer then reads them. */
export interface ToldFiles {
  house(): TestInstance;
  /** Codes of what was refused on the way, in the order it was told. */
  readonly refused: readonly string[];
  get<T>(path: string): Promise<T>;
  rowOf(title: string): Promise<CaseRow>;
  viewOf(title: string): Promise<CaseView>;
  /** What the public is shown of the decision of a file. */
  publicPage(title: string): Promise<string>;
  /** Events, states, judgements and log agree, and nothing went wrong on the way. */
  verified(): Promise<void>;
}

/** Tells the stories whose file has the name in it, before all tests of a file; ends the installation after them. */
export function toldFiles(
  story: string,
  titled: (title: string, told: string) => boolean = (title, told) => title === told,
): ToldFiles {
  let house: TestInstance;
  const refused: string[] = [];

  beforeAll(async () => {
    house = await testInstance({ all: true });
    const mine = house.told.stories.filter(({ file }) => file.includes(story));
    await runStories(mine, house.client, (_file, _step, answer) => {
      if (!answer.done) refused.push(...answer.refusals.map(({ code }) => code));
    });
    await house.client.moveClock(house.told.agency.opens);
  }, 120_000);
  afterAll(() => house.end());

  const files: ToldFiles = {
    house: () => house,
    refused,
    get: async <T>(path: string): Promise<T> => {
      const response = await house.client.request(handler, 'GET', path);
      expect(response.status).toBe(200);
      return (await response.json()) as T;
    },
    rowOf: async (told) => {
      const { rows } = await files.get<CaseList>('/api/cases');
      const row = rows.find(({ title }) => titled(title, told));
      if (row === undefined) throw new Error(`没有${told}一案`);
      return row;
    },
    viewOf: async (told) =>
      files.get<CaseView>(`/api/cases/${(await files.rowOf(told)).stream.slice('case/'.length)}`),
    publicPage: async (told) => {
      const { publicId } = await files.viewOf(told);
      const page = await fetch(`${house.instance.url}/decisions/${publicId ?? ''}`);
      expect(page.status).toBe(200);
      return page.text();
    },
    verified: async () => {
      const report = await verifiedAgain(house);
      expect(report.discrepancies).toEqual([]);
      expect([report.logged, report.waiting]).toEqual([report.events, 0]);
      expect(house.faults).toEqual([]);
    },
  };
  return files;
}

/** What no officer should read: an identifier of the program, English; a code of the register is digits and capitals. */
const raw = /[a-z]+\.[a-z]+|[A-Z]{2,}_|[a-z]{3,}|\{|\}|undefined/;

/** Texts of a case page that no officer should read. */
export function rawIn(view: CaseView): readonly string[] {
  return [
    ...view.entries.flatMap((entry) => [
      entry.title,
      entry.kindLabel,
      entry.actLabel,
      ...entry.fields.flatMap(({ label, text }) => [label, text]),
    ]),
    ...view.acts.flatMap(({ label, refusals }) => [label, ...refusals.map(({ sentence }) => sentence)]),
    ...view.obligations.map(({ label }) => label),
  ].filter((text) => raw.test(text));
}

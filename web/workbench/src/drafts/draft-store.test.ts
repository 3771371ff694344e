import { describe, expect, it } from 'vitest';
import { asDraft, draftName } from './draft.ts';
import { draftLock } from './draft-lock.ts';
import { draftStore, type Shelf, type Shelved } from './draft-store.ts';

function memory(): Shelf & { readonly held: Map<string, Shelved> } {
  const held = new Map<string, Shelved>();
  return {
    held,
    get: async (key) => held.get(key),
    // As the browser does: a copy, so that what was kept does not change with what is typed.
    set: async (key, value) => void held.set(key, structuredClone(value)),
    del: async (key) => void held.delete(key),
    entries: async () => [...held],
  };
}

const key = '0f'.repeat(32);
const other = 'a1'.repeat(32);
const draft = {
  id: '01J',
  version: 4,
  values: { input: { cause: '超出业务范围' }, record: { 'party.id-number': '示例身份号' } },
};
const place = { label: '立案', of: '某案', href: '#/cases/1/acts/case.file' };
const name = draftName('1', 'case.file');

describe('表单草稿', () => {
  it('存下的草稿取回来一样，提交后清除', async () => {
    const store = draftStore(memory(), draftLock(key, crypto.subtle), '周承办');
    expect(await store.save(name, draft, place)).toBe(true);
    expect(await store.load(name)).toEqual(draft);
    await store.clear(name);
    expect(await store.load(name)).toBeUndefined();
  });

  it('不同的人、案卷、行为各有草稿，名称里的分隔符不会使两份混在一起', async () => {
    const shelf = memory();
    const store = draftStore(shelf, draftLock(key, crypto.subtle), '周承办');
    await store.save(name, draft);
    expect(await draftStore(shelf, draftLock(key, crypto.subtle), '吴负责').load(name)).toBeUndefined();
    expect(await store.load(draftName('2', 'case.file'))).toBeUndefined();
    expect(await store.load(draftName('1', 'case.decide'))).toBeUndefined();
    await store.save(draftName('a/b', 'c'), draft);
    expect(await store.load(draftName('a', 'b/c'))).toBeUndefined();
  });

  it('浏览器里只有密文：没有本人的密钥读不出，身份信息也不落明文', async () => {
    const shelf = memory();
    const store = draftStore(shelf, draftLock(key, crypto.subtle), '周承办');
    expect(store.safe).toBe(true);
    await store.save(name, draft, place);
    const [kept] = [...shelf.held.values()].map((one) => one.kept);
    const bytes = kept !== undefined && 'locked' in kept ? new Uint8Array(kept.locked.bytes) : undefined;
    const lying = new TextDecoder().decode(bytes) + JSON.stringify([...shelf.held]);
    expect(bytes?.length).toBeGreaterThan(100);
    expect(lying).not.toContain('示例身份号');
    expect(lying).not.toContain('某案');
    expect(await draftStore(shelf, draftLock(other, crypto.subtle), '周承办').load(name)).toBeUndefined();
    expect(await draftStore(shelf, draftLock(other, crypto.subtle), '周承办').unfinished()).toEqual([]);
  });

  it('没有加密的浏览器里照样能存，并且说明不安全', async () => {
    const open = draftStore(memory(), draftLock(key, undefined), '周承办');
    expect(open.safe).toBe(false);
    await open.save(name, draft, place);
    expect(await open.load(name)).toEqual(draft);
  });

  it('没填完的列出来，后写的在前；没说在哪里的不列', async () => {
    const store = draftStore(memory(), draftLock(key, crypto.subtle), '周承办');
    await store.save(draftName('1', 'case.decide'), draft);
    await store.save(name, draft, place);
    expect(await store.unfinished()).toEqual([{ ...place, name, at: expect.any(Number) }]);
  });

  it('按名称的开头取一批，只取本人的', async () => {
    const shelf = memory();
    const store = draftStore(shelf, draftLock(key, crypto.subtle), '周承办');
    await store.save(draftName('plan', 'a'), { n: 1 });
    await store.save(draftName('plan', 'b'), { n: 2 });
    await store.save(draftName('planned', 'c'), { n: 3 });
    await draftStore(shelf, draftLock(key, crypto.subtle), '吴负责').save(draftName('plan', 'd'), { n: 4 });
    expect(await store.all('plan/')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('丢弃的可以恢复', async () => {
    const store = draftStore(memory(), draftLock(key, crypto.subtle), '周承办');
    await store.save(name, draft, place);
    const restore = await store.drop(name);
    expect(await store.load(name)).toBeUndefined();
    await restore();
    expect(await store.load(name)).toEqual(draft);
  });

  it('先后写两次，留下的是后一次；提交之后迟到的写入不会把草稿带回来', async () => {
    const shelf = memory();
    const slow: Shelf = {
      ...shelf,
      set: async (at, value) => {
        // The first write takes longest.
        for (let turn = 0; turn < (shelf.held.size === 0 ? 50 : 1); turn++) await Promise.resolve();
        await shelf.set(at, value);
      },
    };
    const store = draftStore(slow, draftLock(key, crypto.subtle), '周承办');
    const first = store.save(name, draft);
    const second = store.save(name, { ...draft, version: 5 });
    await Promise.all([first, second]);
    expect(await store.load(name)).toMatchObject({ version: 5 });
    const late = store.save(name, draft);
    const cleared = store.clear(name);
    await Promise.all([late, cleared]);
    expect(await store.load(name)).toBeUndefined();
  });

  it('损坏的草稿当作没有', async () => {
    const shelf = memory();
    const store = draftStore(shelf, draftLock(key, crypto.subtle), '周承办');
    await store.save(name, draft);
    for (const [at, one] of shelf.held)
      shelf.held.set(at, {
        ...one,
        kept: { locked: { iv: new Uint8Array(12), bytes: new ArrayBuffer(40) } },
      });
    expect(await store.load(name)).toBeUndefined();
    expect(asDraft({ id: '1', values: {} })).toBeUndefined();
    expect(asDraft('文字')).toBeUndefined();
    expect(asDraft(draft)).toEqual(draft);
  });

  it('浏览器不让存时照实返回，不报错', async () => {
    const refusing = async (): Promise<never> => {
      throw new Error('不可用');
    };
    const store = draftStore(
      { get: refusing, set: refusing, del: refusing, entries: refusing },
      draftLock(key, crypto.subtle),
      '周承办',
    );
    expect(await store.save(name, draft)).toBe(false);
    expect(await store.load(name)).toBeUndefined();
    expect(await store.unfinished()).toEqual([]);
    await expect(store.clear(name)).resolves.toBeUndefined();
    await expect((await store.drop(name))()).resolves.toBeUndefined();
  });
});

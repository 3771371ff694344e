import { describe, expect, it } from 'vitest';
import { draftKey, draftStore } from './draft.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const draft = {
  id: '01J',
  version: 4,
  values: { input: { cause: '超出业务范围' }, record: {}, occurredAt: '2026-03-12T09:10' },
};

describe('表单草稿', () => {
  it('存下的草稿取回来一样，提交后清除', () => {
    const store = draftStore(memory(), draftKey('周承办', 'case/1', 'case.file'));
    expect(store.save(draft)).toBe(true);
    expect(store.load()).toEqual(draft);
    store.clear();
    expect(store.load()).toBeUndefined();
  });

  it('不同的人、案卷、行为各有草稿', () => {
    const place = memory();
    draftStore(place, draftKey('周承办', 'case/1', 'case.file')).save(draft);
    expect(draftStore(place, draftKey('吴负责', 'case/1', 'case.file')).load()).toBeUndefined();
    expect(draftStore(place, draftKey('周承办', 'case/2', 'case.file')).load()).toBeUndefined();
    expect(draftStore(place, draftKey('周承办', 'case/1', 'case.decide')).load()).toBeUndefined();
  });

  it('名称里的分隔符不会使两份草稿混在一起', () => {
    const place = memory();
    draftStore(place, draftKey('a/b', 'c')).save(draft);
    expect(draftStore(place, draftKey('a', 'b/c')).load()).toBeUndefined();
  });

  it('损坏的草稿当作没有', () => {
    const place = memory();
    draftStore(place, draftKey('x')).save(draft);
    for (const key of place.kept.keys()) place.kept.set(key, '{"id":');
    expect(draftStore(place, draftKey('x')).load()).toBeUndefined();
    for (const key of place.kept.keys()) place.kept.set(key, '{"id":"1","values":{}}');
    expect(draftStore(place, draftKey('x')).load()).toBeUndefined();
  });

  it('浏览器不让存时照实返回，不报错', () => {
    const full = {
      getItem: (): string => {
        throw new Error('不可用');
      },
      setItem: () => {
        throw new Error('已满');
      },
      removeItem: () => {
        throw new Error('不可用');
      },
    };
    const store = draftStore(full, draftKey('x'));
    expect(store.save(draft)).toBe(false);
    expect(store.load()).toBeUndefined();
    expect(() => store.clear()).not.toThrow();
  });
});

/**
 * What a clause that is carried later belongs to. The set is closed: whoever plans the work, and whoever reads the law
 * page, sees at a glance which part of the office still does by hand what the clause asks.
 */
export const areas = {
  record: '全过程记录',
  review: '审核与救济',
  publication: '公示公开',
  supervision: '监督与追责',
  kinds: '其他执法种类',
} as const;

export type Area = keyof typeof areas;

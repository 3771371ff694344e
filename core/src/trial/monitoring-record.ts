import type { FieldMap } from '../canonical.ts';

/** What a lawful device recorded well. */
export const monitoringRecord: FieldMap = {
  'monitoring.facts': '录得收费培训',
  'monitoring.basis-rank': 'administrative-regulation',
  'monitoring.basis': '《示范公共场所管理条例》第十二条',
  'monitoring.legal-review': '示范法审〔2025〕4 号',
  'monitoring.technical-review': '示范检〔2025〕20 号',
  'monitoring.valid-until': '2026-06-30',
  'monitoring.conspicuous': 'yes',
  'monitoring.place': '示范路 1 号门前',
  'monitoring.published-on': '2025-12-01',
  'monitoring.true': 'yes',
  'monitoring.clear': 'yes',
  'monitoring.complete': 'yes',
  'monitoring.accurate': 'yes',
};

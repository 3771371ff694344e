// Acts on organisations that skipped their yearly check: what all cases share, and what each has of its own.

export const filing = {
  name: 'case.file',
  input: { cause: '没有按照规定接受年度检查', conductOn: '2025-06-30' },
  record: { 'filing.reason': '逾期没有报送年度检查材料', 'filing.basis': '登记管理条例有关条款' },
  own: ({ prefill }) => ({ input: prefill.input }),
};
export const assigning = {
  name: 'case.assign-handlers',
  input: { officers: ['zhou', 'he'], declared: ['zhou', 'he'] },
  record: {},
  own: () => ({}),
};
export const collecting = {
  name: 'case.collect-evidence',
  input: { name: '年度检查名册比对结果', officers: ['zhou', 'he'] },
  record: {
    'evidence.kind': 'documentary',
    'evidence.origin': 'collected',
    'evidence.place': '登记处',
    'evidence.formed-on': '2026-01-05',
    'evidence.summary': '名册载明该会没有报送年度检查材料',
    'evidence.method': '从登记系统调取并打印',
    'evidence.confirmation': 'absent',
  },
  own: () => ({}),
};
const no = (...points) => Object.fromEntries(points.map((point) => [`assessment.${point}`, 'no']));
export const assessing = {
  name: 'case.assess-circumstances',
  input: {},
  record: {
    'assessment.facts': '没有按照规定接受年度检查',
    'assessment.nature': '不接受监督检查',
    'assessment.degree': '连续一个年度',
    'assessment.harm': '没有查明其他后果',
    'assessment.unmet-reason': '至今没有补报',
    'assessment.weighing': 'ordinary',
    ...no('removed-harm', 'coerced', 'confessed', 'meritorious', 'prescribed', 'slight', 'corrected'),
    ...no('harmless', 'first', 'slight-harm'),
  },
  own: ({ prefill }) => ({ input: prefill.input, record: prefill.record }),
};
export const noticing = {
  name: 'case.give-notice',
  input: { bases: ['shetuan-30'] },
  record: {
    'notice.reasons': '逾期未接受年度检查，有名册比对结果为证',
    'notice.basis': '登记管理条例有关条款',
    'notice.rights': '可以陈述、申辩',
  },
  own: ({ prefill, own }) => ({
    input: {
      ...prefill.input,
      sanctions: own['sanctions.party'].map(({ value }) => ({ party: value, kind: 'warning' })),
    },
    record: prefill.record,
  }),
};

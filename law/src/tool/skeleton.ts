import type { PackName } from './pack-name.ts';

/** What the person who begins a pack has told of it. */
export interface PackBegun {
  readonly name: PackName;
  readonly title: string;
  /** Left out: to be filled in. */
  readonly issuer?: string;
  readonly issued?: string;
  readonly extends: readonly string[];
}

/** Stands where something must still be filled in; long enough to be read, too strange to be overlooked. */
export const toFillIn = '待填写';

/**
 * The five files of a new pack. Lines that begin with `##` explain; lines that begin with `#` are examples that hold
 * as soon as the mark is taken away (a test does so), so what a newcomer imitates is never out of date.
 */
export function skeleton(begun: PackBegun): Readonly<Record<string, string>> {
  const { instrument } = begun.name;
  const words = { clause: clausePrefix(begun.name), rule: instrument, duty: `${instrument}-decide` };
  return {
    'pack.yaml': packFile(begun),
    'clauses.yaml': clausesFile(words),
    'params.yaml': paramsFile(words),
    'rules.yaml': rulesFile(words),
    'examples.yaml': examplesFile(words),
  };
}

interface Words {
  readonly clause: string;
  readonly rule: string;
  readonly duty: string;
}

/** First letters of the two names: `example-city/case-rules` → `EC-CR`. */
function clausePrefix({ authority, instrument }: PackName): string {
  const initials = (text: string) =>
    text
      .split('-')
      .map((part) => part.slice(0, 1).toUpperCase())
      .join('');
  return `${initials(authority)}-${initials(instrument)}`;
}

function packFile({ name, title, issuer, issued, extends: parents }: PackBegun): string {
  const { id, edition } = name;
  return `## 规则包的名片。以两个井号开头的是说明；写好之后可以删去。
## 编号就是三层文件夹名，不要改。
id: ${id}
## 全称，不带书名号；屏幕上引用条款时自动加书名号。太长的另写 shortTitle: 简称。
title: ${JSON.stringify(title)}
## 发布机关的全称。
issuer: ${JSON.stringify(issuer ?? toFillIn)}
## 文号，没有的不写：
# docNo: 示政发〔2026〕1号
## 印发的日子。
issued: ${issued ?? edition}
## 施行日与版本文件夹一致；失效的写上 until，文件夹不删。
inForce: { from: ${edition} }
## 所依据的规则包：它们的条款可以引用，它们的规则一并适用。
extends: [${parents.join(', ')}]
## direct 必须遵守；reference 参照执行。
force: direct
`;
}

function clausesFile({ clause }: Words): string {
  return `## 条款清单：逐条列出，一条不漏。编号的前缀自定，全国不重复，一经使用不再改。
## gist 用自己的话写要旨，不抄原文。
## status：rule 由规则落实（必须有规则引用它）；feature 由页面功能落实；display 只展示，where 写明在哪里；later 以后再做，area 写明属于哪一方面。
## 下面以一个井号开头的是例子。去掉行首的井号和空格就能用；用了就删去末行的 []。
# - { id: ${clause}-1, article: 第一条, gist: 立案之后三十日内作出决定, status: rule }
# - { id: ${clause}-2, article: 第二条, gist: 没有询问过的不得处罚, status: rule }
# - { id: ${clause}-3, article: 第三条, gist: 移送司法机关的可以不经询问, status: rule }
# - { id: ${clause}-4, article: 第四条, gist: 决定书写明违法事实, status: rule }
# - { id: ${clause}-5, article: 第五条, gist: 日数按自然日计算, status: rule }
# - { id: ${clause}-6, article: 第六条, gist: 本规定的目的, status: display, where: 法律页 }
[]
`;
}

function paramsFile({ clause, rule }: Words): string {
  return `## 参数：会变的、各地不同的、要由机关定的数目。条文里的日数、人数、金额写在这里，规则用 { param: 编号 } 引用。
## type：int 整数，text 文字，bool 是非，list 清单。unit：day 自然日，workday 工作日，其余写“人”“元”等。
## source：clause 条款写明的，写 clause；silent 条款没有写明而由机关定的，写 reason 说明理由。
## protects 保护谁：party 当事人，public 公众，control 机关内部的管理。
## 保护当事人或者公众的整数写明 tighter：数值小为紧写 smaller，数值大为紧写 larger；同一编号的上位参数只能收紧。
# - id: ${rule}.decideDays
#   label: 作出决定的期限
#   type: int
#   unit: day
#   source: clause
#   clause: ${clause}-1
#   value: 30
#   protects: party
#   tighter: smaller
[]
`;
}

function rulesFile({ clause, rule, duty }: Words): string {
  return `## 规则。三种写法：deadline 期限，gate 关口，record 必填；另有 gate 的例外 exceptionTo。
## 每条都有：id 编号（全国不重复）；cites 所引条款；per 按什么判断（case 案件，party 每名当事人，act 本次办理）。
## 可以用的事实、行为、栏目：在编辑器里看提示（vocabulary/schema.json），写错了 law:check 会说。
## 拿不准种类的，问：有没有一个末日？有，是期限。办某件事之前要先有什么？是关口。办的时候要写下什么？是必填。

## ---- 期限：从 start 起，within 之内，到 until 为止 ----
## duty 同名的几条规则合并，取先到的；label、per 须与已有的相同。owedBy 归谁办：handlers 承办人、agency-head 机关负责人……
## unitBasis 确定单位的条款；单位是推断的，另写 assumption 说明。
## roll 末日遇休息日：party 当事人的期限，顺延；agency 机关的期限，按原日预警，顺延后的次日起才算逾期；restraint 限制权利的期限，绝不顺延。
# - kind: deadline
#   id: ${rule}.decide-in-time
#   cites: [${clause}-1]
#   duty: ${duty}
#   label: 按本规定作出决定
#   per: case
#   owedBy: handlers
#   start: case.filed
#   within: { n: { param: ${rule}.decideDays }, unit: day, unitBasis: ${clause}-5 }
#   roll: agency
#   until: case.decided
#   act: case.decide

## ---- 关口：办 acts 所列的行为，除非 unless 为真，不得办理；when 写只在什么情形下适用 ----
## effect：void 没有它行为就违法，谁也不能放行；curable 已经发生的可以如实记录并标瑕疵；advise 只提示。
## 已经发生的事实一律要收得下，否则就是逼人造假：用 curable。because 缺什么，remedy 怎么办，都是给办案人看的一句话。
# - kind: gate
#   id: ${rule}.interviewed
#   cites: [${clause}-2]
#   acts: [case.decide]
#   per: case
#   unless: case.interviewed
#   effect: void
#   code: INTERVIEW_MISSING
#   because: 还没有没有瑕疵的询问笔录
#   remedy: { says: 先询问并制作笔录, act: case.record-interview }

## ---- 例外：关口不适用的情形。只写 when，其余随它所指的关口 ----
# - kind: gate
#   id: ${rule}.transferred
#   cites: [${clause}-3]
#   exceptionTo: ${rule}.interviewed
#   when: { is: [input.outcome, transfer] }

## ---- 必填：办 acts 所列的行为须填写的栏目 ----
## minLength 最少字数；format 写法；contains、lacks 必须有、不能有的词语；notBefore、notAfter 先后。栏目须在 vocabulary/fields.yaml 中。
# - kind: record
#   id: ${rule}.facts
#   cites: [${clause}-4]
#   acts: [case.decide]
#   per: act
#   fields: [{ field: decision.facts, minLength: 20 }]
#   effect: curable
[]
`;
}

function examplesFile({ clause, duty }: Words): string {
  return `## 示例：从标准案（law/examples/standard.yaml）出发，只改一处，写明结果。它们就是这个规则包的测试。
## 每条规则至少两个：拒绝的（或者负有义务的）和准许的（或者按期的）；有日数的，末日当日、次日各一个；有例外的再加一个。
## upTo 办到哪一步；try 要办哪一步；change 改动；omit 略去；expect 结果；lifts 照补救去做，再办必须办成。
# - title: 三月三日立案，三十日内作出决定，四月二日届满
#   cites: [${clause}-1]
#   upTo: file
#   expect: { owed: [{ duty: ${duty}, due: 2026-04-02, met: false }] }
#
# - title: 三月二十日作出决定，按期
#   cites: [${clause}-1]
#   upTo: decide
#   expect: { owed: [{ duty: ${duty}, due: 2026-04-02, met: true }] }
#
# - title: 没有询问就移送司法机关，是例外，准许
#   cites: [${clause}-2, ${clause}-3]
#   omit: [interview, assess, notice, notice-service, statement, defence-review]
#   change:
#     concluded: { input: { elements: [] } }
#     decide: { input: { outcome: transfer, notice: ~, sanctions: [], evidence: [] } }
#   try: decide
#   expect: { done: true }
#
# - title: 违法事实不足二十字，拒绝
#   cites: [${clause}-4]
#   change: { decide: { record: { decision.facts: 该中心擅自收费一万二千元。 } } }
#   try: decide
#   expect: { refused: [{ code: FIELD_INVALID, clause: ${clause}-4, field: record.decision.facts, effect: curable }] }
[]
`;
}

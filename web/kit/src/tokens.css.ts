/**
 * Custom properties and the few base rules both applications stand on. Every pair of text and ground used
 * together keeps a contrast of at least 4.5.
 */
export const tokens = `:root{
--ink:#1f2328;--second:rgba(0,0,0,.65);--line:#d9dde3;--ground:#f6f7f9;--paper:#fff;
--action:#0958d9;--action-soft:#eaf2ff;--danger:#c41d1d;--danger-soft:#fff1f0;
--warn:#8a5a00;--warn-soft:#fff7e6;--good:#1f6b35;--good-soft:#eef8f0;--seal:#b3261e;
--font:"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif;
--document:"Songti SC",SimSun,"Noto Serif SC",serif;
--s1:4px;--s2:8px;--s3:12px;--s4:16px;--s5:24px;--s6:32px;--s7:48px;--radius:4px;
}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--ground);font:400 16px/24px var(--font);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--action);outline-offset:2px}
`;

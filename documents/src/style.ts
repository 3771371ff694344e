/** How documents look on screen and on paper: A4, the line and margins of 党政机关公文格式 as far as a browser keeps them. */
export const documentStyle = `
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
:root { color-scheme: light; }
body { margin: 0; background: #f6f7f9; color: #1f2328; font: 400 18px/1.75 "FangSong", "STFangsong", "Noto Serif SC", "Songti SC", "SimSun", serif; }
main { box-sizing: border-box; max-width: 210mm; margin: 24px auto; padding: 24mm 26mm; background: #fff; border: 1px solid #d9dde3; overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 1.4; text-align: center; }
h2 { margin: 20px 0 4px; font-size: 18px; break-after: avoid; }
p { margin: 0 0 4px; text-indent: 2em; }
p.number { text-align: center; text-indent: 0; margin-bottom: 20px; }
p.party { text-indent: 0; }
ul { margin: 0; padding-left: 3em; }
footer { margin-top: 40px; text-align: right; break-inside: avoid; }
footer p { text-indent: 0; padding-right: 4em; }
@media (max-width: 600px) { main { margin: 0; padding: 24px 16px; border: 0; } }
@media print { body { background: none; } main { margin: 0; padding: 0; border: 0; max-width: none; } }
`;

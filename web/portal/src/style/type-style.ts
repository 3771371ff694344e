/**
 * Type and controls. Everything is measured in rem, so 适老模式 is one larger root: 24 px for 18 px, and controls twice
 * as high. Old telephones know `:focus` but not `:focus-visible`: links show the ring for both.
 */
export const typeStyle = `html{font-size:112.5%;--control:2.5rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
html.elder{font-size:150%;--control:3.75rem}
body{font-size:1rem;line-height:1.6;background:var(--paper)}
h1{margin:0 0 1rem;font-size:1.6rem;line-height:1.35;font-weight:600}
h2{margin:2.4rem 0 .8rem;padding-top:.6rem;border-top:1px solid var(--line);font-size:1.25rem;line-height:1.4;font-weight:600}
h3{margin:1.4rem 0 .5rem;font-size:1.05rem;line-height:1.5;font-weight:600}
p{max-width:42em;margin:0 0 .8rem}
main ul,main ol{max-width:42em;margin:0 0 .8rem;padding-left:1.5em}
main li{margin-bottom:.35rem}
a{color:var(--action);text-decoration:underline;text-underline-offset:.2em}
a:hover{text-decoration-thickness:2px}
a:focus,button:focus,input:focus{outline:3px solid var(--action);outline-offset:2px}
main:focus{outline:none}
button,input{font:inherit;color:inherit}
pre,code{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.85em}
pre{margin:0 0 .8rem;padding:.8rem;border:1px solid var(--line);border-radius:var(--radius);background:var(--ground);white-space:pre-wrap;overflow-wrap:anywhere}
.day{white-space:nowrap}
.number{color:var(--second);font-size:.9rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0);white-space:nowrap}
`;

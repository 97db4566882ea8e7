/**
 * The look of a page. Colours are named once for light and once for dark; meaning is never in a colour alone. The first
 * rules hold for every width, then come wide screens, then paper.
 */
export const STYLE = `
:root{color-scheme:light dark;--ground:#f4f3ef;--card:#fffefb;--ink:#1d1e24;--soft:#585b66;--line:#dedbd2;--code:#f1eee6;--link:#1f4fa3;--bad:#a8201a;--warn:#7d5000;--good:#1c6538;--tint-bad:#fbe9e5;--tint-warn:#fbf0d9;--tint-good:#e3f2e6}
@media (prefers-color-scheme:dark){:root{--ground:#131418;--card:#1b1d23;--ink:#e9e9ec;--soft:#a9acb8;--line:#31343d;--code:#24272f;--link:#9dbcff;--bad:#ff9187;--warn:#f0c26b;--good:#85d6a0;--tint-bad:#3a1f1e;--tint-warn:#362b17;--tint-good:#1b3324}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:72rem;padding:1.25rem clamp(1rem,4vw,2.5rem) 3rem;background:var(--ground);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4,p,ul,ol,dl,figure,pre,table{margin:0;padding:0}
h1,h2,h3,h4{line-height:1.25;text-wrap:balance;font-weight:650}
h1{font-size:clamp(1.55rem,1.1rem + 2vw,2.25rem);letter-spacing:-.02em}
article h2{font-size:1.2rem;letter-spacing:-.01em}
nav+article h2,article~article h2,article:has(~article) header h2{font-size:clamp(1.35rem,1.1rem + 1.2vw,1.75rem)}
h3,h4{font-size:1rem}
a{color:var(--link);text-underline-offset:.18em;text-decoration-thickness:1px}
a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:4px}
code,pre{font:.86em/1.6 ui-monospace,"Cascadia Code","SF Mono",Menlo,Consolas,"Liberation Mono",monospace}
code{user-select:all}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.top{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;margin-bottom:1rem;color:var(--soft);font-size:.86rem}
.verdict{padding:clamp(1.1rem,3vw,1.9rem);background:var(--card);border:1px solid var(--line);border-top:5px solid var(--verdict);border-radius:12px}
.bad{--verdict:var(--bad);--tint:var(--tint-bad)}.warn{--verdict:var(--warn);--tint:var(--tint-warn)}.good{--verdict:var(--good);--tint:var(--tint-good)}
.badge{display:inline-flex;flex-wrap:wrap;align-items:center;gap:.15rem .5rem;margin-bottom:.7rem;padding:.28rem .85rem .28rem .4rem;background:var(--tint);border-radius:1.6rem;color:var(--verdict);font-size:.92rem}
.badge .mark,.path .mark{display:inline-grid;flex:none;place-items:center;width:1.5rem;height:1.5rem;border-radius:50%;background:var(--tone,var(--verdict));color:var(--card);font-size:.85rem;font-weight:700;line-height:1}
.sure::before{content:"·";margin-right:.5rem}
.name{margin-bottom:.5rem;color:var(--soft);font-size:.86rem}
.note{margin-top:.6rem;color:var(--verdict);font-weight:600}
.rows>div,.where>div{display:grid;grid-template-columns:minmax(6.5rem,10rem) 1fr;gap:0 1rem;padding:.4rem 0;border-top:1px solid var(--line)}
.rows>div:first-child{border-top:0}
dt{color:var(--soft);font-size:.92rem}
dd{margin:0}
.verdict .rows{margin-top:1.1rem}
.verdict .rows>div{border:0;padding:.12rem 0}
.tag{display:inline-block;padding:0 .5rem;border:1px solid var(--line);border-radius:1rem;color:var(--soft);font-size:.78rem}
.body{display:grid;gap:1rem;margin-top:1rem}
.parts{display:grid;gap:1rem;min-width:0}
.part,.way,details,.closing{min-width:0;padding:clamp(1rem,2.6vw,1.5rem);background:var(--card);border:1px solid var(--line);border-radius:12px}
.part>h2,.way>h2,.part>h3,.way>h3{margin-bottom:.75rem}
.part>*+p,.part>*+table,.part>*+.rows,details>div>*+p,details>div>*+table{margin-top:.8rem}
.part>p{max-width:68ch}
.quiet{color:var(--soft)}
.path{list-style:none;position:relative}
.path li{--tone:var(--soft);position:relative;display:grid;grid-template-columns:1.5rem 1fr;gap:.75rem;padding-bottom:.8rem}
.path li::before{content:"";position:absolute;left:calc(.75rem - 1px);top:1.5rem;bottom:0;width:2px;background:var(--line)}
.path li:last-child{padding-bottom:0}
.path li:last-child::before{display:none}
.path li p{color:var(--soft);font-size:.88rem;line-height:1.4}
.path .passed{--tone:var(--good)}
.path .passed::before{background:var(--good)}
.path .failed{--tone:var(--verdict)}
.path .unknown .mark{background:var(--card);color:var(--soft);box-shadow:inset 0 0 0 2px var(--soft)}
.path .stop{margin:.15rem 0 .8rem -.6rem;padding:.6rem .7rem .6rem .6rem;background:var(--tint);border-radius:10px}
.path .stop::before{left:calc(1.35rem - 1px);top:100%;bottom:auto;height:.8rem;background:repeating-linear-gradient(var(--line) 0 3px,#0000 3px 6px)}
.path .stop b,.path .stop p{color:var(--verdict);font-weight:650}
.path .behind .mark{background:none;box-shadow:inset 0 0 0 2px var(--line)}
.causes>div{padding:.5rem 0;border-top:1px solid var(--line)}
.causes>div:first-child{padding-top:0;border-top:0}
.causes dt{color:var(--ink);font-size:1rem;font-weight:600}
.causes dd{color:var(--soft);font-size:.92rem}
.sides{display:grid;gap:1.1rem;margin-top:1rem}
.sides h3,.sides h4{margin-bottom:.35rem}
.signs>div{padding:.45rem 0;border-top:1px solid var(--line)}
.signs dt{font-size:.8rem;font-weight:650;letter-spacing:.01em}
.steps{display:grid;gap:1.1rem}
.who>h3,.who>h4{display:inline-block;margin-bottom:.6rem;padding:.15rem .75rem;background:var(--code);border-radius:1rem;font-size:.88rem}
.who ol{list-style:none;display:grid;gap:1rem}
.who li{display:grid;grid-template-columns:1.8rem 1fr;gap:.75rem}
.number{display:grid;place-items:center;width:1.8rem;height:1.8rem;border:2px solid var(--ink);border-radius:50%;font-size:.88rem;font-weight:650}
.who li>div{min-width:0;padding-top:.1rem}
.where{margin-top:.5rem;font-size:.92rem}
.where>div{padding:.25rem 0;border:0;grid-template-columns:5.2rem 1fr}
.code{margin-top:.6rem;background:var(--code);border-radius:8px;overflow:hidden}
.code figcaption{padding:.35rem .9rem 0;color:var(--soft);font-size:.78rem}
.code pre{padding:.55rem .9rem .75rem;white-space:pre-wrap}
table{width:100%;border-collapse:collapse;font-size:.92rem;table-layout:fixed}
th{padding:.35rem .6rem .35rem 0;color:var(--soft);font-size:.8rem;font-weight:600;text-align:left}
td code{font-size:.88em}
td{padding:.42rem .6rem .42rem 0;border-top:1px solid var(--line);vertical-align:top}
.columns-2 th:nth-child(1){width:55%}.columns-3 th:nth-child(1){width:21%}.columns-3 th:nth-child(2){width:47%}
ul{padding-left:1.1rem}
li+li{margin-top:.25rem}
.path li,.who li{margin-top:0}
.links{padding:0;list-style:none;font-size:.92rem}
.reference{display:grid;gap:.5rem;margin-top:1rem}
details{padding:0}
summary{padding:.75rem clamp(1rem,2.6vw,1.5rem);cursor:pointer}
summary h2,summary h3{display:inline;font-size:1rem;font-weight:600}
details>div{padding:0 clamp(1rem,2.6vw,1.5rem) 1.1rem}
details .rows>div{grid-template-columns:minmax(8rem,18rem) 1fr}
nav{margin-bottom:1.5rem}
nav ol{margin-top:.8rem;padding-left:1.5rem}
nav p{color:var(--soft);font-size:.88rem}
article+article{margin-top:2.5rem}
.closing,footer{margin-top:1rem}
.closing p{margin-top:.5rem}
@media screen and (max-width:34rem){
.rows>div,details .rows>div,.where>div{grid-template-columns:1fr}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,td{display:block}
tr{padding:.5rem 0;border-top:1px solid var(--line)}
td{padding:.05rem 0;border:0}
td:first-child{color:var(--soft)}
}
@media screen and (min-width:48rem){
.sides{grid-template-columns:1fr 1fr;gap:1.75rem}
.sides:has(.quiet){grid-template-columns:2fr 1fr}
}
@media screen and (min-width:40rem) and (max-width:61.99rem){
.path li>div{display:grid;grid-template-columns:9rem 1fr;align-items:baseline;gap:0 1rem}
.path .behind>div{grid-template-columns:1fr}
.path li{padding-bottom:.5rem}
}
@media screen and (min-width:62rem){
.body{grid-template-columns:19rem 1fr;align-items:start}
.body:not(:has(.way)){grid-template-columns:1fr}
.way{position:sticky;top:1rem}
}
@media print{
@page{margin:10mm 12mm}
:root{--ground:#fff;--card:#fff;--ink:#000;--soft:#454545;--line:#ccc;--code:#f3f3f3;--link:#000;--bad:#a8201a;--warn:#7d5000;--good:#1c6538;--tint-bad:#fbe9e5;--tint-warn:#fbf0d9;--tint-good:#e3f2e6}
html{font-size:7.8pt}
body{max-width:none;padding:0;line-height:1.33;print-color-adjust:exact;-webkit-print-color-adjust:exact}
h1{font-size:1.8rem}
.top{margin-bottom:2mm}
.verdict{padding:3mm 4mm}.verdict .rows{margin-top:2mm}.badge{margin-bottom:1.5mm}
.part,.way,.closing{padding:1.6mm 0 0;border-width:1px 0 0;border-radius:0}
.part>p{max-width:none}
article h2{font-size:1.08rem}
.body,.parts,.reference{gap:2mm;margin-top:2mm}
.parts{margin-top:0}
.path{columns:2;column-gap:6mm}
.path li{break-inside:avoid;padding-bottom:1mm;gap:2mm}
.path li::before{display:none}
.path li>div{display:grid;grid-template-columns:24mm 1fr;align-items:baseline;gap:0 2mm}
.path .behind>div{grid-template-columns:1fr}
.path .stop{margin:0 0 1mm -1mm;padding:1mm}
.causes{columns:2;column-gap:6mm}
.causes>div,.causes>div:first-child{padding:.5mm 0;border:0}
.part>h2,.way>h2{margin-bottom:.8mm}
.part>*+p,.part>*+table,.part>*+.rows{margin-top:1mm}
.sides{grid-template-columns:1fr 1fr;gap:4mm;margin-top:1mm}
.signs>div{display:grid;grid-template-columns:19mm 1fr;align-items:baseline}
.where{margin-top:.5mm}.where>div{padding:.2mm 0}
.sides:has(.quiet){grid-template-columns:3fr 1fr}
.signs>div,.rows>div,.causes>div{padding:.4mm 0}
.steps,.who ol{gap:1.5mm}
.code{margin-top:1mm}.code pre{padding:.8mm 2mm 1.2mm}
td{padding:.3mm 2mm .3mm 0}th{padding:.3mm 0}
.code figcaption{padding:.6mm 2mm 0}code,pre{line-height:1.35}
details:not([open]){display:none}
footer{display:none}
.causes>div,.who li,.signs>div,.rows>div,tr,figure{break-inside:avoid}
h2,h3,.who>h3{break-after:avoid}
a{text-decoration:none}
}
`;

/** SHA-256 of the look in base64, by which the policy of a page allows it and nothing else. A test holds it. */
export const STYLE_HASH = '/Ohb6tlIOUqJ2SFLaCHurGhq7xwp0x9ng8HRVNVwUOs=';

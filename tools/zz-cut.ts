import { diagnose } from '../src/index.ts';
import { buildToken } from '../test/support/token.ts';
const exp = Math.floor(Date.now()/1000)+3000;
const token = buildToken({ aud: 'https://api.fabric.microsoft.com', iss: 'https://sts.windows.net/4cb58381-19f4-4985-9067-c0b3e9da3d0e/', iat: exp-3600, nbf: exp-3600, exp, appid: '6e098390-0f5e-446c-a44a-c6d9ea9764d5', idtyp: 'app', oid: '14a156a3-e2da-4efb-a149-5e34be0cb097', sub: '14a156a3-e2da-4efb-a149-5e34be0cb097', tid: '4cb58381-19f4-4985-9067-c0b3e9da3d0e', ver: '1.0' });
let last = '';
for (let n = 100; n <= token.length; n++) {
  const d = diagnose([{ text: `> GET /v1/workspaces HTTP/1.1\n> host: api.fabric.microsoft.com\n> authorization: Bearer ${token.slice(0, n)}\n>\n` }], { now: new Date().toISOString() })[0]!;
  const f = d.facts['credential.integrity'];
  const say = `${d.findings[0]?.cause} ${d.findings[0]?.verdict} ${f?.state === 'known' ? f.value : '-'}`;
  if (say !== last) { console.log(n, token.split('.').map((p)=>p.length).join(','), say); last = say; }
}
